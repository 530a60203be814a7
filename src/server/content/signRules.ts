import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';
import { wordsIn } from './wordsIn.ts';

/** Bold, links and tags: in a data file they would stand on the page as they are written. */
const SIGNS = /\*\*|\]\(|<\/?[A-Za-z]/;

/** Texts of data files that are written as if they were a module's. */
export function signProblems(filed: readonly Filed<unknown>[]): ContentProblem[] {
  return filed.flatMap(({ file, value, lineOf }) =>
    wordsIn(value)
      .filter(({ text }) => SIGNS.test(text))
      .map(({ field }) => ({
        file,
        line: lineOf(field),
        field,
        message: 'Bold, links and tags work in modules only. Here they would stand on the page as they are written.',
      })),
  );
}
