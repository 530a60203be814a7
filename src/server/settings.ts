import { z } from 'astro/zod';

/** What the environment says, checked. Paths are relative to the folder the portal was started in. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The address people use: https, or http on loopback. No path. */
  readonly publicUrl: URL;
  /** Null: the demo programme in `DEMO_DATABASE_URL`. */
  readonly databaseUrl: string | null;
  readonly databaseAuthToken: string | null;
  /** Null: `data/files`, in demo mode only. */
  readonly filesDir: string | null;
  /** The socket of a ClamAV daemon; null: files are not scanned, and pages say so. */
  readonly clamdSocket: string | null;
  /** The mail server; null: no e-mail is sent, and pages say so. */
  readonly smtpUrl: string | null;
  /** Whom e-mails are from; null: `no-reply` at the host of the public address. */
  readonly mailFrom: string | null;
  /** Null: `data/keys`, in demo mode only. */
  readonly keysDir: string | null;
  /** Null: `data/anchors`, in demo mode only. */
  readonly anchorsDir: string | null;
  /** A fixed instant for programme dates; a demo database only. */
  readonly programmeNow: Date | null;
}

export const DEMO_DATABASE_URL = 'file:data/portal.db';

/** The portal will not start. The message is one or more sentences for whoever started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const EVERY_INTERFACE = new Set(['0.0.0.0', '::', '[::]']);
const DATABASE_SCHEMES = ['file:', 'libsql:', 'http:', 'https:', 'ws:', 'wss:'];
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/u;

const optionalText = z.string().nullable();

const ENVIRONMENT = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/u, 'HOST must be a host name or an IP address to listen on, for example 127.0.0.1.'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'PORT must be a number from 1 to 65535.')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'PORT must be a number from 1 to 65535.'),
  DATABASE_URL: optionalText.refine(
    (url) => url === null || DATABASE_SCHEMES.some((scheme) => url.startsWith(scheme)),
    'DATABASE_URL must begin with file:, libsql:, http: or https:.',
  ),
  DATABASE_AUTH_TOKEN: optionalText,
  FILES_DIR: optionalText,
  CLAMD_SOCKET: optionalText,
  SMTP_URL: optionalText,
  MAIL_FROM: optionalText,
  PUBLIC_URL: optionalText,
  KEYS_DIR: optionalText,
  ANCHORS_DIR: optionalText,
  PORTAL_NOW: optionalText.refine(
    (text) => text === null || isInstant(text),
    'PORTAL_NOW must be an instant such as 2026-11-23T09:00:00Z.',
  ),
});

/** The names of every variable the portal reads. */
export const VARIABLES = Object.keys(ENVIRONMENT.shape);

const DEFAULTS: Readonly<Record<string, string>> = { HOST: '127.0.0.1', PORT: '4321' };

/** Reads and checks the environment. Throws `CannotStart` naming everything that is wrong. An empty value counts as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    VARIABLES.map((name) => [name, environment[name]?.trim() || DEFAULTS[name] || null]),
  );
  const parsed = ENVIRONMENT.safeParse(given);
  if (!parsed.success) throw new CannotStart(parsed.error.issues.map((issue) => issue.message).join(' '));
  const { HOST: host, PORT: port, PORTAL_NOW: fixed, ...rest } = parsed.data;
  return {
    host: host.replaceAll(/[[\]]/gu, ''),
    port,
    publicUrl: publicAddress(rest.PUBLIC_URL, host, port),
    databaseUrl: rest.DATABASE_URL,
    databaseAuthToken: rest.DATABASE_AUTH_TOKEN,
    filesDir: rest.FILES_DIR,
    clamdSocket: rest.CLAMD_SOCKET,
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    keysDir: rest.KEYS_DIR,
    anchorsDir: rest.ANCHORS_DIR,
    programmeNow: fixed === null ? null : instantOf(fixed),
  };
}

/** Sign-in works on https and on loopback only: browsers keep a `__Host-` cookie nowhere else. */
function publicAddress(given: string | null, host: string, port: number): URL {
  const url = parseAddress(given ?? defaultAddress(host, port));
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new CannotStart('PUBLIC_URL must be an address without a path, for example https://learning.example.org.');
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new CannotStart(
    `People cannot sign in at ${url.origin}: browsers keep the sign-in cookie on https, or on this machine itself, and nowhere else. ` +
      'Set PUBLIC_URL to the https address people use, or leave HOST at 127.0.0.1.',
  );
}

function parseAddress(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new CannotStart('PUBLIC_URL must be a full address, for example https://learning.example.org.');
}

/** Listening on every interface is no address, so the portal then answers to the machine's own name for itself. */
function defaultAddress(host: string, port: number): string {
  const name = EVERY_INTERFACE.has(host) ? 'localhost' : host;
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

/** Whether a URL's host name is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname) || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(instantOf(text).getTime());
}

/** Without an offset the instant is UTC, so that it means the same on every machine. */
function instantOf(text: string): Date {
  const hasOffset = !text.includes('T') || /(Z|[+-]\d{2}:\d{2})$/u.test(text);
  return new Date(hasOffset ? text : `${text}Z`);
}
