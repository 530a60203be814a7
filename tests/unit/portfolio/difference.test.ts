import { describe, expect, test } from 'vitest';
import { difference, differenceWords, type Run } from '#src/domain/portfolio/difference.ts';

const before = (runs: readonly Run[]) =>
  runs
    .filter(({ kind }) => kind !== 'added')
    .map(({ text }) => text)
    .join('');
const after = (runs: readonly Run[]) =>
  runs
    .filter(({ kind }) => kind !== 'taken_out')
    .map(({ text }) => text)
    .join('');
const shown = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'added' ? `+[${text}]` : kind === 'taken_out' ? `-[${text}]` : text)).join('');

/** The same numbers every time, from a simple rule. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('what changed from one version to the next', () => {
  test.each([
    ['a word in the middle', 'I went home late', 'I went home early', 'I went home-[ late]+[ early]'],
    ['words at the end', 'I went', 'I went home', 'I went+[ home]'],
    ['words at the beginning', 'Then I went', 'I went', '-[Then I]+[I] went'],
    ['nothing', 'the same', 'the same', 'the same'],
    ['all of it', 'one', 'two', '-[one]+[two]'],
    ['everything is new', '', 'a first line', '+[a first line]'],
    ['everything is gone', 'a first line', '', '-[a first line]'],
  ])('%s', (_story, old, now, words) => {
    expect(shown(difference(old, now))).toBe(words);
  });

  test('put together again it gives both texts, for a thousand pairs of any words and blanks', () => {
    const next = numbers(7);
    const words = ['risk', 'plan', 'a', '\n\n', 'she', ' ', 'talked.', 'é', '🙂'];
    const text = () =>
      Array.from({ length: Math.floor(next() * 40) }, () => words[Math.floor(next() * words.length)]).join(
        next() < 0.5 ? ' ' : '',
      );
    for (let pair = 0; pair < 1_000; pair += 1) {
      const [old, now] = [text(), text()];
      const runs = difference(old, now);
      expect([before(runs), after(runs)]).toEqual([old, now]);
    }
  });

  test('two long texts that have nothing in common are told as one passage, and soon', () => {
    const long = (letter: string) => Array.from({ length: 2_500 }, (_, index) => `${letter}${index}`).join(' ');
    const started = performance.now();
    expect(difference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['taken_out', 'added']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test.each([
  ['a b c', 'a x c', '1 word added, 1 word taken out.'],
  ['a', 'a b c', '2 words added, 0 words taken out.'],
  ['same', 'same', null],
])('says how much in a sentence: “%s” and “%s”', (old, now, words) => {
  expect(differenceWords(difference(old, now))).toBe(words);
});
