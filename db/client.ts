import { fileURLToPath } from 'node:url';
import { Refusal } from '#src/domain/errors.ts';
import { readerOver } from './client/handles.ts';
import type { Reader, Writer } from './client/handles.ts';
import { connect } from './client/connections.ts';
import type { Connections } from './client/connections.ts';
import { databaseAddress } from './client/databaseAddress.ts';
import { faultOf, outwardError } from './databaseError.ts';
import { guardedExecutor, refuseChange } from './client/guardedExecutor.ts';
import { together } from './client/together.ts';
import { Writes } from './client/writes.ts';
import type { Trouble, WriteCounts, WriteLimits, WriteOptions, WritesOptions } from './client/writes.ts';

export type { Reader, Writer } from './client/handles.ts';
export type { Trouble, WriteCounts, WriteLimits, WriteOptions } from './client/writes.ts';

/** The only way to the tables. Both may be taken off the object and called alone. */
export interface Database {
  readonly kind: 'file' | 'server';
  /** Reads; never waits for a write. Questions asked together (`Promise.all`) are one round trip. Throws Refusal `busy` or DatabaseError. */
  read<T>(run: (db: Reader) => Promise<T>): Promise<T>;
  /**
   * One BEGIN IMMEDIATE transaction: committed when the job resolves, rolled back when it throws. On a file one job at a time in
   * a queue. Inside, wait for nothing but the database: a job has 2 s on a file and 10 s on a server.
   * Throws what the job threw, Refusal `busy` (queue full, out of time, database gone) or DatabaseError.
   */
  write<T>(run: (tx: Writer) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Whether the database answers, within 2 s. */
  healthy(): Promise<boolean>;
  counts(): WriteCounts;
  /** Refuses what is new, finishes what was accepted, and lets go of the file. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `file:data/portal.db`, `libsql://…`, `http://…` or `https://…`. */
  readonly url: string;
  readonly authToken?: string;
  /** Hears of what an operator should know: contention, a failing disk, a job out of time. */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** Only looks: takes no lock, makes and migrates nothing. */
  readonly readOnly?: boolean;
  /** How many threads of their own read a file; 0, the standard, reads in the thread that asks. */
  readonly readerThreads?: number;
  /** Where the migrations are, for tests. */
  readonly migrations?: string;
  readonly limits?: Partial<WriteLimits>;
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const LIMITS = {
  file: { waiting: 200, jobMs: 2000, strangerMs: 2000, pauseMs: 0 },
  server: { waiting: 0, jobMs: 10_000, strangerMs: 0, pauseMs: 200 },
};

/**
 * Opens a database, checks it, brings it to the newest version and, for a file, locks it.
 * Throws CannotOpenDatabase with a sentence for the operator.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, authToken, readOnly = false, migrations = MIGRATIONS, onTrouble = () => undefined } = options;
  const { readerThreads = 0 } = options;
  const address = databaseAddress(url);
  const limits = { ...LIMITS[address.kind], ...options.limits };
  const { strangerMs } = limits;
  const connections = await connect(address, { authToken, readOnly, migrations, strangerMs, readerThreads });
  const database = new OpenDatabase(connections, { limits, onTrouble });
  return {
    kind: connections.kind,
    read: (run) => database.read(run),
    write: (run, how) => database.write(run, how),
    healthy: () => database.healthy(),
    counts: () => database.counts(),
    close: () => database.close(),
  };
}

class OpenDatabase {
  readonly #connections: Connections;
  readonly #reader: Reader;
  readonly #writes: Writes | null;
  #closing: Promise<void> | null = null;

  constructor(connections: Connections, options: Pick<WritesOptions, 'limits' | 'onTrouble'>) {
    const { kind, reader, writer } = connections;
    this.#connections = connections;
    this.#reader = readerOver(together(guardedExecutor(reader, refuseChange)));
    this.#writes = writer && new Writes({ client: writer, kind, ...options });
  }

  async read<T>(run: (db: Reader) => Promise<T>): Promise<T> {
    if (this.#closing) throw new Refusal('busy');
    this.#writes?.refuseInside();
    try {
      return await run(this.#reader);
    } catch (error) {
      if (faultOf(error) === 'io') await this.#connections.healReader();
      throw outwardError(error);
    }
  }

  async write<T>(run: (tx: Writer) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    if (!this.#writes) throw new Error('This database was opened to be read only.');
    if (this.#closing) throw new Refusal('busy');
    return this.#writes.write(run, options);
  }

  async healthy(): Promise<boolean> {
    if (this.#closing) return false;
    const answer = this.#connections.reader.execute('SELECT 1 FROM schema_migrations LIMIT 1');
    return within(
      HEALTH_MS,
      answer.then(
        () => true,
        () => false,
      ),
    );
  }

  counts(): WriteCounts {
    return this.#writes?.counts() ?? NO_WRITES;
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await this.#writes?.finish();
    await this.#connections.shut();
  }
}

const HEALTH_MS = 2000;
const NO_WRITES: WriteCounts = { done: 0, waiting: 0, refusedFull: 0, overdue: 0, reconnects: 0, retries: 0 };

/** The answer, or false where it takes longer. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
