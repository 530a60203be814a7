/** What an administrator may decide about a criterion of the version before. */
export const BECOMES = ['same', 'reworded', 'changed', 'split_carries', 'split_again', 'dropped'] as const;
export type Becomes = (typeof BECOMES)[number];

export const BECOMES_WORDS: Readonly<Record<Becomes, string>> = {
  same: 'The same words',
  reworded: 'Reworded: what was signed carries over',
  changed: 'Changed: look at it again',
  split_carries: 'Split: every part carries over',
  split_again: 'Split: look at every part again',
  dropped: 'Dropped',
};

/** Short, as it is told of a version that counts. */
export const BECAME_WORDS: Readonly<Record<Becomes, string>> = {
  same: 'The same words',
  reworded: 'Reworded; what was signed carries over',
  changed: 'Changed; looked at again',
  split_carries: 'Split; every part carries over',
  split_again: 'Split; every part is looked at again',
  dropped: 'Dropped',
};

export const isBecomes = (word: string): word is Becomes => (BECOMES as readonly string[]).includes(word);
