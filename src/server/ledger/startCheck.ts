import type { Database } from '#db/client.ts';
import { CannotStart } from '../settings.ts';
import { newestAnchor, type AnchorPlace, type Head } from './anchors.ts';
import { EMPTY, isGenuine } from './append.ts';
import { findHash, findLastEntry } from '#db/queries/ledger.ts';

const WHAT_NOW =
  'The portal does not start on it, so that nothing is built on an altered record. Keep the database and the anchors as they are, run "npm run admin -- verify", and see docs/ledger.md, "When the alarm goes".';

export interface StartFacts {
  /** What the newest anchor vouches for; size 0 where there is none. */
  readonly anchored: Head;
  /** Name of the key under the last entry, where a demo has another one now. */
  readonly olderKey: string | null;
}

/**
 * Holds the end of the ledger against its newest anchor and our signature.
 * Throws CannotStart where they do not fit. Only the verifier looks at every entry.
 */
export async function checkAtStart(database: Database, place: AnchorPlace): Promise<StartFacts> {
  const { keys } = place;
  const anchor = await newestAnchor(place).catch((error: unknown) => {
    throw alarm(error instanceof Error ? error.message : String(error));
  });
  const [hash, last] = await database.read(
    async (db) => [anchor && (await findHash(db, anchor.size)), await findLastEntry(db)] as const,
  );
  if (anchor && hash !== anchor.hash) throw alarm(doesNotFit(place, anchor, hash));
  if (last && !isGenuine(last, keys)) throw alarm(notOurs(last.seq, keys.keyId));
  return { anchored: anchor ?? EMPTY, olderKey: last && last.keyId !== keys.keyId ? last.keyId : null };
}

function alarm(what: string): CannotStart {
  return new CannotStart(`${what} ${WHAT_NOW}`);
}

function doesNotFit({ dir }: AnchorPlace, anchor: Head, hash: string | null): string {
  const instead = hash === null ? 'the database has fewer' : `entry ${anchor.size} in the database is another one`;
  return `The sign-off ledger does not fit its newest anchor: ${dir} vouches for ${anchor.size} entries, but ${instead}.`;
}

function notOurs(seq: number, keyId: string): string {
  return `Entry ${seq}, the last of the sign-off ledger, was altered or was not signed with the key in use (${keyId}).`;
}
