import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { formErrors, savingErrors } from '#src/server/astro/formErrors.ts';
import { plainWords } from '#src/server/astro/plainWords.ts';

test('a form without a problem has no errors', () => {
  expect([formErrors(null), formErrors(undefined)]).toEqual([null, null]);
});

test('a refusal without fields is about the form as a whole', () => {
  expect(formErrors(new Error('Somebody was quicker.'))).toEqual({ '': 'Somebody was quicker.' });
});

test('a text that another tab has overtaken is told at its field, everything else as ever', () => {
  const error = (code: string) => Object.assign(new Error('Look at both.'), { code });
  expect(savingErrors(error('CONFLICT'), 'note')).toEqual({ note: 'Look at both.' });
  expect(savingErrors(error('FORBIDDEN'), 'note')).toEqual({ '': 'Look at both.' });
  expect(savingErrors(null, 'note')).toBeNull();
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
  { story: 'an empty field', schema: z.string(), input: null, words: 'Fill this in' },
  { story: 'a text that is missing', schema: z.string().min(1), input: '', words: 'Fill this in' },
  {
    story: 'a text that is too short',
    schema: z.string().min(15),
    input: 'short',
    words: 'Use at least 15 characters',
  },
  {
    story: 'a text that is too long',
    schema: z.string().max(3),
    input: 'too long',
    words: 'Use 3 characters or fewer',
  },
  { story: 'nothing chosen', schema: z.array(z.string()).min(1), input: [], words: 'Choose at least 1' },
  { story: 'a choice not on the list', schema: z.enum(['en', 'cy']), input: 'fr', words: 'Choose one of the options' },
  { story: 'a number below the least', schema: z.number().min(0), input: -1, words: 'Give 0 or more' },
  { story: 'a number above the most', schema: z.number().max(40), input: 41, words: 'Give 40 or less' },
  { story: 'something that is no number', schema: z.number(), input: Number.NaN, words: 'Check this' },
  { story: 'something that is no date', schema: z.iso.date(), input: 'soon', words: 'Check this' },
])('$story is told in plain words where the schema has none', ({ schema, input, words }) => {
  const result = schema.safeParse(input, { error: plainWords });
  expect(result.error?.issues[0]?.message).toBe(words);
});

test('a schema keeps its own words', () => {
  expect(z.string({ error: 'Say where it is' }).safeParse(null).error?.issues[0]?.message).toBe('Say where it is');
});
