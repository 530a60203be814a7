import type { CompareExercise, OrderExercise, SortExercise } from './schema.ts';

/** What is wrong with an exercise, in its author's words: where, as a path of keys, and what to do about it. */
export interface AuthorProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Where `superRefine` takes problems. */
export interface ProblemSink {
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void;
}

/** Hands problems to zod. */
export function tell(sink: ProblemSink, problems: readonly AuthorProblem[]): void {
  for (const { path, message } of problems) sink.addIssue({ code: 'custom', path: [...path], message });
}

/** Things in a list whose id another one before them has already. `at` is the path of the list; `what` names one of them. */
export function doubleIds(
  list: readonly { readonly id: string }[],
  at: readonly (string | number)[],
  what: string,
): AuthorProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) < index
      ? [{ path: [...at, index, 'id'], message: `Each ${what} has a name of its own; "${id}" is there already.` }]
      : [],
  );
}

/** Sort: names of their own, boxes that exist, and no box that stays empty. */
export function sortRules({ boxes, items }: SortExercise, sink: ProblemSink): void {
  const known = new Set(boxes.map(({ id }) => id));
  const used = new Set(items.map(({ box }) => box));
  tell(sink, [
    ...doubleIds(boxes, ['boxes'], 'box'),
    ...doubleIds(items, ['items'], 'thing to sort'),
    ...items.flatMap(({ box }, index) =>
      known.has(box)
        ? []
        : [{ path: ['items', index, 'box'], message: `There is no box "${box}". There are ${[...known].join(', ')}.` }],
    ),
    ...boxes.flatMap(({ id, title }, index) =>
      used.has(id)
        ? []
        : [
            {
              path: ['boxes', index],
              message: `Nothing belongs in “${title}”. Take the box away or give it something.`,
            },
          ],
    ),
  ]);
}

/** Order: names of their own. */
export function orderRules({ steps }: OrderExercise, sink: ProblemSink): void {
  tell(sink, doubleIds(steps, ['steps'], 'step'));
}

/** Compare: the two accounts have names of their own. */
export function compareRules({ accounts }: CompareExercise, sink: ProblemSink): void {
  tell(sink, doubleIds(accounts, ['accounts'], 'account'));
}
