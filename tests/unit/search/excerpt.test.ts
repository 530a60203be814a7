import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupHits, type SearchHit } from '#src/domain/search/entry.ts';
import { excerptOf, markWords, type Piece } from '#src/domain/search/excerpt.ts';
import { stemsOf } from '#src/domain/search/words.ts';

const stems = (words: string) => new Set(stemsOf(words));
/** The pieces as text, hits between stars. */
const told = (pieces: readonly Piece[]) => pieces.map(({ text, isHit }) => (isHit ? `*${text}*` : text)).join('');
const FILLER = 'A panel asks what has changed since the last review. ';

describe('an excerpt', () => {
  test.each([
    ['a short text is shown whole', 'He was recalled on Friday.', 'recall', 'He was *recalled* on Friday.'],
    ['every hit is set apart', 'Recall, then recalls.', 'recall', '*Recall*, then *recalls*.'],
    ['without a hit it is the beginning', 'He was recalled.', 'mappa', 'He was recalled.'],
    ['markup stays text', 'Write <b>recall</b> & stop', 'recall', 'Write <b>*recall*</b> & stop'],
    ['an empty text gives nothing', '', 'recall', ''],
  ])('%s', (_story, text, words, expected) => {
    expect(told(excerptOf(text, stems(words)))).toBe(expected);
  });

  test('is taken from around the hit, cut between words, and says so', () => {
    const text = `${FILLER.repeat(6)}The licence must be necessary and proportionate. ${FILLER.repeat(6)}`;
    expect(told(excerptOf(text, stems('licence proportionate')))).toMatch(
      /^… \w.*The \*licence\* must be necessary and \*proportionate\*\. A panel.*\w …$/,
    );
  });

  test('is taken from where most of the words stand together', () => {
    const text = `A licence. ${FILLER.repeat(6)}The licence names a victim. ${FILLER.repeat(6)}`;
    expect(told(excerptOf(text, stems('licence victim')))).toContain('The *licence* names a *victim*.');
  });

  test('never loses or adds a word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 20 }), (text, words) => {
        const pieces = excerptOf(text, stems(words));
        const whole = pieces.map((piece) => piece.text).join('');
        expect(text).toContain(whole.replace(/^… /, '').replace(/ …$/, ''));
        expect(
          markWords(text, stems(words))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('places of one module', () => {
  const hit = (whole: string, href: string): SearchHit => ({
    whole,
    href,
    kind: 'module',
    title: whole,
    titleHref: `/${whole}`,
    place: null,
    excerpt: [],
  });

  test('stand together where its best place stands, in their own order', () => {
    const groups = groupHits([hit('recall', '#one'), hit('parole', '#two'), hit('recall', '#three')]);
    expect(groups.map(({ title, hits }) => [title, hits.map(({ href }) => href)])).toEqual([
      ['recall', ['#one', '#three']],
      ['parole', ['#two']],
    ]);
  });

  test('nothing makes no group', () => {
    expect(groupHits([])).toEqual([]);
  });
});
