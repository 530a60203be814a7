import { expect, test } from 'vitest';
import { answeredWords, answerProblem, waitsFor } from '#src/domain/messages/thread.ts';

const thread = (change = {}) => ({
  ...{ traineeId: 'tom', traineeName: 'Tom Hughes', cohortId: 'london', senderId: 'ruth', senderName: 'Ruth Adeyemi' },
  ...{ isSenderHere: true, hasAnswer: true },
  ...change,
});

test.each([
  ['the trainee, to her tutor', 'tom', {}, null],
  ['the trainee, who begins', 'tom', { hasAnswer: false }, null],
  [
    'the trainee, to somebody who is not her tutor any more',
    'tom',
    { isSenderHere: false },
    /^Ruth Adeyemi is not a tutor/,
  ],
  ['the sender, who writes back', 'ruth', {}, null],
  ['the sender, before the trainee has written', 'ruth', { hasAnswer: false }, /^Tom Hughes has not answered/],
])('who may write in a thread: %s', (_story, writerId, change, problem) => {
  const words = answerProblem(thread(change), writerId);
  if (problem === null) expect(words).toBeNull();
  else expect(words).toMatch(problem);
});

test('a thread waits for whoever did not write last', () => {
  const state = { count: 2, lastBy: 'tom', lastAt: new Date(0) };
  expect([waitsFor(state, 'ruth'), waitsFor(state, 'tom')]).toEqual([true, false]);
});

test.each([
  [0, ''],
  [1, '1 has answered you'],
  [3, '3 have answered you'],
])('of %i answers the sender reads “%s”', (count, words) => {
  expect(answeredWords(count)).toBe(words);
});
