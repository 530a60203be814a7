import { Refusal } from '../errors.ts';
import { partField } from './fields.ts';
import { mixed, mixedUp } from './mix.ts';
import type { OrderExercise, SortExercise } from './schema.ts';

/** Whether one thing was put where it belongs, and why it belongs there. */
export interface MarkedPart {
  readonly id: string;
  readonly correct: boolean;
  readonly because: string;
}

export interface Marked {
  readonly correctCount: number;
  readonly parts: readonly MarkedPart[];
}

function marked(parts: readonly MarkedPart[]): Marked {
  return { correctCount: parts.filter(({ correct }) => correct).length, parts };
}

/** The exercise as one person sees it: the things to sort in an order that does not give away where they belong. */
export function sortFor(exercise: SortExercise, personId: string): SortExercise {
  return { ...exercise, items: mixed(exercise.items, `${personId} ${exercise.id}`) };
}

/** The steps as one person sees them first: mixed, the same way each time, never in the right order. */
export function mixedSteps({ id, steps }: OrderExercise, personId: string): OrderExercise['steps'] {
  return mixedUp(steps, `${personId} ${id}`);
}

/** The exercise as one person sees it at first, so that nothing made from it tells in which order its steps belong. */
export function orderFor(exercise: OrderExercise, personId: string): OrderExercise {
  return { ...exercise, steps: mixedSteps(exercise, personId) };
}

function refuseProblems(exerciseId: string, problems: readonly (readonly [partId: string, words: string])[]): void {
  if (problems.length === 0) return;
  const fields = problems.map(([partId, words]) => [partField(exerciseId, partId), words]);
  throw new Refusal('bad_input', { fields: Object.fromEntries(fields) as Record<string, string> });
}

/** Whether what was kept is still about the things and boxes that there are. */
export function fitsSort({ boxes, items }: SortExercise, placed: Readonly<Record<string, string>>): boolean {
  return items.every(({ id }) => boxes.some((box) => box.id === placed[id]));
}

/** Item id -> box id, for every item and in their order. Throws `bad_input` naming each item that has no box, by its number. */
export function placedItems(exercise: SortExercise, sent: ReadonlyMap<string, string>): Record<string, string> {
  const boxIds = new Set(exercise.boxes.map(({ id }) => id));
  const missing = exercise.items.flatMap(({ id }, index) =>
    boxIds.has(sent.get(id) ?? '') ? [] : [[id, `Number ${String(index + 1)}: choose a box.`] as const],
  );
  refuseProblems(exercise.id, missing);
  return Object.fromEntries(exercise.items.map(({ id }) => [id, sent.get(id) ?? '']));
}

/** Marks a try at sorting. What was placed has to fit: `placedItems` and `fitsSort` see to that. */
export function markSort({ items }: SortExercise, placed: Readonly<Record<string, string>>): Marked {
  return marked(items.map(({ id, box, because }) => ({ id, because, correct: placed[id] === box })));
}

/** Whether an order that was kept is still one of the steps that there are. */
export function fitsOrder({ steps }: OrderExercise, order: readonly string[]): boolean {
  return order.length === steps.length && steps.every(({ id }) => order.includes(id));
}

/** What is wrong with the places given to steps, one sentence a step. */
function placeProblems({ steps }: OrderExercise, sent: ReadonlyMap<string, string>): [string, string][] {
  const count = steps.length;
  const placeOf = (id: string) => (/^\d{1,3}$/.test(sent.get(id) ?? '') ? Number(sent.get(id)) : 0);
  return steps.flatMap(({ id, text }): [string, string][] => {
    const place = placeOf(id);
    if (place < 1 || place > count) return [[id, `Choose a place from 1 to ${String(count)} for “${text}”`]];
    const twin = steps.find((other) => other.id !== id && placeOf(other.id) === place);
    return twin
      ? [[id, `“${text}” and “${twin.text}” both have place ${String(place)}: give one of them another`]]
      : [];
  });
}

/**
 * Step ids in the order of the places 1 to n that were given. Throws `bad_input` for a step without a place or with one that is
 * taken, in the order of the steps: give it what `orderFor` makes, or what is wrong would be told in the right order.
 */
export function orderedSteps(exercise: OrderExercise, sent: ReadonlyMap<string, string>): string[] {
  refuseProblems(exercise.id, placeProblems(exercise, sent));
  const byPlace = exercise.steps.map(({ id }) => ({ id, place: Number(sent.get(id)) }));
  return byPlace.sort((one, other) => one.place - other.place).map(({ id }) => id);
}

/** Marks a try at ordering, in the order that was given: right is what stands in its own place. */
export function markOrder({ steps }: OrderExercise, order: readonly string[]): Marked {
  const because = new Map(steps.map((step) => [step.id, step.because]));
  return marked(order.map((id, index) => ({ id, because: because.get(id) ?? '', correct: steps[index]?.id === id })));
}
