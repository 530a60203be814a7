import { expect, test } from 'vitest';
import { referenceProblem } from '#src/domain/caseload/reference.ts';

test.each(['AMBER-1', 'amber-1', ' QUARTZ-17 ', 'INDIGO-204'])('%s is a made-up reference', (reference) => {
  expect(referenceProblem(reference)).toBeNull();
});

test.each([
  ['X123456', 'a case reference number'],
  ['A1234BC', 'a prison number'],
  ['1998/123456A', 'a police national computer number'],
  ['QQ123456C', 'a National Insurance number'],
  ['943 476 5919', 'an NHS number'],
  ['9434765919', 'an NHS number'],
  ['14/02/1987', 'a date'],
  ['1987-02-14', 'a date'],
  ['14021987', 'a date'],
  ['SW1A 1AA', 'a postcode'],
])('%s is refused, since it looks like %s', (...[reference, kind]) => {
  expect(referenceProblem(reference)).toContain(kind);
});

test.each(['', 'AMBER', 'J Smith', 'JS-1', 'AMBER-1234', 'AMBER-1 Smith', 'John Smith', '<b>AMBER-1</b>'])(
  '%j is refused as no made-up word and number',
  (reference) => {
    expect(referenceProblem(reference)).toContain('Make up a word');
  },
);
