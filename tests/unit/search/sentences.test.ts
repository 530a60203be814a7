import { expect, test } from 'vitest';
import { correctionSentence, countSentence } from '#src/components/search/words.ts';

const found = { query: 'recall', groups: [], count: 1, isCut: false, corrections: [], guesses: [], isPartial: false };
const hit = { whole: 'a', kind: 'term' as const, title: 'a', titleHref: '/', place: null, href: '/', excerpt: [] };

test('one place and several are told in the right number', () => {
  expect(countSentence(found)).toBe('1 place for “recall”.');
  expect(countSentence({ ...found, count: 12 })).toBe('12 places for “recall”.');
});

test('where not all is shown, the sentence says how much is and what to do', () => {
  const groups = [{ ...hit, hits: Array.from({ length: 30 }, () => hit) }];
  expect(countSentence({ ...found, groups, count: 112, isCut: true })).toBe(
    '112 places for “recall”. These are the 30 that fit best; another word narrows them down.',
  );
});

test('a corrected word is named with what was looked for', () => {
  expect(correctionSentence(found)).toBeNull();
  expect(
    correctionSentence({
      corrections: [
        { typed: 'mapa', meant: 'MAPPA' },
        { typed: 'recal', meant: 'recall' },
      ],
    }),
  ).toBe(
    'Nothing here is spelt quite like that, so we looked for “MAPPA” in place of “mapa” and “recall” in place of “recal”.',
  );
});
