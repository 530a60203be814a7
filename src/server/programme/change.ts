import { insertAuditEntries } from '#db/queries/audit.ts';
import { listCohortNames } from '#db/queries/cohorts/administered.ts';
import {
  changeEnrolment,
  endMembership,
  findEnrolmentChange,
  findMembership,
  insertMembership,
} from '#db/queries/programme/changes.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { placeKey, type PlaceValues, placeProblems } from '#src/domain/programme/changing.ts';
import { tellPlace, tellTutors } from '../notices/tellings.ts';
import { newId, now, portal, today } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { placeValues } from './place.ts';

type By = Pick<Viewer, 'id'>;

export interface ChangeOfPlace extends PlaceValues {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  readonly traineeId: string;
  readonly reason: string;
  /** What stood on the page that was confirmed: see `placeKey`. */
  readonly basedOn: string;
}

const CHANGED_MEANWHILE =
  'Somebody changed the place of this trainee after this page was shown. Look again at what this would do.';

/**
 * Moves a trainee to another cohort, route, first day or hours, from today on, with every rule asked again. What was before is kept. A
 * repeat changes nothing. Throws `not_found`, `bad_input` with the fields of the form, `conflict`.
 */
export async function changePlace(tx: Writer, by: By, asked: ChangeOfPlace): Promise<void> {
  const kept = await findEnrolmentChange(tx, asked.id);
  if (kept) return refuseOther(kept.traineeId === asked.traineeId);
  const [trainee, cohorts] = await Promise.all([findTrainee(tx, asked.traineeId), listCohortNames(tx)]);
  if (!trainee) throw new Refusal('not_found');
  const before = placeValues(trainee);
  if (placeKey(before) !== asked.basedOn) throw new Refusal('conflict', { words: CHANGED_MEANWHILE });
  const { routes } = portal().content;
  const problems = placeProblems({ now: before, wanted: asked, routes, cohorts, today: today() });
  if (problems['']) throw new Refusal('bad_input', { words: problems[''] });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  await refuseFull(tx, 'placeChanges', asked.traineeId);
  await keepChange(tx, by, { before, asked });
  const isMoved = asked.cohortId !== null && asked.cohortId !== before.cohortId;
  await tellPlace(tx, { traineeId: asked.traineeId, recordId: asked.id, what: isMoved ? 'moved' : 'changed' });
  if (asked.cohortId !== null && isMoved) await moveCohort(tx, by, { ...asked, cohortId: asked.cohortId });
  await tellTutorsOf(tx, by, { before: before.cohortId, asked, isMoved });
}

/** The tutors of the cohort that she left, without her name, and those of the one she is in. */
async function tellTutorsOf(
  tx: Writer,
  by: By,
  { before, asked, isMoved }: { before: string | null; asked: ChangeOfPlace; isMoved: boolean },
): Promise<void> {
  const news = { traineeId: asked.traineeId, recordId: asked.id, byId: by.id };
  if (isMoved && before !== null) await tellTutors(tx, { ...news, cohortId: before, what: 'left' });
  const cohortId = asked.cohortId ?? before;
  if (cohortId !== null) await tellTutors(tx, { ...news, cohortId, what: isMoved ? 'joined' : 'changed' });
}

function refuseOther(isSame: boolean): void {
  if (!isSame) throw new Refusal('conflict');
}

async function keepChange(tx: Writer, by: By, { before, asked }: { before: PlaceValues; asked: ChangeOfPlace }) {
  const { id, traineeId, reason } = asked;
  await changeEnrolment(tx, {
    ...{ id, traineeId, reason, effectiveOn: today(), changedBy: by.id, changedAt: now() },
    ...{ fromRouteId: before.routeId, toRouteId: asked.routeId },
    ...{ fromStartedOn: before.startedOn, toStartedOn: asked.startedOn },
    ...{ fromHoursPerWeek: before.hoursPerWeek, toHoursPerWeek: asked.hoursPerWeek },
  });
  if (placeKey({ ...before, cohortId: null }) === placeKey({ ...asked, cohortId: null })) return;
  const details = {
    ...{ fromRouteId: before.routeId, toRouteId: asked.routeId },
    ...{ fromStartedOn: before.startedOn, toStartedOn: asked.startedOn },
    ...{ fromHours: before.hoursPerWeek, toHours: asked.hoursPerWeek },
  };
  const entry = { id: newId(), at: now(), actorId: by.id, act: 'enrolment.changed' as const, personId: traineeId };
  await insertAuditEntries(tx, [{ ...entry, cohortId: asked.cohortId, details }]);
}

/** Ends the one membership and begins the other on the same day. */
async function moveCohort(
  tx: Writer,
  by: By,
  { id, traineeId, cohortId }: { id: string; traineeId: string; cohortId: string },
) {
  const left = await findMembership(tx, traineeId);
  const day = today();
  const leftOn = left && left.joinedOn > day ? left.joinedOn : day;
  if (left) await endMembership(tx, { ...left, leftOn, at: now() });
  await insertMembership(tx, { id, traineeId, cohortId, joinedOn: day });
  const entry = { id: newId(), at: now(), actorId: by.id, act: 'membership.moved' as const, personId: traineeId };
  await insertAuditEntries(tx, [
    { ...entry, cohortId, details: { fromCohortId: left?.cohortId ?? null, toCohortId: cohortId, on: day } },
  ]);
}
