import { listAssessedBy } from '#db/queries/assessing.ts';
import { listAssessorStandings } from '#db/queries/assessorStandings.ts';
import { listTutoredBy } from '#db/queries/cohorts.ts';
import { findReceiver } from '#db/queries/sessions.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { countersignerOn } from '#src/domain/quality/countersigners.ts';
import { today } from './portal.ts';
import { receiverOf } from './sessions/viewer.ts';

/**
 * A viewer as her assignments as an assessor stand now. Whatever writes as an assessor asks inside its transaction with this one: a
 * trainee may have been handed over since the request began, while a file came in or a password was looked at. One query.
 */
export async function assessorNow(db: Reader, viewer: Viewer): Promise<Viewer> {
  return { ...viewer, assessorOf: await listAssessedBy(db, viewer.id, today()) };
}

/** The same about one assessor whose decisions wait: somebody else may have been named to countersign them meanwhile. One query. */
export async function countersignerNow(db: Reader, viewer: Viewer, assessorId: string): Promise<Viewer> {
  const rows = await listAssessorStandings(db, [assessorId]);
  const assessors = new Set(viewer.roles.includes('assessor') ? [viewer.id] : []);
  const isNamed = countersignerOn({ rows, day: today(), assessors }, assessorId) === viewer.id;
  return { ...viewer, countersignerOf: isNamed ? [assessorId] : [] };
}

/** The same as a tutor: her cohorts as they are now, for whatever writes about one of them. One query. */
export async function tutorNow(db: Reader, viewer: Viewer): Promise<Viewer> {
  return { ...viewer, tutorOf: await listTutoredBy(db, viewer.id, today()) };
}

/**
 * A viewer with everything as it stands now: her roles, the cohort she is in, whom she is assigned to. Throws `not_signed_in` where her
 * account was switched off meanwhile. One query. The guard of an action asks with it inside every write.
 */
export async function viewerNow(db: Reader, viewer: Viewer): Promise<Viewer> {
  const person = await findReceiver(db, viewer.id, today());
  if (!person || person.disabledAt) throw new Refusal('not_signed_in');
  const { session, unread } = viewer;
  return { ...receiverOf(person, today()), session, unread };
}
