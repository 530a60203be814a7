import { expect, test } from 'vitest';
import { openTurns } from '#src/server/turns.ts';

/** A job that ends when it is told to. */
function heldJob() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { run: () => ended, end: () => end() };
}

test('a few jobs run at a time, the next begins when one ends, and one too many is told to come back', async () => {
  const inTurn = openTurns({ atOnce: 1, waiting: 1, tooMany: () => new Error('come back') });
  const [first, second] = [heldJob(), heldJob()];
  const began: string[] = [];
  const job = (name: string, held: ReturnType<typeof heldJob>) =>
    inTurn(async () => {
      began.push(name);
      await held.run();
    });
  const running = job('first', first);
  const waiting = job('second', second);
  await expect(inTurn(async () => undefined)).rejects.toThrow('come back');
  expect(began).toEqual(['first']);
  first.end();
  await running;
  second.end();
  await waiting;
  expect(began).toEqual(['first', 'second']);
});

test('a job that fails gives its place to the next', async () => {
  const inTurn = openTurns({ atOnce: 1, waiting: 5 });
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(inTurn(async () => 'done')).resolves.toBe('done');
});

test('of five jobs two run at a time, and without a limit all may wait', async () => {
  const inTurn = openTurns({ atOnce: 2 });
  let running = 0;
  let most = 0;
  const job = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => inTurn(job)));
  expect(most).toBe(2);
});
