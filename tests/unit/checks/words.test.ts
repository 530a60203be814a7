import { expect, test } from 'vitest';
import { olderAttemptSentence } from '#src/components/checks/words.ts';

test.each([
  [
    '2',
    'The questions have changed since your last try, with version 2 of the module, which had 5 of 6 right. That try still counts.',
  ],
  [null, 'The questions have changed since your last try, which had 5 of 6 right. That try still counts.'],
])('a try at older questions, on module version %s', (moduleVersion, sentence) => {
  expect(olderAttemptSentence({ correctCount: 5, questionCount: 6, moduleVersion })).toBe(sentence);
});
