import { describe, expect, test } from 'vitest';
import { LONGEST_QUERY, queryStems, stemOf, stemsOf, tidyQuery, wordsOf } from '#src/domain/search/words.ts';

describe('words that are found by each other', () => {
  test.each([
    ['one and many', 'licence', 'licences'],
    ['many on -ies', 'agency', 'agencies'],
    ['many on -es', 'process', 'processes'],
    ['people and a person', 'person', 'people'],
    ['a child and children', 'child', 'children’s'],
    ['capitals', 'MAPPA', 'mappa'],
    ['a possessive', 'Dale', 'Dale’s'],
    ['a straight apostrophe and a curly one', "officer's", 'officer’s'],
    ['an accent', 'Zoë', 'zoe'],
    ['what was done and doing it', 'recalled', 'recalling'],
    ['a doubled letter', 'planned', 'plan'],
    ['a silent e', 'releasing', 'release'],
    ['American and British: license', 'license', 'licence'],
    ['the verb and the noun: licensed', 'licensed', 'licence'],
    ['American and British: offense', 'offense', 'offences'],
    ['American and British: behavior', 'behavior', 'behaviour'],
    ['American and British: organize', 'organizing', 'organise'],
    ['American and British: program', 'program', 'programmes'],
    ['practising and practice', 'practising', 'practice'],
  ])('%s', (_story, one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test.each([
    ['a hearing and a heart', 'hearing', 'heart'],
    ['a need and a needle', 'need', 'needle'],
    ['risk and wrist', 'risk', 'wrist'],
    ['a class and clas', 'class', 'clas'],
    ['speed and speak', 'speed', 'speak'],
    ['a thing and th', 'thing', 'th'],
  ])('%s are kept apart', (_story, one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  test('a hyphen, a slash and a space part words alike', () => {
    expect(stemsOf('risk-assessment')).toEqual(stemsOf('risk assessment'));
    expect(stemsOf('OSP/DC')).toEqual(['osp', 'dc']);
  });

  test('a word knows where it stands, apostrophe and all', () => {
    const text = 'Ask: the officer’s plan.';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ask', 'the', 'officer’s', 'plan']);
  });
});

describe('a query', () => {
  test.each([
    ['spaces', '  home \n visit ', 'home visit'],
    ['a broken character', 'a\ud800b', 'a\ufffdb'],
    ['control characters', 'home\u0000visit\u202e', 'home visit'],
    ['nothing', ' \t ', ''],
  ])('is made tidy: %s', (_story, typed, tidy) => {
    expect(tidyQuery(typed)).toBe(tidy);
  });

  test('is cut to 200 characters, and no character in two', () => {
    expect(tidyQuery(`${'x'.repeat(199)}😀`).isWellFormed()).toBe(true);
    expect(tidyQuery('x'.repeat(5000))).toHaveLength(LONGEST_QUERY);
  });

  test.each([
    ['small words are left out', 'what is the release test', ['releas', 'test']],
    ['but not where there is nothing else', 'who is it', ['who', 'is', 'it']],
    ['a word counts once', 'recall recalls recalled', ['recall']],
    ['signs are no words', '?? & --', []],
    ['single letters are left out', 'category 1', ['category']],
    ['but not where there is nothing else', 'b 2', ['b', '2']],
    ['ten words are enough', 'b c d e f g h j k l m n', ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'l']],
  ])('%s', (_story, query, stems) => {
    expect(queryStems(query)).toEqual(stems);
  });
});
