import type { Strand } from '#src/domain/modules/words.ts';

/** Two letters for a strand, where a week is too narrow for its name; the key above them gives the name. */
export const STRAND_LETTERS: Readonly<Record<Strand, string>> = {
  assessments: 'As',
  parole: 'Pa',
  'sexual-offending': 'Se',
  'peer-learning': 'Pe',
};
