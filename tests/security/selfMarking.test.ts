import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const MODULE = 'parole-recall';

interface Question {
  readonly id: string;
  readonly kind: 'one' | 'many';
  readonly options: readonly { readonly id: string; readonly correct: boolean }[];
}
const { questions } = JSON.parse(
  readFileSync(new URL(`../../src/content/checks/${MODULE}.json`, import.meta.url), 'utf8'),
) as { questions: readonly Question[] };

const answersWith = (choose: (question: Question) => readonly string[]): Fields =>
  Object.fromEntries(questions.map((question) => [question.id, choose(question)]));
const RIGHT = answersWith(({ options }) => options.filter(({ correct }) => correct).map(({ id }) => id));
const WRONG = answersWith(({ options }) => [options.find(({ correct }) => !correct)!.id]);
const EVERYTHING = answersWith(({ options }) => options.map(({ id }) => id));

let nia: PortalClient;
beforeAll(async () => {
  nia = await portal().signIn('nia');
});

const attempts = (id: string) =>
  portal().rows(
    'select correct_count, question_count, trainee_id, check_version, module_version from check_attempts where id = ?',
    id,
  );
const completions = () =>
  portal().rows(`select module_id from module_completions where trainee_id = 'nia' and module_id = ?`, MODULE);

async function submit(fields: Fields, way: 'form' | 'called' = 'form'): Promise<{ status: number; id: string }> {
  const id = randomUUID();
  const sent = { moduleId: MODULE, attemptId: id, ...fields };
  if (way === 'form')
    return { id, status: (await nia.post(`/modules/${MODULE}/check?_action=checks.submit`, sent)).status };
  const form = new FormData();
  for (const [name, values] of Object.entries(sent)) for (const value of [values].flat()) form.append(name, value);
  return { id, status: (await nia.call('checks.submit', form)).status };
}

describe('only the server marks', () => {
  const CLAIMS = {
    correctCount: '99',
    correct_count: '99',
    questionCount: '1',
    scorePercent: '100',
    passed: 'true',
    completed: 'true',
    correct: 'true',
    checkVersion: '99',
    moduleVersion: '99',
    completedAt: '2026-01-01',
    traineeId: 'amara',
  };

  test.each(['form', 'called'] as const)('a score sent along changes nothing (%s)', async (way) => {
    const { id, status } = await submit({ ...WRONG, ...CLAIMS }, way);
    expect(status).toBeLessThan(400);
    expect(attempts(id)).toEqual([
      {
        correct_count: 0,
        question_count: questions.length,
        trainee_id: 'nia',
        check_version: expect.not.stringMatching(/^99$/),
        module_version: '1',
      },
    ]);
    expect(completions()).toEqual([]);
  });

  test('choosing every option is not the right answer', async () => {
    const { id } = await submit(EVERYTHING);
    expect(attempts(id).every(({ correct_count }) => Number(correct_count) === 0)).toBe(true);
  });

  test.each([
    [
      'flags beside the options',
      { ...WRONG, ...Object.fromEntries(questions.map(({ id }) => [`${id}.correct`, 'true'])) },
    ],
    ['a field called __proto__', { ...WRONG, ['__proto__']: 'x', '__proto__.correctCount': '99', constructor: 'x' }],
  ] as const)('%s change nothing', async (_story, fields) => {
    const { id, status } = await submit(fields);
    expect(status).toBeLessThan(500);
    expect(attempts(id).every(({ correct_count }) => correct_count === 0)).toBe(true);
  });

  test.each([
    ['an option that does not exist', { ...WRONG, [questions[0]!.id]: 'made-up' }],
    ['an option of another question', { ...WRONG, [questions[0]!.id]: questions[1]!.options[0]!.id }],
    ['no answer to the last question', { ...WRONG, [questions.at(-1)!.id]: [] }],
    ['no id of the attempt', { ...RIGHT, attemptId: [] }],
    ['an id that is none', { ...RIGHT, attemptId: 'nia-1' }],
  ])('%s: 4xx, and no attempt is kept', async (_story, fields) => {
    const before = portal().rows('select count(*) as n from check_attempts');
    const { status } = await submit(fields);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(portal().rows('select count(*) as n from check_attempts')).toEqual(before);
  });

  test('right answers alone do not finish a module whose sections she has not read', async () => {
    const { id, status } = await submit(RIGHT);
    expect(status).toBeLessThan(400);
    expect(attempts(id)).toMatchObject([{ correct_count: questions.length }]);
    expect(completions()).toEqual([]);
  });
});

describe('a module is not done because somebody says so', () => {
  test.each([
    ['ticking a section that does not exist', { moduleId: MODULE, sectionId: 'made-up', ticked: 'yes' }, 404],
    ['ticking a section of another module', { moduleId: MODULE, sectionId: 'every-section', ticked: 'yes' }, 404],
    ['ticking all at once', { moduleId: MODULE, sectionId: '*', ticked: 'yes', completed: 'true' }, 404],
    ['a module that does not exist', { moduleId: 'made-up', sectionId: 'made-up', ticked: 'yes' }, 404],
  ])('%s', async (_story, fields, expected) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    expect((await nia.call('progress.tick', form)).status).toBe(expected);
    expect(completions()).toEqual([]);
  });

  test('there is no action that completes', async () => {
    for (const name of ['progress.complete', 'modules.complete', 'progress.settleCompletion', 'checks.insertAttempt']) {
      expect((await nia.call(name, { moduleId: MODULE })).status).toBe(404);
    }
  });
});
