import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CannotOpenDatabase } from '../databaseError.ts';

/** Where a database is: a file on this machine, or a libSQL server. */
export type DatabaseAddress =
  | { readonly kind: 'file'; readonly path: string; readonly url: string }
  | { readonly kind: 'server'; readonly url: string; readonly host: string };

const SERVER_SCHEMES = new Set(['libsql:', 'http:', 'https:']);

/**
 * Reads `file:data/portal.db` (from the working folder), `file:///srv/portal.db`, `libsql://…`, `http://…` or `https://…`.
 * Throws CannotOpenDatabase with a sentence for anything else.
 */
export function databaseAddress(url: string): DatabaseAddress {
  if (url.startsWith('file:')) return fileAddress(url);
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !SERVER_SCHEMES.has(parsed.protocol) || !parsed.host) throw new CannotOpenDatabase(HOW_TO_WRITE_IT);
  return { kind: 'server', url, host: parsed.host };
}

const HOW_TO_WRITE_IT =
  'DATABASE_URL must be a file, such as file:data/portal.db, or a libSQL server, such as libsql://database.example or http://127.0.0.1:8080.';

function fileAddress(url: string): DatabaseAddress {
  const name = url.slice('file:'.length);
  if (name === '' || name.includes(':memory:') || /[?#]/.test(name)) {
    throw new CannotOpenDatabase(
      'DATABASE_URL must name a file, such as file:data/portal.db, without anything after it.',
    );
  }
  const path = name.startsWith('//') ? pathOf(url) : resolve(decoded(name));
  return { kind: 'file', path, url: pathToFileURL(path).href };
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new CannotOpenDatabase(
      'DATABASE_URL must name a file on this machine, such as file:///srv/portal/portal.db.',
    );
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new CannotOpenDatabase(
      'DATABASE_URL has a % that does not stand for a character. Write a percent sign as %25.',
    );
  }
}
