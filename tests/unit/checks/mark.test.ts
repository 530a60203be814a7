import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markCheck, neededCorrect, passes, publicCheck } from '#src/domain/checks/mark.ts';
import { type Check, checkSchema } from '#src/domain/checks/schema.ts';
import { isRefusal, type Refusal } from '#src/domain/errors.ts';

const option = (id: string, correct: boolean) => ({
  id,
  text: `Answer ${id}`,
  correct,
  explanation: `Because of ${id}`,
});

const check: Check = checkSchema.parse({
  id: 'parole-release-test',
  version: '1',
  passPercent: 60,
  questions: [
    {
      id: 'who-decides',
      text: 'Who decides?',
      kind: 'one',
      options: [option('board', true), option('officer', false)],
    },
    {
      id: 'what-counts',
      text: 'What counts?',
      kind: 'many',
      options: [option('risk', true), option('protection', true), option('behaviour', false)],
    },
  ],
});

const right = { 'who-decides': ['board'], 'what-counts': ['risk', 'protection'] };

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('marking', () => {
  test.each([
    ['everything right', right, 2, true],
    ['the order of several answers does not matter', { ...right, 'what-counts': ['protection', 'risk'] }, 2, true],
    ['the same answer sent twice counts once', { ...right, 'who-decides': ['board', 'board'] }, 2, true],
    ['half of several right answers is not right', { ...right, 'what-counts': ['risk'] }, 1, false],
    [
      'a wrong answer beside the right ones spoils them',
      { ...right, 'what-counts': ['risk', 'protection', 'behaviour'] },
      1,
      false,
    ],
    ['everything wrong', { 'who-decides': ['officer'], 'what-counts': ['behaviour'] }, 0, false],
  ])('%s', (...[_story, answers, correctCount, passed]) => {
    expect(markCheck(check, answers)).toMatchObject({ correctCount, questionCount: 2, passed });
  });

  test('each option comes back with what was chosen, what is right and why', () => {
    expect(markCheck(check, { ...right, 'who-decides': ['officer'] }).questions[0]).toEqual({
      id: 'who-decides',
      correct: false,
      options: [
        { id: 'board', text: 'Answer board', chosen: false, correct: true, explanation: 'Because of board' },
        { id: 'officer', text: 'Answer officer', chosen: true, correct: false, explanation: 'Because of officer' },
      ],
    });
  });
});

describe('answers that cannot be marked', () => {
  test.each([
    ['nothing at all', {}, { 'who-decides': 'Choose an answer.', 'what-counts': 'Choose every answer that applies.' }],
    ['one question left out', { 'who-decides': ['board'] }, { 'what-counts': 'Choose every answer that applies.' }],
    ['an empty answer', { ...right, 'who-decides': [] }, { 'who-decides': 'Choose an answer.' }],
    [
      'an option that is not there',
      { ...right, 'who-decides': ['judge'] },
      { 'who-decides': 'Choose from the answers shown.' },
    ],
    [
      'an option of another question',
      { ...right, 'who-decides': ['risk'] },
      { 'who-decides': 'Choose from the answers shown.' },
    ],
    [
      'two answers where one is asked',
      { ...right, 'who-decides': ['board', 'officer'] },
      { 'who-decides': 'Choose one answer only.' },
    ],
    [
      'a question that is not there',
      { ...right, invented: ['a'] },
      { invented: 'This question is not part of the check.' },
    ],
  ])('%s', (_story, answers, fields) => {
    const refusal = refusalOf(() => markCheck(check, answers));
    expect(refusal.code).toBe('bad_input');
    expect(refusal.fields).toEqual(fields);
  });

  test('a question named like a part of every object is unknown too', () => {
    const hostile = JSON.parse('{"__proto__": ["board"], "constructor": ["board"]}') as Record<string, string[]>;
    const refusal = refusalOf(() => markCheck(check, { ...right, ...hostile, ['__proto__']: ['board'] }));
    expect(Object.keys(refusal.fields).sort()).toEqual(['__proto__', 'constructor']);
  });
});

test('an unanswered question named like a part of every object is still unanswered', () => {
  const questions = check.questions.map((question) => ({ ...question, id: 'constructor' })).slice(0, 1);
  expect(refusalOf(() => markCheck({ ...check, questions }, {})).fields).toEqual({ constructor: 'Choose an answer.' });
});

describe('passing', () => {
  test.each([
    [80, 4, 5, true],
    [80, 3, 5, false],
    [66, 2, 3, true],
    [67, 2, 3, false],
    [100, 4, 5, false],
    [1, 0, 5, false],
    [1, 1, 5, true],
    [50, 0, 0, false],
  ])('%i percent with %i of %i: %j', (...[percent, correct, of, passed]) => {
    expect(passes(percent, correct, of)).toBe(passed);
  });

  test('the number said to be needed is enough, and one less is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 40 }), (passPercent, count) => {
        const questions = Array.from({ length: count }, () => check.questions[0]).filter(
          (question) => question !== undefined,
        );
        const needed = neededCorrect({ passPercent, questions });
        expect(passes(passPercent, needed, count)).toBe(true);
        expect(passes(passPercent, needed - 1, count)).toBe(false);
      }),
    );
  });
});

describe('before an answer is given', () => {
  test('nothing in the public check says what is right or why', () => {
    const text = JSON.stringify(publicCheck(check));
    expect(text).not.toMatch(/correct|explanation|Because/);
    expect(publicCheck(check).questions.map(({ options }) => options.length)).toEqual([2, 3]);
    expect(publicCheck(check).questions[0]?.options[0]).toEqual({ id: 'board', text: 'Answer board' });
  });

  test('a field that content adds later does not slip out', () => {
    const grown = {
      ...check,
      answerKey: 'secret',
      questions: check.questions.map((question) => ({ ...question, answerKey: 'secret' })),
    };
    expect(JSON.stringify(publicCheck(grown))).not.toContain('secret');
  });
});
