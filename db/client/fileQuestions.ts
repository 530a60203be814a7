import Database from 'libsql';
import type { InStatement } from '@libsql/client';

/** More than the portal has different questions. A list of changing length in a question makes a new one for each length. */
const KEPT_STATEMENTS = 300;

type Connection = Database.Database;
type Prepared = Database.Statement;

interface Question {
  readonly statement: Prepared;
  readonly columns: string[];
  readonly columnTypes: string[];
}

/** What a question brought: a list of cells for each row. Plain values, so that one thread can hand it to another. */
export interface Answer {
  readonly columns: string[];
  readonly columnTypes: string[];
  readonly rows: unknown[][];
}

/**
 * One connection that reads a file. Asks the driver as `@libsql/client` does, and keeps its statements prepared: preparing a
 * question took as long as answering it (docs/performance.md). SQLite itself refuses to write on it.
 */
export class FileQuestions {
  readonly #path: string;
  readonly #waitMs: number;
  readonly #kept = new Map<string, Question>();
  #connection: Connection;

  /** `waitMs`: how long a statement waits for another program that holds the file. Throws what the driver throws. */
  constructor(path: string, waitMs: number) {
    this.#path = path;
    this.#waitMs = waitMs;
    this.#connection = this.#connect();
  }

  /** Several questions see the same moment of the database. */
  answers(statements: readonly InStatement[]): Answer[] {
    this.#refuseClosed();
    const [first, ...rest] = statements;
    if (first === undefined) return [];
    if (rest.length === 0) return [this.#answer(first)];
    this.#connection.exec('BEGIN');
    try {
      return statements.map((statement) => this.#answer(statement));
    } finally {
      if (this.#connection.inTransaction) this.#connection.exec('COMMIT');
    }
  }

  /** A new connection, after a fault. */
  reconnect(): void {
    this.close();
    this.#connection = this.#connect();
  }

  close(): void {
    this.#kept.clear();
    if (this.#connection.open) this.#connection.close();
  }

  #connect(): Connection {
    const connection = new Database(this.#path, { timeout: this.#waitMs });
    connection.exec('PRAGMA query_only=1');
    return connection;
  }

  #refuseClosed(): void {
    if (!this.#connection.open) throw closedError();
  }

  #answer(statement: InStatement): Answer {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement;
    const { columns, columnTypes, statement: prepared } = this.#question(sql);
    try {
      const rows = prepared.all(boundValues(args)) as unknown[][];
      for (const cells of rows) plainCells(cells);
      return { columns, columnTypes, rows };
    } catch (error) {
      this.#kept.delete(sql);
      throw error;
    }
  }

  /** The one used longest ago makes room. */
  #question(sql: string): Question {
    const kept = this.#kept.get(sql);
    const question = kept ?? this.#prepare(sql);
    if (kept) this.#kept.delete(sql);
    else if (this.#kept.size >= KEPT_STATEMENTS) this.#kept.delete(this.#kept.keys().next().value ?? '');
    this.#kept.set(sql, question);
    return question;
  }

  #prepare(sql: string): Question {
    const statement = this.#connection.prepare(sql).safeIntegers(true).raw(true);
    const found = statement.columns();
    return {
      statement,
      columns: found.map(({ name }) => name),
      columnTypes: found.map(({ type }) => type ?? ''),
    };
  }
}

/** What a closed connection says to whoever still asks. */
export function closedError(): Error {
  return Object.assign(new Error('The connection is closed'), { code: 'CLIENT_CLOSED' });
}

function plainCells(cells: unknown[]): void {
  for (let place = 0; place < cells.length; place += 1) cells[place] = ofDriver(cells[place]);
}

/** Whole numbers come as `bigint`, bytes as `Buffer`. Throws a RangeError for a number that would lose its last digits. */
function ofDriver(cell: unknown): unknown {
  if (cell instanceof Buffer) return cell.buffer;
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError('A whole number in the database is too large to be read exactly.');
}

function boundValues(args: unknown): unknown[] {
  if (!Array.isArray(args)) throw new TypeError('Values are bound by their place.');
  return args.map(toDriver);
}

/** What Drizzle hands over, in the kinds the driver takes. */
function toDriver(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.valueOf();
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Only finite numbers can be bound.');
  if (value === undefined) throw new TypeError('undefined cannot be bound.');
  return value;
}
