import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase, type Trouble } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { openAllowances } from './allowances.ts';
import { machineClock, programmeDay } from './clock.ts';
import { type Content, loadContent } from './content.ts';
import { openExports } from './export/exports.ts';
import { keepOwnContent } from './files/folders.ts';
import { openFiles } from './files/store.ts';
import { type Keys, openKeys } from './keys.ts';
import { assessmentHash, databaseRef, reviewHash, sessionRef, snapshotHash, wordingHash } from './ledger/hashes.ts';
import { type Ledger, openLedger } from './ledger/index.ts';
import { openLinkTries } from './links/linkTries.ts';
import type { Logger } from './logger.ts';
import { openMac } from './mac.ts';
import { openMailRoom } from './mail/openMailRoom.ts';
import { demoHash } from './passwords.ts';
import type { Portal } from './portal.ts';
import { prepareSearch } from './search/prepareSearch.ts';
import { openSessions } from './sessions/index.ts';
import { CannotStart, DEMO_DATABASE_URL, type Settings } from './settings.ts';

/** The demo programme (`db/demo/index.ts`), handed in by whoever starts the portal: the server itself knows no demo data. */
export interface DemoProgramme {
  readonly DEMO_PASSWORD: string;
  findDemo(database: Database): Promise<{ madeOn: string } | null>;
  fillDemo(database: Database, options: DemoParts): Promise<void>;
}

interface DemoParts {
  readonly content: Content;
  readonly ledger: DemoLedger;
  readonly passwordHash: string;
  readonly today: string;
  readonly keepFile: (bytes: Buffer) => Promise<string>;
}

export interface DemoLedger {
  readonly append: Ledger['append'];
  readonly anchor: Ledger['anchor'];
  readonly snapshotHash: typeof snapshotHash;
  readonly assessmentHash: typeof assessmentHash;
  readonly reviewHash: typeof reviewHash;
  readonly sessionRef: typeof sessionRef;
  readonly wordingHash: typeof wordingHash;
}

export interface PortalParts {
  readonly settings: Settings;
  readonly log: Logger;
  readonly demo: DemoProgramme;
  /** The folder of the project, where `src/content` is. */
  readonly root: URL;
}

/** A second one waits for the same locks of SQLite as the first, and was slower on most pages (docs/performance.md). */
const READER_THREADS = 1;

/**
 * Opens everything the portal stands on, in this order: database, keys, ledger, content, demo programme, sessions.
 * Throws an error with a sentence for the operator (`isStartError`) where something is missing or does not fit; nothing is left open.
 */
