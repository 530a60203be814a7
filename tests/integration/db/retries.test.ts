import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Writer } from '#db/client.ts';
import { DatabaseError } from '#db/databaseError.ts';
import type { Fault } from '#db/databaseError.ts';
import { people } from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';
import { canRunSqld, startSqld } from '../../support/sqldServer.ts';
import { insertPerson } from './rows.ts';

/** A job that writes and then fails so many times, as it would when a server takes the lock away, before it succeeds. */
class FailingJob {
  runs = 0;
  readonly #failures: number;
  readonly #fault: Fault;

  constructor(failures: number, fault: Fault) {
    this.#failures = failures;
    this.#fault = fault;
  }

  readonly run = async (tx: Writer): Promise<void> => {
    this.runs += 1;
    await insertPerson(tx);
    if (this.runs <= this.#failures)
      throw new DatabaseError(this.#fault, 'TRANSACTION_TIMEOUT', new Error('from the server'));
  };
}

describe.skipIf(!canRunSqld)('a write that fails because of the server', () => {
  test.each<{ story: string; failures: number; fault: Fault; repeatable: boolean; runs: number; kept: number }>([
    {
      story: 'is tried again where that is safe, each time in a new transaction',
      failures: 2,
      fault: 'busy',
      repeatable: true,
      runs: 3,
      kept: 1,
    },
    {
      story: 'is tried again where the line broke',
      failures: 1,
      fault: 'unreachable',
      repeatable: true,
      runs: 2,
      kept: 1,
    },
    { story: 'is given up after three more tries', failures: 9, fault: 'busy', repeatable: true, runs: 4, kept: 0 },
    {
      story: 'is not tried again where nobody said that it is safe',
      failures: 1,
      fault: 'busy',
      repeatable: false,
      runs: 1,
      kept: 0,
    },
    {
      story: 'is not tried again where its own rows are wrong',
      failures: 1,
      fault: 'unique',
      repeatable: true,
      runs: 1,
      kept: 0,
    },
  ])('$story', async ({ failures, fault, repeatable, runs, kept }) => {
    const server = await startSqld();
    onTestFinished(() => server.stop());
    const database = await openDatabase({ url: server.url, limits: { pauseMs: 0 } });
    onTestFinished(() => database.close());
    const job = new FailingJob(failures, fault);
    const done = await database.write(job.run, { repeatable }).then(
      () => true,
      () => false,
    );
    expect({ done, runs: job.runs }).toEqual({ done: kept === 1, runs });
    expect(await database.read((db) => db.$count(people))).toBe(kept);
    expect(database.counts().retries).toBe(runs - 1);
  });
});

test('in a file a write is never tried again: what fails there is the machine', async () => {
  const database = await freshDatabase();
  const job = new FailingJob(1, 'busy');
  await expect(database.write(job.run, { repeatable: true })).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
  expect(job.runs).toBe(1);
});
