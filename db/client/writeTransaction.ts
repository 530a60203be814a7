import type { Client, Transaction } from '@libsql/client';
import { Refusal } from '#src/domain/errors.ts';
import { writerOver } from './handles.ts';
import type { Writer } from './handles.ts';
import { DatabaseError, databaseError, outwardError } from '../databaseError.ts';
import { guardedExecutor } from './guardedExecutor.ts';
import { countTrip } from '../queryCount.ts';

/** A job did not end in its time; everything it did was rolled back. */
export class OverdueJob extends Refusal {
  constructor() {
    super('busy');
  }
}

/**
 * Runs a job in one BEGIN IMMEDIATE transaction. It has `jobMs` to come to its end, whatever it waits for; after that, and after
 * its end in any case, its writer refuses every statement, so nothing that goes on late can write.
 * Throws what the job threw, OverdueJob (a Refusal `busy`), or what `outwardError` makes of the database's error.
 */
export async function runTransaction<T>(client: Client, jobMs: number, run: (tx: Writer) => Promise<T>): Promise<T> {
  const transaction = await begin(client);
  const job = new Job(transaction, jobMs);
  try {
    const value = await job.inTime(run);
    await job.commit();
    return value;
  } catch (error) {
    await job.rollback();
    throw outwardError(error);
  }
}

async function begin(client: Client): Promise<Transaction> {
  try {
    return await client.transaction('write');
  } catch (error) {
    throw outwardError(databaseError(error));
  }
}

class Job {
  readonly #transaction: Transaction;
  readonly #jobMs: number;
  readonly #startedAt = performance.now();
  #open = true;

  constructor(transaction: Transaction, jobMs: number) {
    this.#transaction = transaction;
    this.#jobMs = jobMs;
  }

  /** Races the job against its time. The clock is asked at each statement too: a job that never lets go is stopped there. */
  async inTime<T>(run: (tx: Writer) => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new OverdueJob()), this.#jobMs);
    });
    const writer = writerOver(guardedExecutor(this.#transaction, () => this.#check()));
    try {
      return await Promise.race([run(writer), overdue]);
    } finally {
      clearTimeout(timer);
    }
  }

  async commit(): Promise<void> {
    this.#check();
    this.#open = false;
    countTrip(0);
    await this.#transaction.commit().catch((error: unknown) => {
      throw lostCommit(error);
    });
  }

  async rollback(): Promise<void> {
    if (this.#open) countTrip(0);
    this.#open = false;
    await this.#transaction.rollback().catch(() => this.#transaction.close());
  }

  #check(): void {
    if (!this.#open) throw new Error('This write has ended; a statement came after it. Is an await missing?');
    if (performance.now() - this.#startedAt > this.#jobMs) throw new OverdueJob();
  }
}

/** Where the line broke during the commit, nobody can tell whether it was done. */
function lostCommit(error: unknown): unknown {
  const known = databaseError(error);
  if (!(known instanceof DatabaseError) || known.fault !== 'unreachable') return known;
  return new Refusal('busy', {
    words:
      'The line to the records broke while this was being saved. Look whether it is there before you send it again.',
    cause: known,
  });
}
