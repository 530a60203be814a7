import { AsyncLocalStorage } from 'node:async_hooks';
import type { Client } from '@libsql/client';
import type { Writer } from './handles.ts';
import { faultOf } from '../databaseError.ts';
import type { Fault } from '../databaseError.ts';
import { WriteQueue } from './writeQueue.ts';
import { OverdueJob, runTransaction } from './writeTransaction.ts';

/** Something an operator should hear of. The error holds no values. */
export interface Trouble {
  readonly kind: Fault | 'overdue';
  readonly error: unknown;
}

/** Since the start. All but `done` and `waiting` should stay at nought. */
export interface WriteCounts {
  done: number;
  waiting: number;
  refusedFull: number;
  overdue: number;
  reconnects: number;
  retries: number;
}

export interface WriteLimits {
  /** How many may wait for their turn (file only). */
  readonly waiting: number;
  /** What one job may take, in milliseconds. */
  readonly jobMs: number;
  /** How long a statement waits, the whole process with it, for another program that holds the file, in milliseconds. */
  readonly strangerMs: number;
  /** The longest pause before a second try, in milliseconds (server only). */
  readonly pauseMs: number;
}

export interface WriteOptions {
  /** True where doing it twice is the same as once: only such a job is tried again when a server or the line to it fails. */
  readonly repeatable?: boolean;
}

type Job<T> = (tx: Writer) => Promise<T>;

export interface WritesOptions {
  readonly client: Client;
  readonly kind: 'file' | 'server';
  readonly limits: WriteLimits;
  readonly onTrouble: (trouble: Trouble) => void;
}

const MAX_RETRIES = 3;
const HEALED_BY_RECONNECT = new Set<Fault | null>(['busy', 'io']);
const WORTH_A_RETRY = new Set<Fault | null>(['busy', 'unreachable']);

/** All writes of one database: in a queue on a file, at once on a server, which keeps a queue of its own. */
export class Writes {
  readonly #options: WritesOptions;
  readonly #queue: WriteQueue;
  readonly #accepted = new Set<Promise<unknown>>();
  readonly #inside = new AsyncLocalStorage<{ ended: boolean }>();
  readonly #counts = { done: 0, refusedFull: 0, overdue: 0, reconnects: 0, retries: 0 };

  constructor(options: WritesOptions) {
    this.#options = options;
    this.#queue = new WriteQueue(options.limits.waiting);
  }

  counts(): WriteCounts {
    return { ...this.#counts, waiting: this.#queue.waiting };
  }

  /** Throws where the caller is inside a write: its own transaction would not be seen, or be waited for in vain. */
  refuseInside(): void {
    const here = this.#inside.getStore();
    if (here && !here.ended) throw new Error('Inside a write, use the transaction that was handed in.');
  }

  async write<T>(job: Job<T>, { repeatable = false }: WriteOptions): Promise<T> {
    this.refuseInside();
    const { kind } = this.#options;
    const work = kind === 'file' ? this.#queued(job) : this.#tried(job, repeatable ? MAX_RETRIES : 0);
    this.#accepted.add(work);
    try {
      return await work;
    } finally {
      this.#accepted.delete(work);
    }
  }

  /** Resolves when everything that was accepted has ended, well or badly. */
  async finish(): Promise<void> {
    await Promise.allSettled(this.#accepted);
  }

  #queued<T>(job: Job<T>): Promise<T> {
    if (this.#queue.isFull) this.#counts.refusedFull += 1;
    return this.#queue.run(() => this.#once(job));
  }

  async #tried<T>(job: Job<T>, retriesLeft: number): Promise<T> {
    try {
      return await this.#once(job);
    } catch (error) {
      if (retriesLeft === 0 || !WORTH_A_RETRY.has(faultOf(error))) throw error;
      this.#counts.retries += 1;
      await pause(Math.random() * this.#options.limits.pauseMs);
      return this.#tried(job, retriesLeft - 1);
    }
  }

  async #once<T>(job: Job<T>): Promise<T> {
    const { client, limits } = this.#options;
    const mark = { ended: false };
    try {
      const value = await runTransaction(client, limits.jobMs, (tx) => this.#inside.run(mark, job, tx));
      this.#counts.done += 1;
      mark.ended = true;
      return value;
    } catch (error) {
      // What goes on after its time is up stays inside for good, so that it cannot start a write of its own either.
      mark.ended = !(error instanceof OverdueJob);
      await this.#heal(error);
      throw error;
    }
  }

  /** After these faults a connection to a file fails again at its next commit, though all is well with the file. */
  async #heal(error: unknown): Promise<void> {
    const { client, kind, onTrouble } = this.#options;
    const fault = faultOf(error);
    if (error instanceof OverdueJob) this.#counts.overdue += 1;
    if (kind === 'file' && HEALED_BY_RECONNECT.has(fault)) {
      this.#counts.reconnects += 1;
      client.reconnect();
    }
    if (error instanceof OverdueJob) onTrouble({ kind: 'overdue', error });
    else if (fault && TROUBLES.has(fault)) onTrouble({ kind: fault, error });
  }
}

const TROUBLES = new Set<Fault>(['busy', 'io', 'damaged', 'unreachable']);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
