import type { CompareExercise } from './schema.ts';
import type { KeptWork, Looking, ShownHead } from './shown.ts';

export interface ShownCompare extends ShownHead {
  readonly kind: 'compare';
  readonly instruction: string;
  readonly accounts: readonly { readonly from: string; readonly text: readonly string[] }[];
  readonly question: string;
  readonly hint: string;
  /** What is saved, and what is in the field: the same, unless a form was refused. */
  readonly saved: string;
  readonly text: string;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** What others noticed; null before she has written words of her own. */
  readonly noticed: readonly string[] | null;
}

/** Her words as they are saved; `at` is null where there are none, or none any more. */
function savedWords(kept: KeptWork | null): { text: string; at: Date | null; version: string } {
  if (kept?.work.kind !== 'compare' || kept.work.text === '') return { text: '', at: null, version: '' };
  return { text: kept.work.text, at: kept.savedAt, version: kept.exerciseVersion };
}

const OLDER_WORDS = 'This exercise has changed since you wrote about it. What you wrote is still here.';

/** What one person is shown of two accounts: what others noticed only once she has written words of her own. */
export function shownCompare(exercise: CompareExercise, { kept, refused }: Looking): ShownCompare {
  const { id, title, minutes, instruction, accounts, question, hint, noticed, version } = exercise;
  const { text: saved, at, version: writtenAbout } = savedWords(kept);
  return {
    kind: 'compare',
    id,
    title,
    minutes,
    state: at ? 'Only you can see what you write.' : 'You have not written anything yet.',
    changed: at && writtenAbout !== version ? OLDER_WORDS : null,
    instruction,
    accounts: accounts.map(({ from, text }) => ({ from, text })),
    question,
    hint,
    saved,
    text: refused?.get('text') ?? saved,
    revision: kept?.revision ?? 0,
    savedAt: at,
    noticed: kept?.finishedAt ? noticed : null,
  };
}
