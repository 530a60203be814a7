import { sign, verify } from 'node:crypto';
import type { Writer } from '#db/client.ts';
import { canonicalJson } from '#src/domain/ledger/canonicalJson.ts';
import type { LedgerBody } from '#src/domain/ledger/entryBody.ts';
import { entryText, GENESIS_HASH } from '#src/domain/ledger/entryText.ts';
import type { Keys } from '../keys.ts';
import { LedgerAlarm } from './alarm.ts';
import type { Head } from './anchors.ts';
import { findLastEntry, insertEntry, type Entry } from '#db/queries/ledger.ts';
import { sha256 } from './hashes.ts';

export const EMPTY: Head = { size: 0, hash: GENESIS_HASH };

/** Adds an entry in the caller's transaction. Throws LedgerAlarm where the end of the ledger is not the one that was signed and anchored. */
export async function append(
  tx: Writer,
  { body, keys, anchored }: { body: LedgerBody; keys: Keys; anchored: Head },
): Promise<{ seq: number; hash: string }> {
  const last = await findLastEntry(tx);
  const head = last ? { size: last.seq, hash: last.hash } : EMPTY;
  const fits = head.size > anchored.size || (head.size === anchored.size && head.hash === anchored.hash);
  if (!fits || (last && !isGenuine(last, keys))) {
    throw new LedgerAlarm(
      `The sign-off ledger ends at entry ${head.size}, which is not how this portal left it. Nothing was signed.`,
    );
  }
  const entry = signedEntry(head, body, keys);
  await insertEntry(tx, entry);
  return { seq: entry.seq, hash: entry.hash };
}

function signedEntry(head: Head, body: LedgerBody, keys: Keys): Entry {
  const text = canonicalJson(body);
  const hash = sha256(entryText(head.hash, text));
  const signature = sign(null, Buffer.from(hash, 'hex'), keys.signing).toString('base64');
  const link = { seq: head.size + 1, prevHash: head.hash, hash };
  return { ...link, body: text, keyId: keys.keyId, signature, recordedAt: new Date(body.at) };
}

/**
 * True for an entry whose hash is that of its text and whose signature is ours: with it, everything the hash stands on.
 * In a demo the signature of a key that was lost since is let pass; the verifier still names it.
 */
export function isGenuine({ prevHash, body, hash, keyId, signature }: Entry, keys: Keys): boolean {
  if (sha256(entryText(prevHash, body)) !== hash) return false;
  if (keyId !== keys.keyId) return keys.disposable;
  return verify(null, Buffer.from(hash, 'hex'), keys.publicKey, Buffer.from(signature, 'base64'));
}
