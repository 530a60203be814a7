import { fitsOrder, fitsSort, markOrder, markSort } from './mark.ts';
import type { OrderExercise, SortExercise } from './schema.ts';
import type { ExerciseWork } from './work.ts';

type SortWork = Extract<ExerciseWork, { kind: 'sort' }>;
type OrderWork = Extract<ExerciseWork, { kind: 'order' }>;

/** The tries at sorting that are about the exercise as it is now; null where there are none. */
export function sortTries(exercise: SortExercise, work: ExerciseWork | null): SortWork | null {
  return work?.kind === 'sort' && fitsSort(exercise, work.last) ? work : null;
}

/** The tries at ordering that are about the exercise as it is now; null where there are none. */
export function orderTries(exercise: OrderExercise, work: ExerciseWork | null): OrderWork | null {
  return work?.kind === 'order' && fitsOrder(exercise, work.last) ? work : null;
}

/** The work after a try at sorting. The same placing again is the same try; tries at another version are not counted on. */
export function afterSort(
  exercise: SortExercise,
  work: ExerciseWork | null,
  placed: Readonly<Record<string, string>>,
): SortWork {
  const before = sortTries(exercise, work);
  if (before && exercise.items.every(({ id }) => before.last[id] === placed[id])) return before;
  const bestCorrect = Math.max(before?.bestCorrect ?? 0, markSort(exercise, placed).correctCount);
  return { kind: 'sort', tries: (before?.tries ?? 0) + 1, bestCorrect, last: placed };
}

/** The work after a try at ordering. The same order again is the same try; tries at another version are not counted on. */
export function afterOrder(exercise: OrderExercise, work: ExerciseWork | null, order: readonly string[]): OrderWork {
  const before = orderTries(exercise, work);
  if (before && order.every((id, index) => before.last[index] === id)) return before;
  const bestCorrect = Math.max(before?.bestCorrect ?? 0, markOrder(exercise, order).correctCount);
  return { kind: 'order', tries: (before?.tries ?? 0) + 1, bestCorrect, last: order };
}
