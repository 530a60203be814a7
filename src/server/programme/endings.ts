import { insertAuditEntries, type NewAuditEntry } from '#db/queries/audit.ts';
import { listCohortNames } from '#db/queries/cohorts/administered.ts';
import {
  deleteBreak,
  endAssignmentsOf,
  endMembership,
  findEnding,
  findMembership,
  insertBreak,
  insertEnding,
  insertMembership,
  reopenEnding,
  setBreakEnd,
} from '#db/queries/programme/changes.ts';
import { readPlaceHistory } from '#db/queries/programme/places.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type Ending, endingProblems, firstDayOutside } from '#src/domain/programme/endings.ts';
import { isOpen } from '#src/domain/programme/changing.ts';
import { tellPlace, tellTutors } from '../notices/tellings.ts';
import { newId, now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';

type By = Pick<Viewer, 'id'>;

export interface EndingOfProgramme extends Ending {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  readonly traineeId: string;
  readonly words: string;
  /** Whether those who assess and manage her are to stay assigned. */
  readonly assignmentsStay: boolean;
}

const entry = (by: By, { personId, ...rest }: Omit<NewAuditEntry, 'id' | 'at' | 'actorId'>): NewAuditEntry => ({
  ...{ id: newId(), at: now(), actorId: by.id, personId: personId ?? null },
  ...rest,
});

/**
 * Ends a trainee's programme: she leaves her cohort at once, a break that runs ends with it, and who assesses and manages her goes or
 * stays as was chosen. Her account, her records and her export stay hers. A repeat changes nothing. Throws `not_found`, `bad_input`,
 * `conflict`.
 */
export async function endProgramme(tx: Writer, by: By, asked: EndingOfProgramme): Promise<void> {
  const kept = await findEnding(tx, asked.id);
  if (kept && kept.traineeId !== asked.traineeId) throw new Refusal('conflict');
  if (kept) return;
  const { traineeId, kind, endedOn } = asked;
  const trainee = await findTrainee(tx, traineeId);
  if (!trainee) throw new Refusal('not_found');
  const reason = kind === 'completed' ? null : asked.reason;
  const problems = endingProblems({ enrolment: trainee.enrolment, today: today() }, { kind, reason, endedOn });
  if (problems['']) throw new Refusal('conflict', { words: problems[''] });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  await refuseFull(tx, 'endings', traineeId);
  await insertEnding(tx, {
    ...{ id: asked.id, traineeId, kind, reason, words: asked.words, endedOn },
    ...{ enteredBy: by.id, enteredAt: now() },
  });
  await endBreaks(tx, traineeId, endedOn);
  await leaveCohort(tx, traineeId, endedOn);
  const ended = asked.assignmentsStay ? [] : await endAssignmentsOf(tx, traineeId, today());
  await tellPlace(tx, { traineeId, recordId: asked.id, what: kind });
  const left = { traineeId, recordId: asked.id, what: 'left', byId: by.id } as const;
  if (trainee.cohortId !== null) await tellTutors(tx, { ...left, cohortId: trainee.cohortId });
  await insertAuditEntries(tx, [
    entry(by, {
      ...{ act: 'programme.ended', personId: traineeId, cohortId: trainee.cohortId },
      details: { endingId: asked.id, kind, endedOn, assignmentsEnded: ended.length },
    }),
    ...ended.map(({ personId, ...assignment }) =>
      entry(by, {
        ...{ act: 'assignment.ended' as const, personId, cohortId: null },
        details: { ...assignment, traineeId },
      }),
    ),
  ]);
}

async function leaveCohort(tx: Writer, traineeId: string, endedOn: string): Promise<void> {
  const membership = await findMembership(tx, traineeId);
  if (!membership) return;
  const leftOn = firstDayOutside({ joinedOn: membership.joinedOn, endedOn, today: today() });
  await endMembership(tx, { ...membership, leftOn, at: now() });
}

/** A break that runs on ends with the programme; one that has not begun is taken out. */
async function endBreaks(tx: Writer, traineeId: string, endedOn: string): Promise<void> {
  const { breaks } = await readPlaceHistory(tx, traineeId);
  const outside = addDays(endedOn, 1);
  for (const { id, startsOn, endsOn } of breaks) {
    if (startsOn > endedOn) await deleteBreak(tx, id);
    else if (endsOn === null || endsOn > outside) await setBreakEnd(tx, id, outside);
  }
}

export interface Reopening {
  readonly endingId: string;
  readonly cohortId: string;
  /** She was away: the time in between counts as a break, so that nothing became late in it. */
  readonly cameBack: boolean;
}

/**
 * Opens a programme again that was ended: by mistake, or because she came back. She is in a cohort again from today on; who assesses and
 * manages her is assigned anew where that had ended. A repeat changes nothing. Throws `not_found`, `bad_input`.
 */
export async function reopenProgramme(tx: Writer, by: By, { endingId, cohortId, cameBack }: Reopening): Promise<void> {
  const ending = await findEnding(tx, endingId);
  if (!ending) throw new Refusal('not_found');
  if (ending.reopenedAt !== null) return;
  const { traineeId, endedOn } = ending;
  const [trainee, cohorts] = await Promise.all([findTrainee(tx, traineeId), listCohortNames(tx)]);
  const cohort = cohorts.find((one) => one.cohortId === cohortId);
  if (!trainee) throw new Refusal('not_found');
  if (!cohort || !isOpen(cohort, today()))
    throw new Refusal('bad_input', { fields: { cohortId: 'Choose a cohort that is open' } });
  await reopenEnding(tx, { id: endingId, by: by.id, at: now() });
  const membershipId = `${endingId}:reopened`;
  if (trainee.cohortId === null)
    await insertMembership(tx, { id: membershipId, traineeId, cohortId, joinedOn: today() });
  const away = { startsOn: addDays(endedOn, 1), endsOn: today() };
  if (cameBack && away.endsOn > away.startsOn)
    await insertBreak(tx, { id: `${endingId}:away`, traineeId, reason: 'other', ...away });
  await tellPlace(tx, { traineeId, recordId: endingId, what: 'reopened' });
  const again = { traineeId, recordId: endingId, what: 'reopened', byId: by.id } as const;
  await tellTutors(tx, { ...again, cohortId: trainee.cohortId ?? cohortId });
  await insertAuditEntries(tx, [
    entry(by, {
      ...{ act: 'programme.reopened', personId: traineeId, cohortId },
      details: { endingId, cameBack, on: today() },
    }),
  ]);
}
