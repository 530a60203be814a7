import { describe, expect, test } from 'vitest';
import {
  type Annotation,
  annotationProblems,
  inOrder,
  NOTES_MAX,
  paragraphsOf,
  passageIn,
  quoteOf,
  segmentsOf,
} from '#src/domain/portfolio/annotations.ts';

const TEXT = 'First I read the file.\n\nThen I rang.\nIt was engaged.';
const passage = (words: string): Annotation => {
  const startsAt = TEXT.indexOf(words);
  return { startsAt, endsAt: startsAt + words.length, note: 'Why?' };
};

test('paragraphs are the lines that are not blank, numbered, at their places in the text', () => {
  expect(paragraphsOf(TEXT).map(({ number, startsAt, endsAt }) => [number, TEXT.slice(startsAt, endsAt)])).toEqual([
    [1, 'First I read the file.'],
    [2, 'Then I rang.'],
    [3, 'It was engaged.'],
  ]);
  expect(paragraphsOf(' \n\n')).toEqual([]);
});

describe('the passage of a note without a script', () => {
  test.each([
    ['a whole paragraph', 2, '', 'Then I rang.'],
    ['words of it, however they are written', 1, 'READ the file', 'read the file'],
  ])('%s', (_story, paragraph, words, found) => {
    const at = passageIn(TEXT, { paragraph, words });
    expect(at && TEXT.slice(at.startsAt, at.endsAt)).toBe(found);
  });

  test.each([
    ['words of another paragraph', 2, 'read the file'],
    ['a paragraph that is not there', 4, ''],
    ['no paragraph', 0, ''],
    ['no number', Number.NaN, ''],
  ])('none for %s', (_story, paragraph, words) => {
    expect(passageIn(TEXT, { paragraph, words })).toBeNull();
  });
});

describe('a paragraph in stretches', () => {
  const [first] = paragraphsOf(TEXT);
  const shown = (notes: readonly Annotation[]) =>
    first ? segmentsOf(TEXT, first, notes).map(({ text, isNoted, notes: numbers }) => [text, isNoted, numbers]) : [];

  test('without a note it is one', () => {
    expect(shown([])).toEqual([['First I read the file.', false, []]]);
  });

  test('a passage is marked, with its number at its end', () => {
    expect(shown([passage('read')])).toEqual([
      ['First I ', false, []],
      ['read', true, [1]],
      [' the file.', false, []],
    ]);
  });

  test('passages that overlap keep a number each', () => {
    expect(shown([passage('I read'), passage('read the')])).toEqual([
      ['First ', false, []],
      ['I ', true, []],
      ['read', true, [1]],
      [' the', true, [2]],
      [' file.', false, []],
    ]);
  });

  test('a passage over several paragraphs is marked in each and numbered in the last', () => {
    const over = passage('the file.\n\nThen');
    const all = paragraphsOf(TEXT).map((paragraph) => segmentsOf(TEXT, paragraph, [over]));
    expect(all.map((segments) => segments.filter(({ isNoted }) => isNoted).map(({ text }) => text))).toEqual([
      ['the file.'],
      ['Then'],
      [],
    ]);
    expect(all.flat().flatMap(({ notes }) => notes)).toEqual([1]);
  });

  test('the stretches together are the text, nothing lost and nothing twice', () => {
    const notes = [passage('First'), passage('I read the'), passage('file.')];
    expect(
      first &&
        segmentsOf(TEXT, first, notes)
          .map(({ text }) => text)
          .join(''),
    ).toBe('First I read the file.');
  });
});

describe('what is wrong with notes', () => {
  const field = 'note-0-5';
  test.each<[string, Partial<Annotation>, string, RegExp]>([
    ['past the end', { endsAt: 500 }, 'note-0-500', /do not stand in the text/],
    ['before it begins', { startsAt: -1 }, 'note--1-5', /do not stand in the text/],
    ['no words at all', { endsAt: 0 }, 'note-0-0', /do not stand in the text/],
    ['half a position', { endsAt: 2.5 }, 'note-0-2.5', /do not stand in the text/],
    ['nothing written', { note: ' \n' }, field, /Write the note/],
    ['too long', { note: 'x'.repeat(1001) }, field, /1,000 characters or less/],
    ['a half character', { note: '\ud83c' }, field, /cannot be kept/],
  ])('%s', (_story, change, name, words) => {
    expect(annotationProblems(TEXT, [{ startsAt: 0, endsAt: 5, note: 'Good', ...change }])[name]).toMatch(words);
  });

  test('two about the same passage, or too many', () => {
    const twice = { startsAt: 0, endsAt: 5, note: 'Good' };
    expect(annotationProblems(TEXT, [twice, twice]).newNote).toMatch(/one note about one passage/);
    const many = Array.from({ length: NOTES_MAX + 1 }, (_, index) => ({
      startsAt: 0,
      endsAt: 1 + (index % 40),
      note: 'x',
    }));
    expect(annotationProblems(TEXT, many).newNote).toBeDefined();
  });

  test('nothing, where they are right', () => {
    expect(annotationProblems(TEXT, [passage('read'), passage('rang')])).toEqual({});
  });
});

test('notes stand in the order of the text, the shorter of two first', () => {
  const notes = [passage('rang'), passage('First I'), passage('First')];
  expect(inOrder(notes).map((note) => quoteOf(TEXT, note))).toEqual(['First', 'First I', 'rang']);
});

test('a long passage is cut short in a label', () => {
  expect(quoteOf('word '.repeat(50), { startsAt: 0, endsAt: 250 })).toMatch(/^word .{60,80}…$/);
});
