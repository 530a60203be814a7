import { type Logger as PinoLogger, pino, type DestinationStream } from 'pino';

export type Logger = PinoLogger;

/** Lines that wait for a reader who does not read are dropped past this many bytes, so that a full pipe cannot stop the portal. */
const LONGEST_BACKLOG_BYTES = 8 * 1024 * 1024;

/**
 * One JSON line per event, UTC. Ids, counts and durations only: no e-mail, name, cookie, body, query string or client address.
 * `destination` is for tests; the default is standard output, written behind the request.
 */
export function createLogger(options: { level?: string; destination?: DestinationStream } = {}): Logger {
  const destination =
    options.destination ?? pino.destination({ dest: 1, sync: false, maxLength: LONGEST_BACKLOG_BYTES });
  return pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: describeError },
    },
    destination,
  );
}

interface LogStream {
  once(event: 'close', heard: () => void): unknown;
  end(): void;
  destroy(): void;
}

/**
 * Writes what is left, for a process that ends; nothing can be logged afterwards. What nobody has read after so many milliseconds is let
 * go: as a process ends, pino itself would try for ever where whoever read the log is gone.
 */
export function closeLog(log: Logger, withinMs: number): Promise<void> {
  const stream = (log as unknown as Record<symbol, LogStream>)[pino.symbols.streamSym];
  if (!stream) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      stream.destroy();
      resolve();
    }, withinMs);
    stream.once('close', () => {
      clearTimeout(late);
      resolve();
    });
    stream.end();
  });
}

export interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: DescribedError;
}

const DEEPEST_CAUSE = 3;
const LONGEST_MESSAGE = 300;
const FRAMES = 12;

/** What the log may keep of an error: where and what kind, without the values a query or a body put into its message. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (isDescribed(error)) return error;
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error object', at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause =
    error.cause instanceof Error && depth < DEEPEST_CAUSE ? { cause: describeError(error.cause, depth + 1) } : {};
  return { type: error.name, ...code, message: safeMessage(error), at: frames(error), ...cause };
}

function isDescribed(error: unknown): error is DescribedError {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'type' in error && 'at' in error;
}

/** The JSON parser quotes what it was given; the query builder puts the values after "params:". */
function safeMessage(error: Error): string {
  if (error instanceof SyntaxError) return 'could not be parsed';
  const withoutValues = error.message.split(/\bparams:/u)[0] ?? '';
  return withoutValues
    .replaceAll(/\S+@\S+/gu, '[address]')
    .slice(0, LONGEST_MESSAGE)
    .trim();
}

function frames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return lines.slice(0, FRAMES).map((line) => line.trim());
}
