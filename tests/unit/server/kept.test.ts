import { beforeEach, expect, test } from 'vitest';
import { keptRules } from '#src/server/kept.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';

const settings = { programmeNow: new Date('2026-11-23T10:00:00Z') };

/** How each question that was asked is answered. */
let questions: PromiseWithResolvers<string>[];
beforeEach(() => {
  questions = [];
  const database = { read: (work: (db: object) => Promise<unknown>) => work({}) };
  installPortal({ database, settings } as unknown as Portal);
});
const ask = () => {
  const question = Promise.withResolvers<string>();
  questions.push(question);
  return question.promise;
};
const answer = (index: number, words: string) => questions[index]?.resolve(words);

test('rules are read once however many ask', async () => {
  const rules = keptRules(ask);
  const both = [rules(), rules()];
  answer(0, 'these');
  expect([...(await Promise.all(both)), await rules()]).toEqual(['these', 'these', 'these']);
  expect(questions).toHaveLength(1);
});

test('rules that were changed while they were read are read anew, also where the first answer comes last', async () => {
  const rules = keptRules(ask);
  const before = rules();
  rules.forget();
  const after = rules();
  answer(1, 'new');
  answer(0, 'old');
  expect([await before, await after, await rules()]).toEqual(['old', 'new', 'new']);
});

test('a fault is not kept, and takes away nothing that was found since', async () => {
  const rules = keptRules(ask);
  const before = rules();
  rules.forget();
  const after = rules();
  questions[0]?.reject(new Error('The database is gone.'));
  await expect(before).rejects.toThrow('gone');
  answer(1, 'new');
  expect([await after, await rules()]).toEqual(['new', 'new']);
  rules.forget();
  const failing = rules();
  questions[2]?.reject(new Error('The database is gone.'));
  await expect(failing).rejects.toThrow('gone');
  const again = rules();
  answer(3, 'there again');
  expect(await again).toBe('there again');
});
