import { findTrainee } from '#db/queries/trainees.ts';
import {
  countOtherAppointments,
  findPattern,
  insertPattern,
  listPatterns,
  type PatternHolder,
} from '#db/queries/weekChanges.ts';
import type { Writer } from '#db/client.ts';
import { addDays } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { clashWords } from '#src/domain/week/clashes.ts';
import { patternProblem } from '#src/domain/week/changes.ts';
import type { WeekDays } from '#src/domain/week/pattern.ts';
import { loadAgenda } from '../week.ts';
import { now } from '../portal.ts';
import { refuseFull } from '../room.ts';

interface Wanted {
  readonly id: string;
  readonly traineeId: string;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The field at which the clash is told. */
  readonly field: 'day' | 'startsAt';
}

/** Throws `bad_input` with what she has on that day at that time. Asked inside the transaction. */
export async function refuseClash(tx: Writer, { field, traineeId, ...wanted }: Wanted): Promise<void> {
  const trainee = await findTrainee(tx, traineeId);
  if (!trainee) return;
  const { day } = wanted;
  const agenda = await loadAgenda(tx, trainee, { from: day, to: day, audience: 'self' });
  const words = clashWords(agenda, { ...wanted, part: 'times' });
  if (words !== null) throw new Refusal('bad_input', { fields: { [field]: words, despite: CLASH } });
}

/** So many appointments a day holds. */
const MOST_A_DAY = 20;

/** Throws `bad_input` where the day of an appointment holds no more. Asked inside the transaction. */
export async function refuseFullDay(tx: Writer, wanted: Pick<Wanted, 'id' | 'traineeId' | 'day'>): Promise<void> {
  if ((await countOtherAppointments(tx, wanted)) < MOST_A_DAY) return;
  const words = `There are ${String(MOST_A_DAY)} appointments on that day already, as many as a day holds.`;
  throw new Refusal('bad_input', { fields: { day: words } });
}

const CLASH = 'Choose another day or time, or tick the box to put it there all the same.';

interface NewPattern {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly days: WeekDays;
}

/** Whether the form was sent before. Throws `conflict` where its id is that of somebody else's usual week. */
async function isKept(tx: Writer, id: string, holder: PatternHolder): Promise<boolean> {
  const kept = await findPattern(tx, id);
  const isOwn = 'cohortId' in holder ? kept?.cohortId === holder.cohortId : kept?.traineeId === holder.traineeId;
  if (kept && !isOwn) throw new Refusal('conflict');
  return kept !== null;
}

/** Keeps a usual week of a cohort or a person; the same form again changes nothing. Throws `bad_input` where one begins on that day already. */
export async function keepPattern(
  tx: Writer,
  pattern: NewPattern,
  { holder, by }: { holder: PatternHolder; by: string },
): Promise<{ id: string }> {
  if (await isKept(tx, pattern.id, holder)) return { id: pattern.id };
  await ('cohortId' in holder
    ? refuseFull(tx, 'cohortPatterns', holder.cohortId)
    : refuseFull(tx, 'ownPatterns', holder.traineeId));
  const problem = patternProblem(pattern.startsOn, await listPatterns(tx, holder));
  if (problem !== null) throw new Refusal('bad_input', { fields: { startsOn: problem } });
  await insertPattern(tx, { ...pattern, ...holder, enteredBy: by, enteredAt: now() });
  return { id: pattern.id };
}

/** The first day without a pattern, from the last day that was typed; an empty one takes it out altogether. Throws `bad_input`. */
export function lastDayOf({ startsOn }: { startsOn: string }, last: string): string {
  if (last === '') return startsOn;
  if (last >= startsOn) return addDays(last, 1);
  throw new Refusal('bad_input', { fields: { lastDay: 'The last day is on or after the first day of it.' } });
}
