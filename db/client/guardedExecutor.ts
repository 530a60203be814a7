import type { InStatement, ResultSet } from '@libsql/client';
import { Refusal } from '#src/domain/errors.ts';
import { breathe } from '../breathe.ts';
import { databaseError } from '../databaseError.ts';
import { countTrip } from '../queryCount.ts';

/** What a client and an open transaction have in common, and all that Drizzle needs of either. */
export interface Executor {
  execute(statement: InStatement): Promise<ResultSet>;
  batch(statements: InStatement[]): Promise<ResultSet[]>;
}

const STATEMENTS_A_BREATH = 100;
let statementsSinceBreath = 0;

/**
 * Wraps a client or a transaction: counts statements and round trips, refuses text with U+0000, gives the event loop a turn every
 * hundred statements and turns what the driver throws into `DatabaseError`. `before` may throw to refuse a statement.
 */
export function guardedExecutor(inner: Executor, before: (statement: InStatement) => void = allow): Executor {
  return {
    async execute(statement) {
      before(statement);
      await enter(1);
      return inner.execute(fit(statement)).catch(rethrow);
    },
    async batch(statements) {
      statements.forEach(before);
      await enter(statements.length);
      return inner.batch(statements.map(fit)).catch(rethrow);
    },
  };
}

async function enter(statements: number): Promise<void> {
  countTrip(statements);
  statementsSinceBreath += statements;
  if (statementsSinceBreath < STATEMENTS_A_BREATH) return;
  statementsSinceBreath = 0;
  await breathe();
}

/** The statement with text that both kinds of database keep alike. The last line: forms have refused U+0000 before. */
function fit(statement: InStatement): InStatement {
  if (typeof statement === 'string' || !Array.isArray(statement.args)) return statement;
  const { sql, args } = statement;
  if (args.some(holdsNul)) throw new Refusal('bad_input', { words: NUL_WORDS });
  return args.every(isWhole) ? statement : { sql, args: args.map(wholeText) };
}

const NUL_WORDS = 'The text holds a character that cannot be kept (U+0000). Take it out and try again.';

/** A file would give the text back only up to there, a server whole. */
function holdsNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\u0000');
}

/** Half of a character: a file keeps U+FFFD in its place, a server refuses the whole request. */
function isWhole(value: unknown): boolean {
  return typeof value !== 'string' || value.isWellFormed();
}

function wholeText<T>(value: T): T | string {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** For readers. On a file SQLite itself refuses to write; a server has no such setting, so the words are looked at. */
export function refuseChange(statement: InStatement): void {
  const sql = typeof statement === 'string' ? statement : statement.sql;
  if (/^\s*select\b/i.test(sql)) return;
  if (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql)) return;
  throw new Error('A reader only reads. Use write for changes.');
}

function allow(): void {
  return undefined;
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}
