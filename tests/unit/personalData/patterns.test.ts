import { describe, expect, test } from 'vitest';
import { checkFileText } from '#src/domain/personalData/answers.ts';
import { isNhsNumber } from '#src/domain/personalData/numbers.ts';
import { findPersonalData, findPersonalNumbers } from '#src/domain/personalData/patterns.ts';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('a number is found however it is written', () => {
  test.each([
    ['together', 'X482913'],
    ['in small letters', 'x482913'],
    ['in groups', 'X482 913'],
    ['with hyphens', 'X-482-913'],
    ['in full-width characters', 'Ｘ４８２９１３'],
    ['in digits of another script', 'X٤٨٢٩١٣'],
    ['with invisible characters in it', 'X4\u200b8\u200d2\u00ad9\u20601\ufeff3'],
    ['with a space that does not break', 'X482\u00a0913'],
    ['over the end of a line', 'X482\r\n913'],
    ['with a soft hyphen at the end of a line', 'X482\u00ad\n913'],
    ['in mathematical digits', 'X𝟒𝟖𝟐𝟗𝟏𝟑'],
  ])('%s', (_way, written) => {
    expect(kindsIn(`Allocated ${written} on Monday.`)).toEqual(['case_reference']);
  });

  test('but not over an empty line, which parts two paragraphs', () => {
    expect(kindsIn('It was plan X482\n\n913 people came.')).toEqual([]);
  });

  test('and its place is told in the text as it was typed', () => {
    const text = 'Café ０: \u200bＸ４８２\u200b９１３, then';
    const [hit] = findPersonalData(text);
    expect(text.slice(hit?.start, hit?.end)).toBe('Ｘ４８２\u200b９１３');
    expect(hit?.found).toBe('Ｘ４８２\u200b９１３');
  });
});

describe('the last figure of an NHS number', () => {
  test.each([
    ['fits', '9434765919', true],
    ['does not fit', '9434765918', false],
    ['comes to ten, which is no figure', '1000000010', false],
    ['fits, but all figures are the same', '0000000000', false],
  ])('%s', (_story, digits, fits) => {
    expect(isNhsNumber(digits)).toBe(fits);
  });

  test('does not count where the text itself says NHS: a slip of the pen is a number still', () => {
    expect(kindsIn('NHS number 943 476 5918')).toEqual(['nhs_number']);
    expect(kindsIn('Reference 943 476 5918')).toEqual([]);
  });
});

describe('passages', () => {
  test('never overlap: an address with a telephone number in it is one', () => {
    expect(kindsIn('write to 07700900123@mail.invalid')).toEqual(['email']);
  });

  test('come in the order of the text', () => {
    expect(kindsIn('ZZ9 9ZZ, then X000000, then Mr Ash Birch')).toEqual(['postcode', 'case_reference', 'name']);
  });

  test('that name people are left out where people may be named', () => {
    expect(findPersonalNumbers('Mr Ash Birch, X000000').map(({ kind }) => kind)).toEqual(['case_reference']);
  });

  test('of a file are counted by kind and never told', () => {
    expect(checkFileText('X000000 and X000001, ZZ9 9ZZ')).toEqual([
      ['case_reference', 2],
      ['postcode', 1],
    ]);
  });
});

/** Beginnings of every shape, over and over: where a pattern tries again from each place, this takes minutes. */
const UNITS = [
  'a',
  '1',
  '1 ',
  '0 ',
  'A1',
  '.',
  '@',
  'a.',
  'a@',
  '@a',
  'Mr ',
  'Mr A. ',
  "Mr O'",
  'Mr de ',
  '\n',
  ' ',
  'X1-',
].concat([
  'born ',
  'é',
  '(0',
  '0-',
  '-',
  'nineteen ',
  '1/1/',
  '1 Jan ',
  'SW1',
  '+44 ',
  '\u200b',
  '\ud800',
  'a at a dot ',
  'AB 12 ',
]);

describe('a long text', () => {
  test.each(UNITS)('of %j over and over takes time in proportion to its length', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const begun = performance.now();
    findPersonalData(text);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
