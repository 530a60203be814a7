import { listAssessedBy } from '#db/queries/assessing.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { today } from './portal.ts';

/**
 * A viewer as her assignments as an assessor stand now. Whatever writes as an assessor asks inside its transaction with this one: a
 * trainee may have been handed over since the request began, while a file came in or a password was looked at. One query.
 */
export async function assessorNow(db: Reader, viewer: Viewer): Promise<Viewer> {
  return { ...viewer, assessorOf: await listAssessedBy(db, viewer.id, today()) };
}
