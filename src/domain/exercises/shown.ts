import { type Marked, mixedSteps, sortFor, markOrder, markSort } from './mark.ts';
import type { Exercise, OrderExercise, SortExercise } from './schema.ts';
import { type ShownCompare, shownCompare } from './shownCompare.ts';
import { type ShownScenario, shownScenario } from './shownScenario.ts';
import { orderTries, sortTries } from './trying.ts';
import { olderTriesSentence, triesSentence } from './words.ts';
import type { ExerciseWork } from './work.ts';

/** What is kept of somebody's work on an exercise. */
export interface KeptWork {
  readonly work: ExerciseWork;
  readonly exerciseVersion: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly finishedAt: Date | null;
}

/** What every exercise shows above everything else. */
export interface ShownHead {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** How far she is, as a sentence. */
  readonly state: string;
  /** What there is to say where her work was about an earlier version; null where it was not. */
  readonly changed: string | null;
}

/** Right or not, and why. Null before a try, and for a try that was not taken. */
type Mark = { readonly correct: boolean; readonly because: string } | null;

export interface ShownSort extends ShownHead {
  readonly kind: 'sort';
  readonly instruction: string;
  readonly boxes: readonly { readonly id: string; readonly title: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly box: string | null;
    readonly mark: Mark;
  }[];
  /** How many were right in the last try; null before the first. */
  readonly correctCount: number | null;
}

export interface ShownOrder extends ShownHead {
  readonly kind: 'order';
  readonly instruction: string;
  /** `place` as it was given, from "1" on; empty before. */
  readonly steps: readonly {
    readonly id: string;
    readonly text: string;
    readonly place: string;
    readonly mark: Mark;
  }[];
  readonly correctCount: number | null;
}

/** An exercise as one person may see it now: nothing in it says what is right before she has tried. */
export type ShownExercise = ShownScenario | ShownSort | ShownOrder | ShownCompare;

/** Who looks, what is kept of her work, and what she sent where it was not taken (part id -> what was given). */
export interface Looking {
  readonly personId: string;
  readonly kept: KeptWork | null;
  readonly refused: ReadonlyMap<string, string> | null;
}

const markOf = (marked: Marked | null, id: string): Mark => {
  const part = marked?.parts.find((one) => one.id === id);
  return part ? { correct: part.correct, because: part.because } : null;
};

/** Made by naming what stays, here and below, so that a new field cannot slip out. */
function head({ id, title, minutes }: Exercise, state: string, changed: string | null): ShownHead {
  return { id, title, minutes, state, changed };
}

function shownSort(exercise: SortExercise, { personId, kept, refused }: Looking): ShownSort {
  const { boxes, items, instruction } = sortFor(exercise, personId);
  const work = kept?.work.kind === 'sort' ? kept.work : null;
  const tries = sortTries(exercise, work);
  const marked = tries && !refused ? markSort(exercise, tries.last) : null;
  const boxOf = (id: string) =>
    boxes.find((box) => box.id === (refused ? refused.get(id) : work?.last[id]))?.id ?? null;
  return {
    ...head(exercise, triesSentence(tries, items.length), work && !tries ? olderTriesSentence(work) : null),
    kind: 'sort',
    instruction,
    boxes: boxes.map(({ id, title }) => ({ id, title })),
    items: items.map(({ id, text }) => ({ id, text, box: boxOf(id), mark: markOf(marked, id) })),
    correctCount: marked?.correctCount ?? null,
  };
}

/** The steps in the order she gave them last; mixed before the first try. */
function stepsShown(exercise: OrderExercise, personId: string, last: readonly string[] | undefined) {
  const given = last?.flatMap((id) => exercise.steps.filter((step) => step.id === id));
  return given ?? mixedSteps(exercise, personId);
}

function shownOrder(exercise: OrderExercise, { personId, kept, refused }: Looking): ShownOrder {
  const work = kept?.work.kind === 'order' ? kept.work : null;
  const tries = orderTries(exercise, work);
  const marked = tries && !refused ? markOrder(exercise, tries.last) : null;
  const steps = stepsShown(exercise, personId, tries?.last);
  const placeOf = (id: string, at: number) => (refused ? (refused.get(id) ?? '') : tries ? String(at + 1) : '');
  return {
    ...head(exercise, triesSentence(tries, steps.length), work && !tries ? olderTriesSentence(work) : null),
    kind: 'order',
    instruction: exercise.instruction,
    steps: steps.map(({ id, text }, at) => ({ id, text, place: placeOf(id, at), mark: markOf(marked, id) })),
    correctCount: marked?.correctCount ?? null,
  };
}

/** What one person is shown of an exercise. Somebody without work of her own sees what everybody sees first. */
export function shownExercise(exercise: Exercise, looking: Looking): ShownExercise {
  switch (exercise.kind) {
    case 'scenario':
      return shownScenario(exercise, looking);
    case 'sort':
      return shownSort(exercise, looking);
    case 'order':
      return shownOrder(exercise, looking);
    case 'compare':
      return shownCompare(exercise, looking);
  }
}
