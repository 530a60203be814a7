import { expect, test } from 'vitest';
import { chosenWords, readWords, sameRecipients, traineesWords } from '#src/domain/messages/message.ts';

test.each([
  ['the same in another order', ['tom', 'amara'], ['amara', 'tom'], true],
  ['one has left', ['tom', 'amara'], ['amara'], false],
  ['one has joined', ['tom'], ['tom', 'amara'], false],
  ['another in her place', ['tom'], ['amara'], false],
  ['one named twice', ['tom', 'tom'], ['tom', 'amara'], false],
])('those who were shown and those who would get it: %s', (_story, shown, now, same) => {
  expect(sameRecipients(shown, now)).toBe(same);
});

test('how recipients were chosen is said in words', () => {
  expect(chosenWords([])).toBe('everybody in the cohort');
  expect(chosenWords(['late by 2 weeks or more'])).toBe('late by 2 weeks or more');
  expect(chosenWords(['late by 2 weeks or more', 'in the first weeks'])).toBe(
    'late by 2 weeks or more, and in the first weeks',
  );
});

test.each([
  [0, 0, 'Nobody who got it is in your cohorts now'],
  [0, 16, '0 of 16 have read it'],
  [3, 16, '3 of 16 have read it'],
  [0, 1, 'Not read yet'],
  [1, 1, 'Read'],
])('%i of %i', (read, sent, words) => {
  expect(readWords({ read, sent })).toBe(words);
});

test('a number of trainees', () => {
  expect([0, 1, 2].map(traineesWords)).toEqual(['0 trainees', '1 trainee', '2 trainees']);
});
