import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { formErrors } from '#src/server/astro/formErrors.ts';
import { plainWords } from '#src/server/astro/plainWords.ts';

test('a form without a problem has no errors', () => {
  expect([formErrors(null), formErrors(undefined)]).toEqual([null, null]);
});

test('a refusal without fields is about the form as a whole', () => {
  expect(formErrors(new Error('Somebody was quicker.'))).toEqual({ '': 'Somebody was quicker.' });
});

test('each field says the first thing that is wrong with it', () => {
  const issues = [
    { path: ['startsOn'], message: 'Give the first day' },
    { path: ['startsOn'], message: 'Not a date' },
    { path: ['place', 0], message: 'Choose a place' },
    { path: [], message: 'The days do not fit together' },
  ];
  expect(formErrors(Object.assign(new Error('json'), { issues }))).toEqual({
    startsOn: 'Give the first day',
    place: 'Choose a place',
    '': 'The days do not fit together',
  });
});

test.each([
  ['an empty field', z.string(), null, 'Fill this in'],
  ['a text that is missing', z.string().min(1), '', 'Fill this in'],
  ['a text that is too short', z.string().min(15), 'short', 'Use at least 15 characters'],
  ['a text that is too long', z.string().max(3), 'much too long', 'Use 3 characters or fewer'],
  ['nothing chosen', z.array(z.string()).min(1), [], 'Choose at least 1'],
  ['a choice that is not on the list', z.enum(['en', 'cy']), 'fr', 'Choose one of the options'],
  ['a number below the least', z.number().min(0), -1, 'Give 0 or more'],
  ['a number above the most', z.number().max(40), 41, 'Give 40 or less'],
  ['something that is no number', z.number(), Number.NaN, 'Check this'],
  ['something that is no date', z.iso.date(), 'soon', 'Check this'],
])('%s is told in plain words where the schema has none', (_story, schema, input, expected) => {
  const result = schema.safeParse(input, { error: plainWords });
  expect(result.error?.issues[0]?.message).toBe(expected);
});

test('a schema keeps its own words', () => {
  expect(z.string({ error: 'Say where it is' }).safeParse(null).error?.issues[0]?.message).toBe('Say where it is');
});
