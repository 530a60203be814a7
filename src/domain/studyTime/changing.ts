import { Refusal } from '../errors.ts';
import { durationWords } from './duration.ts';
import { leftToMakeUp, type StudySession } from './ledger.ts';

type Kept = Pick<StudySession, 'day' | 'record' | 'isPlanned'>;

/** True where a session can go to another day: planned, not over, and nothing recorded. What was lost is recorded as lost, not moved. */
export function canMove({ day, record, isPlanned }: Kept, today: string): boolean {
  return isPlanned && record === null && day >= today;
}

/** True where a session can still be taken out of the plan: before its day. */
export function canWithdraw({ day, record, isPlanned }: Kept, today: string): boolean {
  return isPlanned && record === null && day > today;
}

/** Throws where a session cannot go to a day, for its time. `makesUpDay`: the day of what it makes up, or null. */
export function refuseMove(
  session: Kept,
  { day, today, makesUpDay }: { day: string; today: string; makesUpDay: string | null },
): void {
  if (session.record !== null || !session.isPlanned) {
    throw new Refusal('bad_input', { words: 'What became of it is recorded, so it stays on its day.' });
  }
  if (session.day < today) {
    throw new Refusal('bad_input', {
      words: 'Its day is over. Say what became of it; lost time can be made up on another day.',
    });
  }
  const problem = dayProblem(day, today, makesUpDay);
  if (problem !== null) throw new Refusal('bad_input', { fields: { day: problem } });
}

/** Why a day cannot be planned for, or null. */
export function dayProblem(day: string, today: string, makesUpDay: string | null): string | null {
  if (day < today) return 'That day is over. Choose today or a later day.';
  if (makesUpDay !== null && day < makesUpDay) return 'Lost time is made up on or after the day on which it was lost.';
  return null;
}

/** Throws where a session is not to be taken out of the plan any more. */
export function refuseWithdrawal(session: Kept, today: string): void {
  if (canWithdraw(session, today)) return;
  throw new Refusal('bad_input', {
    words: 'A session can be taken out of the plan before its day. From its day on, say what became of it.',
  });
}

interface MakingUp {
  /** The session whose lost time is made up; null where there is none, or it is somebody else's. */
  readonly lost: StudySession | null;
  /** It and every session that makes it up. */
  readonly sessions: readonly StudySession[];
  readonly day: string;
  readonly minutes: number;
}

/** Why a session cannot make up for another, with the field, or null. One that was to make up itself never stands for the loss: its own first one does. */
export function makingUpProblem({
  lost,
  sessions,
  day,
  minutes,
}: MakingUp): { field: 'day' | 'length'; words: string } | null {
  if (lost === null || lost.makesUp !== null) {
    return { field: 'length', words: 'There is no lost study time there to make up.' };
  }
  const left = leftToMakeUp(lost, sessions);
  if (left === 0) return { field: 'length', words: 'Nothing of it is left to make up.' };
  if (day < lost.day) return { field: 'day', words: 'Lost time is made up on or after the day on which it was lost.' };
  if (minutes > left)
    return { field: 'length', words: `${durationWords(left)} of it are left to make up: plan no more than that.` };
  return null;
}
