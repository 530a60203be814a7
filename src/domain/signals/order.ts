import type { NotedSignal, TraineeSignals } from './signal.ts';

/** As far as the order depends on it. */
type Ordered = Pick<TraineeSignals, 'name' | 'traineeId' | 'isInFirstWeeks' | 'signals'>;

/** Signals that nobody has noted, or that came back since: those that are before the tutor. */
export function openSignals({ signals }: Pick<TraineeSignals, 'signals'>): NotedSignal[] {
  return signals.filter(({ note }) => note === null);
}

/** Those that were noted and stand apart until they come back. */
export function notedApart({ signals }: Pick<TraineeSignals, 'signals'>): NotedSignal[] {
  return signals.filter(({ note }) => note !== null);
}

/** True where there is something that the tutor does herself; otherwise somebody else acts and she watches. */
export function isForTutor(trainee: Pick<TraineeSignals, 'signals'>): boolean {
  return openSignals(trainee).some(({ actor }) => actor === 'tutor');
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const first = (isSo: boolean) => (isSo ? 0 : 1);
const longest = (trainee: Ordered) => openSignals(trainee).reduce((day, { since }) => (since < day ? since : day), '9');

/**
 * The order in which a tutor reads: whoever needs something of her before those about whom somebody else acts; in the first weeks
 * before later; more signals before fewer; of the same number what has stood longest; then the name. Nothing is weighed or added up.
 */
function byOrder(one: Ordered, other: Ordered): number {
  return (
    first(isForTutor(one)) - first(isForTutor(other)) ||
    first(one.isInFirstWeeks) - first(other.isInFirstWeeks) ||
    openSignals(other).length - openSignals(one).length ||
    byText(longest(one), longest(other)) ||
    one.name.localeCompare(other.name) ||
    byText(one.traineeId, other.traineeId)
  );
}

/** That order in words, for the page on which it is used. */
export function orderWords(firstWeeks: number): string {
  const early = firstWeeks === 0 ? '' : ` trainees in their first ${String(firstWeeks)} weeks first, then`;
  return `First those who need something of you, then those about whom somebody else acts. Among each:${early} whoever has more signals, then what has stood longest, then by name. There is no score.`;
}

/** Those with a signal that is not noted, in that order, at most so many; `Infinity` for all. Nobody where all is well. */
export function needsFirst<One extends Ordered>(all: readonly One[], most: number): One[] {
  return all
    .filter((trainee) => openSignals(trainee).length > 0)
    .toSorted(byOrder)
    .slice(0, most);
}
