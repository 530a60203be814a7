import { findStudySession, insertStudyRecord, insertStudySessions, listWithMakeUps } from '#db/queries/studyTime.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { addDays } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { dayProblem, makingUpProblem } from '#src/domain/studyTime/changing.ts';
import { repeatedDays, type SkippedDay, whyNotOn } from '#src/domain/studyTime/days.ts';
import { durationWords, LONGEST_SESSION, minutesTyped } from '#src/domain/studyTime/duration.ts';
import type { StudySession } from '#src/domain/studyTime/ledger.ts';
import type { LossCause, StudyPart } from '#src/domain/studyTime/words.ts';
import type { GuardedWrite } from '#src/server/guardedWrite.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { dayFactsOf } from '#src/server/studyTime.ts';

const DAYS_A_WEEK = 7;

async function traineeOf(tx: Writer, traineeId: string): Promise<TraineeRecord> {
  const trainee = await findTrainee(tx, traineeId);
  if (trainee) return trainee;
  throw new Refusal('conflict', {
    words: 'You are not on a route of the programme yet, so no study time can be planned.',
  });
}

const refuse = (fields: Record<string, string>) => new Refusal('bad_input', { fields });

/** Minutes from two fields, the first of which is named in what is refused. */
function lengthOf(hours: string, minutes: string, field: string): number {
  const length = minutesTyped(hours, minutes);
  if (length === null) throw refuse({ [field]: 'Give how long it is, in hours and minutes' });
  if (length >= 1 && length <= LONGEST_SESSION) return length;
  throw refuse({ [field]: `Give a time between 1 minute and ${durationWords(LONGEST_SESSION)}` });
}

/** Throws where a session cannot be on its day; asked inside the transaction, so that two forms at once cannot fill it twice. */
export async function refuseStudyDay(
  tx: Writer,
  { id, traineeId, day, minutes }: Pick<StudySession, 'id' | 'traineeId' | 'day' | 'minutes'>,
): Promise<void> {
  const facts = await dayFactsOf(tx, await traineeOf(tx, traineeId), { from: day, to: day });
  const others = facts.sessions.filter((session) => !('id' in session) || session.id !== id);
  const why = whyNotOn(day, minutes, { ...facts, sessions: others });
  if (why !== null) throw refuse({ day: why });
}

interface MakingUp {
  readonly traineeId: string;
  readonly makesUp: string;
  readonly day: string;
  readonly minutes: number;
  /** What the fields are called on the form. */
  readonly fields: { readonly day: string; readonly length: string };
}

/** Throws where a session cannot make up for another. Somebody else's is answered as if there were none. */
async function refuseMakingUp(tx: Writer, { traineeId, makesUp, day, minutes, fields }: MakingUp): Promise<void> {
  const sessions = await listWithMakeUps(tx, makesUp);
  const lost = sessions.find((session) => session.id === makesUp && session.traineeId === traineeId) ?? null;
  const problem = makingUpProblem({ lost, sessions, day, minutes });
  if (problem) throw refuse({ [fields[problem.field]]: problem.words });
}

export interface Planned {
  readonly id: string;
  readonly day: string;
  readonly hours: string;
  readonly minutes: string;
  readonly part: StudyPart;
  readonly startsAt: string | null;
  readonly weeks: number;
  readonly makesUp: string | null;
}

/** Whether the form was sent before. Throws where its id is that of somebody else's session. */
async function wasSent(tx: Writer, id: string, traineeId: string): Promise<boolean> {
  const kept = await findStudySession(tx, id);
  if (kept && kept.traineeId !== traineeId) throw new Refusal('conflict');
  return kept !== null;
}

/** The days to plan, and those passed over. Throws where none is left. */
async function daysToPlan(tx: Writer, plan: Planned, { traineeId, minutes }: { traineeId: string; minutes: number }) {
  const { day: firstDay, weeks } = plan;
  const to = addDays(firstDay, (weeks - 1) * DAYS_A_WEEK);
  const facts = await dayFactsOf(tx, await traineeOf(tx, traineeId), { from: firstDay, to });
  if (weeks > 1) {
    const found = repeatedDays({ firstDay, weeks, minutes }, facts);
    if (found.days.length > 0) return found;
    throw refuse({ day: `Nothing can be planned on any of these days. ${found.skipped[0]?.why ?? ''}`.trim() });
  }
  const why = whyNotOn(firstDay, minutes, facts);
  if (why !== null) throw refuse({ day: why });
  return { days: [firstDay], skipped: [] as SkippedDay[] };
}

