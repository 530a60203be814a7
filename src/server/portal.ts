import { randomUUID } from 'node:crypto';
import type { Database } from '#db/client.ts';
import type { Allowances } from './allowances.ts';
import { machineClock, programmeDay } from './clock.ts';
import type { Content } from './content.ts';
import type { Exports } from './export/exports.ts';
import type { Files } from './files/store.ts';
import type { Ledger } from './ledger/index.ts';
import type { LinkTries } from './links/linkTries.ts';
import type { Logger } from './logger.ts';
import type { Mac } from './mac.ts';
import type { MailRoom } from './notices/mailRoom.ts';
import type { Search } from './search/openSearch.ts';
import type { Sessions } from './sessions/index.ts';

/** Everything a request may use. Made once at start by `createPortal`, shared by the plain Node side and the Astro bundle. */
export interface Portal {
  readonly database: Database;
  readonly content: Content;
  /** Over the content, never over anybody's records. */
  readonly search: Search;
  /** How often a minute each person may search and take files. */
  readonly allowances: Allowances;
  /** How often an address may try links that need no account. */
  readonly linkTries: LinkTries;
  readonly sessions: Sessions;
  /** Signs tokens that stand in no table: links in e-mails. */
  readonly mac: Mac;
  readonly ledger: Ledger;
  /** The files of evidence. */
  readonly files: Files;
  /** Whole portfolios as files to leave with. */
  readonly exports: Exports;
  /** Sends what is in the outbox, if there is a mail server. */
  readonly mail: MailRoom;
  readonly log: Logger;
  readonly settings: PortalSettings;
}

export interface PortalSettings {
  /** The address people use, without a path. */
  readonly publicUrl: URL;
  /** Set where the database says that it is a demo. `madeOn` is a day, `YYYY-MM-DD`. */
  readonly demo: { readonly madeOn: string } | null;
  /** `PORTAL_NOW`; never set on a database that is not a demo. */
  readonly programmeNow: Date | null;
}

const KEY = Symbol.for('pqip.portal');
type Shared = { [KEY]?: Portal };

/** Astro's bundle and plain Node load this file separately, so the portal lives on `globalThis`. */
export function installPortal(installed: Portal): void {
  (globalThis as Shared)[KEY] = installed;
}

/** The portal of this process, or null before there is one. */
export function installedPortal(): Portal | null {
  return (globalThis as Shared)[KEY] ?? null;
}

/** Throws when the portal was not installed: a bug in how the process was started. */
export function portal(): Portal {
  const installed = installedPortal();
  if (!installed) throw new Error('The portal is not installed: call installPortal before the first request.');
  return installed;
}

/** Reads; see `Database.read`. */
export const read: Database['read'] = (run) => portal().database.read(run);

/** One write transaction; see `Database.write`. */
export const write: Database['write'] = (run, options) => portal().database.write(run, options);

/** The machine's instant. */
export function now(): Date {
  return machineClock();
}

/** The programme's day in Europe/London, `YYYY-MM-DD`: weeks, due and late count from it. */
export function today(): string {
  return programmeDay(portal().settings.programmeNow);
}

/** An opaque identifier for a new row. */
export function newId(): string {
  return randomUUID();
}
