import type { Exercise, Scenario } from './schema.ts';

/** What kind of exercise it is, in a few words. */
export const KIND_WORDS: Readonly<Record<Exercise['kind'], string>> = {
  scenario: 'What would you do?',
  sort: 'Sort into boxes',
  order: 'Put in order',
  compare: 'Compare two accounts',
};

/** How a way through a scenario ends, in words. */
export const OUTCOME_WORDS: Readonly<Record<Scenario['endings'][number]['outcome'], string>> = {
  holds: 'It holds',
  for_now: 'It holds for now',
  goes_wrong: 'It goes wrong',
};

/** "You have found 2 of 4 endings." */
export function scenarioSentence(foundCount: number, endingCount: number): string {
  if (foundCount === 0) return `There are ${String(endingCount)} endings.`;
  if (foundCount === endingCount) return `You have found all ${String(endingCount)} endings.`;
  return `You have found ${String(foundCount)} of ${String(endingCount)} endings.`;
}

/** What came of the tries so far. */
export interface Tries {
  readonly tries: number;
  readonly bestCorrect: number;
}

/** "5 of 8 right in your best try, 2 tries." `work` is null before the first. */
export function triesSentence(work: Tries | null, partCount: number): string {
  if (!work) return 'You have not tried it yet.';
  const best = Math.min(work.bestCorrect, partCount);
  const tries = work.tries === 1 ? '1 try' : `${String(work.tries)} tries`;
  return `${String(best)} of ${String(partCount)} right in your best try, ${tries}.`;
}

/** Said where tries were made at a version that the exercise is no longer. */
export function olderTriesSentence({ tries, bestCorrect }: Tries): string {
  const made = tries === 1 ? 'your 1 try' : `your ${String(tries)} tries`;
  return `This exercise has changed since ${made} at an earlier version, with ${String(bestCorrect)} right in the best. Your next try is counted as the first at this one.`;
}
