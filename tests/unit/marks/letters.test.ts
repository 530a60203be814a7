import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWordBorder, lettersOf } from '#src/domain/marks/letters.ts';

describe('passages are compared by letters and digits', () => {
  test.each([
    ['case', 'Risk of Serious HARM', 'riskofseriousharm'],
    ['punctuation and spaces', ' “Find out,  then—decide!” ', 'findoutthendecide'],
    ['typographic and straight quotes', "it’s and it's", 'itsandits'],
    ['digits', 'From 31 March 2026', 'from31march2026'],
    ['accents, whole or put together', 'Siân Si\u0302on', 'siansion'],
    ['ligatures and wide letters', 'oﬃce ＡＢ', 'officeab'],
    ['nothing but signs', '… — !', ''],
  ])('%s', (_what, text, letters) => {
    expect(lettersOf(text).letters).toBe(letters);
  });

  test('each letter knows where in the text it stands', () => {
    const { letters, from, to } = lettersOf('A “b” c\u0301d');
    expect([...letters].map((letter, at) => [letter, from[at], to[at]])).toEqual([
      ['a', 0, 1],
      ['b', 3, 4],
      ['c', 6, 8],
      ['d', 8, 9],
    ]);
  });

  test('a word ends where something stands between two letters, and not at an accent', () => {
    const found = lettersOf('e\u0301t un');
    expect([0, 1, 2, 3, 4].map((at) => isWordBorder(found, at))).toEqual([true, false, true, false, true]);
  });

  test('odd text is no harm: every letter lies within the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { letters, from, to } = lettersOf(text);
        expect(from).toHaveLength(letters.length);
        expect(to).toHaveLength(letters.length);
        expect(from.every((at, index) => at >= (from[index - 1] ?? 0) && at < (to[index] ?? 0))).toBe(true);
        expect(Math.max(0, ...to)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
