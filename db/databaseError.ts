import { Refusal } from '#src/domain/errors.ts';

/** What kind of thing went wrong, the same words for a file and for a server. */
export type Fault =
  | 'unique'
  | 'foreign_key'
  | 'check'
  | 'not_null'
  | 'wrong_type'
  | 'trigger'
  | 'busy'
  | 'io'
  | 'damaged'
  | 'unreachable'
  | 'closed'
  | 'statement';

/**
 * The database said no. The message carries neither SQL nor values; `statement` is the SQL with `?` in place of the values,
 * for the log, and `cause` what the driver said.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly fault: Fault;
  readonly code: string;
  statement: string | null = null;

  constructor(fault: Fault, code: string, cause: unknown) {
    super(`The database refused a statement: ${fault} (${code})`, { cause });
    this.fault = fault;
    this.code = code;
  }
}

/** The database cannot be opened as it is. The message is a sentence for the person who starts the portal. */
export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}

const BY_MESSAGE: readonly (readonly [RegExp, Fault])[] = [
  [/UNIQUE constraint failed/, 'unique'],
  [/FOREIGN KEY constraint failed/, 'foreign_key'],
  [/CHECK constraint failed/, 'check'],
  [/NOT NULL constraint failed/, 'not_null'],
  [/cannot store \w+ value|datatype mismatch/, 'wrong_type'],
  [/SQL statements in progress|no transaction is active/, 'busy'],
  [/disk I\/O error|database or disk is full/, 'io'],
  [/fetch failed/, 'unreachable'],
  [/HTTP status 4(?!0[13])/, 'statement'],
];

const BY_CODE: readonly (readonly [RegExp, Fault])[] = [
  [/^SQLITE_CONSTRAINT/, 'trigger'],
  [/^(SQLITE_(BUSY|LOCKED)|TRANSACTION_|STREAM_EXPIRED)/, 'busy'],
  [/^(SQLITE_(IOERR|FULL)|READER_ENDED)/, 'io'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/^(SERVER_ERROR|HRANA_|TimeoutError|AbortError)/, 'unreachable'],
  [/^CLIENT_CLOSED/, 'closed'],
];

/** What the driver threw as a `DatabaseError`; anything that is not the database's is handed back as it is. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError || error instanceof Refusal) return error;
  const code = codeOf(error);
  const known = matching(BY_MESSAGE, error.message) ?? matching(BY_CODE, code);
  if (known) return new DatabaseError(known, code, error);
  return error.name === 'LibsqlError' || 'rawCode' in error ? new DatabaseError('statement', code, error) : error;
}

function codeOf(error: Error): string {
  const { code, extendedCode } = error as { code?: unknown; extendedCode?: unknown };
  const said = extendedCode ?? code;
  return typeof said === 'string' ? said : error.name;
}

function matching(list: readonly (readonly [RegExp, Fault])[], text: string): Fault | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** The fault behind an error caught inside `read` or `write`, or null where it is not the database's. */
export function faultOf(error: unknown): Fault | null {
  for (let here = error; here instanceof Error; here = here.cause) {
    if (isDatabaseError(here)) return here.fault;
  }
  return null;
}

/** By name, because the pages are built apart and have another copy of this class. */
function isDatabaseError(error: Error): error is DatabaseError {
  return error.name === 'DatabaseError' && 'fault' in error;
}

const TRY_AGAIN: Partial<Record<Fault, string | undefined>> = {
  busy: undefined,
  closed: undefined,
  io: 'The portal cannot save or read its records at the moment. Try again a little later.',
  unreachable: 'The portal cannot reach its records at the moment. Try again a little later.',
};

/**
 * An error as it may leave `db`: without Drizzle's wrapping, whose message holds SQL and values, and as the refusal `busy`
 * where trying again can help.
 */
export function outwardError(error: unknown): unknown {
  const inner = isFailedQuery(error) ? error.cause : error;
  if (!(inner instanceof DatabaseError)) return inner;
  if (isFailedQuery(error)) inner.statement = error.query;
  return inner.fault in TRY_AGAIN ? new Refusal('busy', { words: TRY_AGAIN[inner.fault], cause: inner }) : inner;
}

function isFailedQuery(error: unknown): error is Error & { query: string } {
  return error instanceof Error && 'query' in error && typeof error.query === 'string' && 'params' in error;
}
