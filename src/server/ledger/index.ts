import type { Database, Writer } from '#db/client.ts';
import type { LedgerBody } from '#src/domain/ledger/entryBody.ts';
import type { Keys } from '../keys.ts';
import { LedgerAlarm } from './alarm.ts';
import { setAnchorsAside, writeAnchor, type AnchorPlace, type Head } from './anchors.ts';
import { append, isGenuine } from './append.ts';
import { findLastEntry, listEntriesAfter } from '#db/queries/ledger.ts';
import { databaseRef } from './hashes.ts';
import { checkAtStart } from './startCheck.ts';

export { LedgerAlarm } from './alarm.ts';

export interface LedgerStatus {
  readonly entries: number;
  /** Hash of the last entry. */
  readonly head: string | null;
  readonly recordedAt: Date | null;
  /** Entries that the newest anchor vouches for. */
  readonly anchored: number;
}

export interface Ledger {
  /** Adds an entry inside the caller's write transaction. Throws LedgerAlarm where the end of the ledger is not as this portal left it. */
  append(tx: Writer, body: LedgerBody): Promise<{ seq: number; hash: string }>;
  /** Anchors what is new; call it after the commit. Never rejects: a failure goes to `alarm` and is made good the next time. */
  anchor(): Promise<void>;
  status(): Promise<LedgerStatus>;
}

export interface LedgerOptions {
  readonly database: Database;
  /** The address the database was opened with. */
  readonly databaseUrl: string;
  readonly keys: Keys;
  readonly anchorsDir: string;
  /** The machine's clock, never a fixed one. */
  readonly now: () => Date;
  readonly alarm: (sentence: string, error?: unknown) => void;
  /** True only where this very process has just made a new demo database: anchors of an older one at the same address are moved aside. */
  readonly fresh?: boolean;
}

/** At most so many anchors in one go, the newest; each of them vouches for everything before it. */
const ANCHORS_AT_ONCE = 20;

/**
 * Opens the ledger, holds it against its newest anchor and anchors the end if a crash came before that could be done.
 * Throws CannotStart where the ledger is shorter than its anchor or differs from it. Source: docs/ledger.md.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { database, keys, anchorsDir: dir } = options;
  const place = { dir, keys, database: databaseRef(options.databaseUrl) };
  if (options.fresh) await startAfresh(place, options);
  const { anchored, olderKey } = await checkAtStart(database, place);
  if (olderKey)
    options.alarm(
      `This demo's ledger was signed with the key ${olderKey}, which is not there any more. The verifier will say so.`,
    );
  const anchors = new AnchorLine(options, place, anchored);
  await anchors.catchUp(1);
  return {
    append: (tx, body) => append(tx, { body, keys, anchored: anchors.newest }),
    anchor: () => anchors.catchUp(ANCHORS_AT_ONCE),
    status: () => statusOf(database, anchors.newest),
  };
}

async function startAfresh(place: AnchorPlace, { now, alarm }: LedgerOptions): Promise<void> {
  const aside = await setAnchorsAside(place, now());
  if (aside) alarm(`The demo database is new. Anchors of the one before it were moved to ${aside}.`);
}

async function statusOf(database: Database, anchored: Head): Promise<LedgerStatus> {
  const last = await database.read(findLastEntry);
  return {
    entries: last?.seq ?? 0,
    head: last?.hash ?? null,
    recordedAt: last?.recordedAt ?? null,
    anchored: anchored.size,
  };
}

/** Anchors are written one after the other, however many sign-offs finish at once. */
class AnchorLine {
  newest: Head;
  #last: Promise<void> = Promise.resolve();
  readonly #options: LedgerOptions;
  readonly #place: AnchorPlace;

  constructor(options: LedgerOptions, place: AnchorPlace, newest: Head) {
    this.#options = options;
    this.#place = place;
    this.newest = newest;
  }

  catchUp(atMost: number): Promise<void> {
    this.#last = this.#last
      .then(() => this.#write(atMost))
      .catch((error: unknown) => {
        const where = this.#place.dir;
        this.#options.alarm(`The sign-off is stored, but its anchor could not be written to ${where}.`, error);
      });
    return this.#last;
  }

  async #write(atMost: number): Promise<void> {
    const { database, now } = this.#options;
    const entries = await database.read((db) => listEntriesAfter(db, this.newest.size, atMost));
    for (const entry of entries) {
      if (!isGenuine(entry, this.#place.keys))
        throw new LedgerAlarm(`Entry ${entry.seq} was not signed by this portal.`);
      const head = { size: entry.seq, hash: entry.hash };
      await writeAnchor(this.#place, head, now());
      this.newest = head;
    }
  }
}
