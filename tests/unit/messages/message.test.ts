import { expect, test } from 'vitest';
import {
  chosenWords,
  readWords,
  sameRecipients,
  sentAgainProblem,
  traineesWords,
} from '#src/domain/messages/message.ts';

test.each([
  ['the same in another order', ['tom', 'amara'], ['amara', 'tom'], true],
  ['one has left', ['tom', 'amara'], ['amara'], false],
  ['one has joined', ['tom'], ['tom', 'amara'], false],
  ['another in her place', ['tom'], ['amara'], false],
  ['one named twice', ['tom', 'tom'], ['tom', 'amara'], false],
])('those who were shown and those who would get it: %s', (_story, shown, now, same) => {
  expect(sameRecipients(shown, now)).toBe(same);
});

test('what went to the very same people already is held back with when that was; to others it is another message', () => {
  const at = (instant: string, ...recipients: string[]) => ({ sentAt: new Date(instant), recipients });
  const before = [at('2026-11-23T10:48:00Z', 'nia'), at('2026-11-23T10:42:00Z', 'tom', 'amara')];
  expect(sentAgainProblem(before, ['amara', 'tom'])).toMatch(/^You sent this at 10:42am to the same people\./);
  expect(sentAgainProblem(before, ['amara'])).toBeNull();
  expect(sentAgainProblem(before, ['amara', 'tom', 'nia'])).toBeNull();
  expect(sentAgainProblem([], ['amara', 'tom'])).toBeNull();
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
