import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/** The trainees whom the viewer assesses today, by name. One query. */
export async function listAssessedTrainees(db: Reader, viewer: Viewer) {
  if (viewer.assessorOf.length === 0) return [];
  return db
    .select({ traineeId: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...viewer.assessorOf]))
    .orderBy(asc(people.name), asc(people.id));
}