export async function createPortal(parts: PortalParts): Promise<Portal> {
  const { settings, log } = parts;
  const url = settings.databaseUrl ?? DEMO_DATABASE_URL;
  if (settings.databaseUrl === null) await mkdir('data', { recursive: true });
  const database = await openDatabase({
    url,
    authToken: settings.databaseAuthToken ?? undefined,
    readerThreads: READER_THREADS,
    onTrouble: (trouble) => logTrouble(log, trouble),
  });
  try {
    return await furnish(parts, { database, url });
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Opened {
  readonly database: Database;
  readonly url: string;
}

async function furnish(parts: PortalParts, { database, url }: Opened): Promise<Portal> {
  const { settings, log, demo, root } = parts;
  const { publicUrl, programmeNow } = settings;
  const isNew = settings.databaseUrl === null && (await isEmpty(database));
  const isDemo = isNew || (await demo.findDemo(database)) !== null;
  const folders = foldersFor(settings, isDemo);
  const keys = await openKeys({ dir: folders.keys, create: isDemo });
  const ledger = await openLedger({
    database,
    databaseUrl: url,
    keys,
    anchorsDir: folders.anchors,
    now: machineClock,
    alarm: alarmTo(log),
    fresh: isNew,
  });
  const content = await loadContent(root);
  const today = () => programmeDay(programmeNow);
  const filesDir = folders.files;
  if (isNew) await demo.fillDemo(database, await demoParts({ demo, content, ledger, filesDir, today: today() }));
  const files = await openFiles({ dir: folders.files, clamdSocket: settings.clamdSocket, database, log });
  const mac = openMac(keys.secret('device'));
  return {
    database,
    content,
    search: prepareSearch(content, log),
    allowances: openAllowances(),
    linkTries: openLinkTries(),
    ledger,
    files,
    exports: await exportsOver({ folders, url, keys, files, database, content, log }),
    sessions: openSessions({ database, keys, today }),
    mac,
    mail: openMailRoom({ ...settings, database, mac, log, today }),
    log,
    settings: { publicUrl, demo: await demo.findDemo(database), programmeNow },
  };
}

interface ExportRooms extends Pick<Portal, 'database' | 'content' | 'files' | 'log'> {
  readonly folders: ReturnType<typeof foldersFor>;
  readonly url: string;
  readonly keys: Keys;
}

/** Exports are kept beside the files of evidence; their proof is taken from the ledger's own places. */
function exportsOver({ folders, url, keys, files, ...rooms }: ExportRooms) {
  return openExports({
    ...rooms,
    dir: join(folders.files, 'exports'),
    places: { anchorsDir: folders.anchors, databaseRef: databaseRef(url), publicKeyFile: keys.publicKeyFile },
    openContent: (sha256) => files.open(sha256),
    now: machineClock,
  });
}

async function demoParts({
  demo,
  content,
  ledger,
  filesDir,
  today,
}: {
  demo: DemoProgramme;
  content: Content;
  ledger: Ledger;
  filesDir: string;
  today: string;
}): Promise<DemoParts> {
  const passwordHash = await demoHash(demo.DEMO_PASSWORD, 'everybody in the demo');
  const keepFile = (bytes: Buffer) => keepOwnContent(filesDir, bytes);
  return { content, ledger: signingLedger(ledger), passwordHash, today, keepFile };
}

/** What the demo programme signs with: the portal's own ledger and hashes. */
export function signingLedger({ append, anchor }: Pick<Ledger, 'append' | 'anchor'>): DemoLedger {
  return { append, anchor, snapshotHash, assessmentHash, reviewHash, sessionRef, wordingHash };
}

async function isEmpty(database: Database): Promise<boolean> {
  return (await database.read((db) => db.$count(people))) === 0;
}

/** Where keys, anchors and files are. Only a demo may keep them beside its database. */
function foldersFor(
  { keysDir, anchorsDir, filesDir, programmeNow, databaseUrl }: Settings,
  isDemo: boolean,
): { keys: string; anchors: string; files: string } {
  if (isDemo)
    return { keys: keysDir ?? 'data/keys', anchors: anchorsDir ?? 'data/anchors', files: filesDir ?? 'data/files' };
  if (databaseUrl === null) throw new CannotStart(UNFINISHED_DEMO);
  if (programmeNow !== null)
    throw new CannotStart('PORTAL_NOW is for demonstrations: this database is not a demo. Start without PORTAL_NOW.');
  if (keysDir !== null && anchorsDir !== null && filesDir !== null)
    return { keys: keysDir, anchors: anchorsDir, files: filesDir };
  throw new CannotStart(
    'This database is not a demo, so the portal must be told where its keys, its anchors and its files are: set KEYS_DIR, ANCHORS_DIR and ' +
      'FILES_DIR, ANCHORS_DIR to a place away from the database. See docs/operations.md.',
  );
}

const UNFINISHED_DEMO =
  'data/portal.db is not a finished demo programme; its first start may have been cut short. ' +
  'Delete data/portal.db, data/portal.db-wal and data/portal.db-shm and start again for a new demo, or set DATABASE_URL where it holds something you need.';

function logTrouble(log: Logger, { kind, error }: Trouble): void {
  log.error({ trouble: kind, err: error }, 'the database is in trouble');
}

function alarmTo(log: Logger) {
  return (sentence: string, error?: unknown) => log.error(error === undefined ? {} : { err: error }, sentence);
}

const START_ERRORS = new Set(['CannotStart', 'CannotOpenDatabase', 'ContentError', 'LedgerAlarm']);

/** Whether an error is a sentence for whoever started the portal, and no bug. */
export function isStartError(error: unknown): error is Error {
  return error instanceof Error && START_ERRORS.has(error.name);
}
