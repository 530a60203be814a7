import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { InStatement, ResultSet } from '@libsql/client';
import { closedError } from './fileQuestions.ts';
import type { Answer } from './fileQuestions.ts';
import type { HealingReader } from './fileReader.ts';
import { resultSet } from './resultSets.ts';
import { thrownFault } from './threadMessages.ts';
import type { ThreadReply, ThreadRequest, ThreadStart } from './threadMessages.ts';

type Act = ThreadRequest extends infer Request ? (Request extends ThreadRequest ? Omit<Request, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads a file in threads of their own, a connection each, so that a question keeps nobody from being served
 * (docs/performance.md, "Reading in threads"). What is asked in one batch is answered by one thread and sees one moment; every
 * thread sees whatever was committed before it was asked.
 */
export class ReaderThreads implements HealingReader {
  readonly #threads: readonly ReaderThread[];
  #closed: Promise<void> | null = null;

  /** See `FileQuestions`. What is wrong with the file is thrown by the first question. */
  constructor(start: ThreadStart, count: number) {
    this.#threads = Array.from({ length: count }, () => new ReaderThread(start));
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    const [answer] = await this.#ask([statement]);
    if (!answer) throw new Error('The database gave no answer.');
    return resultSet(answer);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return (await this.#ask(statements)).map(resultSet);
  }

  reconnect(): void {
    for (const thread of this.#threads) thread.reconnect();
  }

  close(): Promise<void> {
    this.#closed ??= Promise.all(this.#threads.map((thread) => thread.close())).then(() => undefined);
    return this.#closed;
  }

  async #ask(statements: readonly InStatement[]): Promise<readonly Answer[]> {
    if (this.#closed) throw closedError();
    return this.#idlest().send({ kind: 'answer', statements });
  }

  #idlest(): ReaderThread {
    return this.#threads.reduce((idlest, thread) => (thread.waiting < idlest.waiting ? thread : idlest));
  }
}

/** Answers are copied out at once, so a thread needs little room of its own: in megabytes. */
const ROOM = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** One thread and what it was asked and has not answered. One that died is replaced at the next question. */
class ReaderThread {
  readonly #start: ThreadStart;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #worker: Worker;
  #isLost = false;

  constructor(start: ThreadStart) {
    this.#start = start;
    this.#worker = this.#begin();
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  send(act: Act): Promise<readonly Answer[]> {
    if (this.#isLost) this.#worker = this.#begin();
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#worker.postMessage({ ...act, id });
      this.#waiting.set(id, { resolve, reject });
    });
  }

  reconnect(): void {
    // Where the new connection fails too, the next question says so.
    void this.send({ kind: 'reconnect' }).catch(() => undefined);
  }

  /** What was asked before is answered first. */
  async close(): Promise<void> {
    if (this.#isLost) return;
    const ended = once(this.#worker, 'exit');
    await this.send({ kind: 'close' }).catch(() => undefined);
    await ended;
  }

  #begin(): Worker {
    this.#isLost = false;
    const worker = new Worker(new URL('./readerThread.ts', import.meta.url), {
      workerData: this.#start,
      resourceLimits: ROOM,
      execArgv: [],
    });
    let cause: unknown;
    worker.on('message', (reply: ThreadReply) => this.#hear(reply));
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    worker.on('exit', () => this.#lose(cause));
    return worker;
  }

  #hear(reply: ThreadReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('fault' in reply) waiting?.reject(thrownFault(reply.fault));
    else waiting?.resolve(reply.answers);
  }

  /** A thread that ended by itself: whoever waits is told why, and nobody waits for ever. */
  #lose(cause: unknown): void {
    this.#isLost = true;
    const error = Object.assign(new Error('A thread that reads the database ended.', { cause }), {
      code: 'READER_ENDED',
    });
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
