import { feedbackUntil } from './afterwards.ts';

/** So many stand beside each other at least while the week goes on. */
export const SHOWN_TOGETHER = 3;

/**
 * Whether a name is no secret to whoever led: with so few others in the room it is plain who wrote. `there` counts her too. It is said
 * before anybody writes, as nothing that is done with the words afterwards can hide it.
 */
export const canBeTold = (there: number): boolean => there - 1 <= SHOWN_TOGETHER;

export interface GivenFeedback {
  readonly helped: string;
  /** Empty where nobody suggested anything. */
  readonly suggestion: string;
  readonly givenAt: Date;
}

export type ShownFeedback = Omit<GivenFeedback, 'givenAt'>;

const byWords = (one: ShownFeedback, other: ShownFeedback) =>
  `${one.helped}\n${one.suggestion}` < `${other.helped}\n${other.suggestion}` ? -1 : 1;

/**
 * What whoever led reads, without names. In the week of writing three at a time, so that none stands alone and nobody can tell by the
 * hour whose it is; once the week is over, all of it. By its words, never in the order in which it came.
 */
export function feedbackToShow(
  given: readonly GivenFeedback[],
  { day, today }: { day: string; today: string },
): ShownFeedback[] {
  const isWhole = today > feedbackUntil(day);
  const inOrder = given.toSorted((one, other) => one.givenAt.getTime() - other.givenAt.getTime());
  const shown = isWhole ? inOrder : inOrder.slice(0, inOrder.length - (inOrder.length % SHOWN_TOGETHER));
  return shown.map(({ helped, suggestion }) => ({ helped, suggestion })).toSorted(byWords);
}
