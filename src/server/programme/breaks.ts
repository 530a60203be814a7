import { insertAuditEntries } from '#db/queries/audit.ts';
import { deleteBreak, findBreak, insertBreak, setBreakEnd } from '#db/queries/programme/changes.ts';
import { readPlaceHistory } from '#db/queries/programme/places.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type BreakFacts, beginProblems, canCancel, changeProblems } from '#src/domain/programme/breaks.ts';
import type { PauseReason } from '#src/domain/programme/words.ts';
import { tellPlace, tellTutors } from '../notices/tellings.ts';
import { newId, now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';

type By = Pick<Viewer, 'id'>;

async function factsOf(db: Reader, traineeId: string): Promise<BreakFacts & { readonly cohortId: string | null }> {
  const [trainee, history] = await Promise.all([findTrainee(db, traineeId), readPlaceHistory(db, traineeId)]);
  if (!trainee) throw new Refusal('not_found');
  return { enrolment: trainee.enrolment, breaks: history.breaks, today: today(), cohortId: trainee.cohortId };
}

function refuse(problems: Readonly<Record<string, string>>): void {
  if (problems['']) throw new Refusal('bad_input', { words: problems[''] });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
}

interface Noted {
  readonly traineeId: string;
  readonly cohortId: string | null;
  readonly act: 'break.begun' | 'break.changed';
  readonly details: Readonly<Record<string, string | null>>;
}

const note = (tx: Writer, by: By, { traineeId, ...entry }: Noted) =>
  insertAuditEntries(tx, [{ id: newId(), at: now(), actorId: by.id, personId: traineeId, ...entry }]);

type BreakNews = 'break-begun' | 'break-changed' | 'break-cancelled';

/** Told to the trainee, and to the tutors of the cohort that she is in. */
async function tell(
  tx: Writer,
  by: By,
  { cohortId, ...told }: { traineeId: string; cohortId: string | null; recordId: string; what: BreakNews },
): Promise<void> {
  await tellPlace(tx, told);
  if (cohortId !== null) await tellTutors(tx, { ...told, cohortId, byId: by.id });
}

interface NewBreak {
  readonly id: string;
  readonly traineeId: string;
  readonly reason: PauseReason;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Enters a break. The same form again changes nothing. Throws `not_found`, `bad_input` with the fields of the form, `conflict`. */
export async function beginBreak(tx: Writer, by: By, asked: NewBreak): Promise<void> {
  const kept = await findBreak(tx, asked.id);
  if (kept && kept.traineeId !== asked.traineeId) throw new Refusal('conflict');
  if (kept) return;
  const { cohortId, ...facts } = await factsOf(tx, asked.traineeId);
  refuse(beginProblems(facts, asked));
  await refuseFull(tx, 'breaks', asked.traineeId);
  await insertBreak(tx, asked);
  const { id: breakId, startsOn, endsOn } = asked;
  await note(tx, by, {
    ...{ traineeId: asked.traineeId, cohortId, act: 'break.begun' },
    details: { breakId, startsOn, endsOn },
  });
  await tell(tx, by, { traineeId: asked.traineeId, cohortId, recordId: breakId, what: 'break-begun' });
}

interface ChangedBreak {
  readonly breakId: string;
  readonly endsOn: string | null;
  /** The first day back on the page, '' for none: somebody else may have changed it. */
  readonly basedOn: string;
}

/** Sets the first day back: later, earlier, known or not. The same again changes nothing. Throws `not_found`, `bad_input`, `conflict`. */
export async function changeBreak(tx: Writer, by: By, { breakId, endsOn, basedOn }: ChangedBreak): Promise<void> {
  const kept = await findBreak(tx, breakId);
  if (!kept) throw new Refusal('not_found');
  if (kept.endsOn === endsOn) return;
  if ((kept.endsOn ?? '') !== basedOn) throw new Refusal('conflict');
  const { cohortId, ...facts } = await factsOf(tx, kept.traineeId);
  refuse(changeProblems(facts, { id: breakId, endsOn }));
  await setBreakEnd(tx, breakId, endsOn);
  await note(tx, by, {
    ...{ traineeId: kept.traineeId, cohortId, act: 'break.changed' },
    details: { breakId, from: kept.endsOn, to: endsOn },
  });
  await tell(tx, by, { traineeId: kept.traineeId, cohortId, recordId: `${breakId}:${newId()}`, what: 'break-changed' });
}

/** Takes out a break that has not begun. One that is gone already stays gone. Throws `bad_input` for one that has begun. */
export async function cancelBreak(tx: Writer, by: By, breakId: string): Promise<void> {
  const kept = await findBreak(tx, breakId);
  if (!kept) return;
  if (!canCancel(kept, today()))
    throw new Refusal('bad_input', { words: 'This break has begun. Set its first day back instead.' });
  const { cohortId } = await factsOf(tx, kept.traineeId);
  await deleteBreak(tx, breakId);
  await note(tx, by, {
    ...{ traineeId: kept.traineeId, cohortId, act: 'break.changed' },
    details: { breakId, takenOut: kept.startsOn },
  });
  await tell(tx, by, { traineeId: kept.traineeId, cohortId, recordId: breakId, what: 'break-cancelled' });
}