/** Plans study time for a trainee. A repeat of the same form changes nothing. Throws `bad_input` with the field. */
export async function planStudyTime(plan: Planned, traineeId: string, write: GuardedWrite) {
  const { id, part, startsAt, makesUp } = plan;
  const minutes = lengthOf(plan.hours, plan.minutes, 'hours');
  const problem = dayProblem(plan.day, today(), null);
  if (problem !== null) throw refuse({ day: problem });
  if (makesUp !== null && plan.weeks > 1) throw refuse({ weeks: 'Lost time is made up by one session at a time' });
  return write(async (tx) => {
    if (await wasSent(tx, id, traineeId)) return { days: [plan.day], skipped: [] };
    await refuseFull(tx, 'studySessions', traineeId);
    const { days, skipped } = await daysToPlan(tx, plan, { traineeId, minutes });
    if (makesUp !== null)
      await refuseMakingUp(tx, { traineeId, makesUp, day: plan.day, minutes, fields: { day: 'day', length: 'hours' } });
    const common = { traineeId, minutes, part, startsAt, makesUp, plannedAt: now(), revision: 1 };
    await insertStudySessions(
      tx,
      days.map((day, index) => ({ ...common, id: index === 0 ? id : `${id}-${String(index + 1)}`, day })),
    );
    return { days, skipped };
  });
}

export interface Entered {
  readonly id: string;
  readonly pastDay: string;
  readonly pastHours: string;
  readonly pastMinutes: string;
  readonly pastPart: StudyPart;
  readonly pastOutcome: 'unplanned' | 'taken' | 'lost';
  readonly pastCause: LossCause | '';
  readonly pastMakesUp: string | null;
}

function refuseEntered({ pastDay, pastOutcome, pastCause, pastMakesUp }: Entered): void {
  if (pastDay > today()) throw refuse({ pastDay: 'That day has not come yet. Plan it instead.' });
  if (pastOutcome === 'lost' && pastCause === '') throw refuse({ pastCause: 'Choose what it was lost to' });
  if (pastOutcome !== 'lost' && pastCause !== '') throw refuse({ pastCause: 'Nothing was lost: leave the cause open' });
  if (pastOutcome === 'lost' && pastMakesUp !== null) throw refuse({ pastMakesUp: 'Lost time makes nothing up' });
}

/** Keeps what was on a day that is over, with what became of it. A repeat of the same form changes nothing. */
export async function enterStudyTime(entered: Entered, traineeId: string, write: GuardedWrite) {
  const { id, pastDay: day, pastPart: part, pastOutcome, pastCause, pastMakesUp: makesUp } = entered;
  const minutes = lengthOf(entered.pastHours, entered.pastMinutes, 'pastHours');
  refuseEntered(entered);
  return write(async (tx) => {
    if (await wasSent(tx, id, traineeId)) return { sessionId: id, lostMinutes: 0 };
    await refuseFull(tx, 'studySessions', traineeId);
    await refusePastDay(tx, { id, traineeId, day, minutes });
    if (makesUp !== null)
      await refuseMakingUp(tx, { traineeId, makesUp, day, minutes, fields: { day: 'pastDay', length: 'pastHours' } });
    const at = now();
    const isPlanned = pastOutcome !== 'unplanned';
    await insertStudySessions(tx, [
      { id, traineeId, day, minutes, part, makesUp, isPlanned, plannedAt: at, revision: 1 },
    ]);
    const lostMinutes = pastOutcome === 'lost' ? minutes : 0;
    const cause = pastCause === '' ? null : pastCause;
    const took = { takenMinutes: minutes - lostMinutes, lostMinutes, cause, words: '' };
    await insertStudyRecord(tx, { id: `${id}-1`, sessionId: id, traineeId, number: 1, ...took, recordedAt: at });
    return { sessionId: id, lostMinutes };
  });
}

/** What was, was: only the length of the programme and of the day is asked, not where else she was to be. */
async function refusePastDay(
  tx: Writer,
  session: Pick<StudySession, 'id' | 'traineeId' | 'day' | 'minutes'>,
): Promise<void> {
  const { day, minutes, traineeId } = session;
  const facts = await dayFactsOf(tx, await traineeOf(tx, traineeId), { from: day, to: day });
  const why = whyNotOn(day, minutes, { ...facts, busy: [] });
  if (why !== null) throw refuse({ pastDay: why });
}
