import { sign, verify } from 'node:crypto';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorText, readAnchorText, type AnchorFacts } from '#src/domain/ledger/entryText.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import type { Keys } from '../keys.ts';
import { makeFolder, writeOnce } from './durableFile.ts';

/** Where anchors go, for which database, and with which key. */
export interface AnchorPlace {
  readonly dir: string;
  readonly database: string;
  readonly keys: Keys;
}

/** The end of the ledger: so many entries, and the hash of the last. */
export interface Head {
  readonly size: number;
  readonly hash: string;
}

const FILE = /^(\d{9,})-[0-9a-f]{16}-([0-9a-f]{16})\.anchor$/;

/** Size, head and database are in the name, so no anchor is ever written over another. */
function fileName(head: Head, database: string): string {
  return `${String(head.size).padStart(9, '0')}-${head.hash.slice(0, 16)}-${database}.anchor`;
}

/** Writes the signed anchor for a head; one that exists already stands. Throws where the folder cannot be written. */
export async function writeAnchor(place: AnchorPlace, head: Head, at: Date): Promise<void> {
  const facts: AnchorFacts = {
    size: head.size,
    head: head.hash,
    at: wholeSecond(at),
    keyId: place.keys.keyId,
    database: place.database,
  };
  const text = anchorText(facts);
  const signature = sign(null, Buffer.from(text), place.keys.signing).toString('base64');
  await makeFolder(place.dir, 0o700);
  await writeOnce(join(place.dir, fileName(head, place.database)), `${text}signature ${signature}\n`, 0o644);
}

/** The anchor with the most entries that was written for this database; null where there is none. Throws where that one is damaged or not signed by our key. */
export async function newestAnchor(place: AnchorPlace): Promise<Head | null> {
  const names = await anchorNames(place);
  const newest = names.sort((a, b) => sizeIn(b) - sizeIn(a))[0];
  if (newest === undefined) return null;
  const path = join(place.dir, newest);
  const anchor = readAnchorText(await readFile(path, 'utf8'));
  if (anchor && anchor.facts.size === sizeIn(newest) && isOurs(anchor, place))
    return { size: anchor.facts.size, hash: anchor.facts.head };
  throw new Error(`The anchor ${path} is damaged, or was not signed with the key in use (${place.keys.keyId}).`);
}

/** For this database, and signed with our key; in a demo, with a key that was lost since. */
function isOurs(
  { facts, signature }: NonNullable<ReturnType<typeof readAnchorText>>,
  { database, keys }: AnchorPlace,
): boolean {
  if (facts.database !== database) return false;
  if (facts.keyId !== keys.keyId) return keys.disposable;
  return verify(null, Buffer.from(anchorText(facts)), keys.publicKey, Buffer.from(signature, 'base64'));
}

/** Moves the anchors of this database into a folder of their own, where nothing looks for them. Gives that folder, or null where there were none. */
export async function setAnchorsAside(place: AnchorPlace, at: Date): Promise<string | null> {
  const names = await anchorNames(place);
  if (names.length === 0) return null;
  const aside = join(place.dir, 'set-aside', wholeSecond(at).replaceAll(':', ''));
  await makeFolder(aside, 0o700);
  for (const name of names) await rename(join(place.dir, name), join(aside, name));
  return aside;
}

function sizeIn(name: string): number {
  return Number(FILE.exec(name)?.[1]);
}

async function anchorNames({ dir, database }: AnchorPlace): Promise<string[]> {
  await makeFolder(dir, 0o700);
  return (await readdir(dir)).filter((name) => FILE.exec(name)?.[2] === database);
}
