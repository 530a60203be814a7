import { describe, expect, test } from 'vitest';
import { STRANDS } from '#src/domain/modules/words.ts';
import { loadContent } from '#src/server/content.ts';
import { casesMissingInStrands } from '#src/server/content/casesInStrands.ts';
import { parole } from '../modules/parole.ts';

const content = await loadContent(new URL('../../../', import.meta.url));
const cases = content.cases.filter(({ id }) => id === 'dale-arkwright');
const modules = STRANDS.flatMap((strand) =>
  [1, 2, 3, 4, 5, 6].map((number) => ({ ...parole(`${strand}-${String(number)}`), strand })),
);
const opening = (...ids: string[]) => ({ terms: new Map(), cases: new Map([['dale-arkwright', ids]]) });

describe('the cases run through all four strands', () => {
  test('in the content of the portal', () => {
    expect(content.cases.map(({ id }) => id)).toEqual(['alun-fairweather', 'dale-arkwright', 'tamsin-quill']);
    expect(casesMissingInStrands(content)).toEqual([]);
  });

  test('a strand that never opens a case is named', () => {
    const uses = opening('assessments-1', 'parole-2', 'peer-learning-3');
    expect(casesMissingInStrands({ modules, cases, uses })).toEqual([
      `${cases[0]!.title} is opened by no module of Sexual offending.`,
    ]);
  });

  test('while modules are missing, nothing is said', () => {
    expect(casesMissingInStrands({ modules: modules.slice(1), cases, uses: opening() })).toEqual([]);
  });
});
