import type { InStatement } from '@libsql/client';
import type { Answer } from './fileQuestions.ts';

/** What a thread that reads is started with. */
export interface ThreadStart {
  readonly path: string;
  /** See `FileQuestions`. */
  readonly waitMs: number;
}

/** What it is asked: questions that see one moment, a new connection, or to let go of the file. */
export type ThreadRequest =
  | { readonly id: number; readonly kind: 'answer'; readonly statements: readonly InStatement[] }
  | { readonly id: number; readonly kind: 'reconnect' }
  | { readonly id: number; readonly kind: 'close' };

/** What it says, once for each request. An error goes as its parts: a copy between threads would lose its code. */
export type ThreadReply =
  { readonly id: number; readonly answers: readonly Answer[] } | { readonly id: number; readonly fault: ThreadFault };

export interface ThreadFault {
  readonly name: string;
  readonly message: string;
  readonly codes: Readonly<Record<string, unknown>>;
}

const CODES = ['code', 'extendedCode', 'rawCode'] as const;

export function faultMessage(error: unknown): ThreadFault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), codes: {} };
  const said = error as Error & Partial<Record<(typeof CODES)[number], unknown>>;
  const codes = Object.fromEntries(CODES.filter((code) => code in said).map((code) => [code, said[code]]));
  return { name: error.name, message: error.message, codes };
}

/** The error as it was thrown in the thread, as far as anybody looks at it. */
export function thrownFault({ name, message, codes }: ThreadFault): Error {
  const Kind = { RangeError, TypeError }[name] ?? Error;
  const error = Object.assign(new Kind(message), codes);
  if (error.name !== name) Object.defineProperty(error, 'name', { value: name });
  return error;
}
