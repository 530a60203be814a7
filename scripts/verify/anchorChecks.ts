import { basename } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { isSignedBy, type Anchor, type AnchorFolder } from './anchors.ts';

export interface AnchorFacts {
  readonly folder: AnchorFolder;
  /** The short name of the database that is looked at. */
  readonly database: string;
  readonly publicKey: KeyObject;
  readonly keyId: string;
  /** Hashes of the ledger in order: the first is entry 1. */
  readonly hashes: readonly (string | null)[];
}

export interface AnchorResult {
  readonly findings: readonly string[];
  readonly notes: readonly string[];
  readonly counted: readonly Anchor[];
}

/** Holds the ledger against its anchors. */
export function checkAnchors(facts: AnchorFacts): AnchorResult {
  const { counted, notes } = anchorsThatCount(facts);
  const damaged = facts.folder.damaged.map((name) => `The file ${name} is not an anchor, or was changed.`);
  const forged = counted.flatMap((anchor) => signatureFindings(anchor, facts));
  const findings = [...damaged, ...forged, ...lengthFindings(counted, facts), ...contentFindings(counted, facts)];
  if (counted.length === 0 && facts.hashes.length > 0) {
    findings.push(
      `${facts.folder.dir} holds no anchor for this ledger, so nobody can tell whether its end was cut off or all of it was written anew.`,
    );
  }
  return { findings, notes: [...notes, ...gapNotes(counted, facts.hashes.length)], counted };
}

/** Anchors made for a database at this address; where there are none (a copy, a restored file), all of them. */
function anchorsThatCount({ folder, database }: AnchorFacts): { counted: Anchor[]; notes: string[] } {
  const here = folder.anchors.filter((anchor) => anchor.database === database);
  const bySize = (a: Anchor, b: Anchor) => a.size - b.size;
  if (here.length === 0 || here.length === folder.anchors.length)
    return { counted: [...folder.anchors].sort(bySize), notes: [] };
  const others = folder.anchors.length - here.length;
  return {
    counted: here.sort(bySize),
    notes: [`Not looked at, because made for a database at another address: ${others} of the anchors in the folder.`],
  };
}

function signatureFindings(anchor: Anchor, { publicKey, keyId }: AnchorFacts): string[] {
  const name = `The anchor ${basename(anchor.file)}`;
  if (anchor.keyId !== keyId)
    return [`${name} was signed with the key ${anchor.keyId}, not with the key given (${keyId}).`];
  if (isSignedBy(publicKey, Buffer.from(anchor.signed), anchor.signature)) return [];
  return [`${name} has a signature that does not fit: it was changed or made up.`];
}

/** The anchor that vouches for most says how much is gone. */
function lengthFindings(counted: readonly Anchor[], { hashes }: AnchorFacts): string[] {
  const newest = counted.at(-1);
  if (!newest || newest.size <= hashes.length) return [];
  const gone =
    newest.size === hashes.length + 1
      ? `entry ${newest.size} was removed`
      : `entries ${hashes.length + 1} to ${newest.size} were removed`;
  return [
    `The end of the ledger was cut off: it has ${hashes.length} entries, but ${basename(newest.file)} vouches for ${newest.size} on ${newest.at}, so ${gone}.`,
  ];
}

/** The first anchor that does not fit says from where: everything after it differs too. */
function contentFindings(counted: readonly Anchor[], { hashes }: AnchorFacts): string[] {
  const different = counted.filter(({ size, head }) => size <= hashes.length && hashes[size - 1] !== head);
  const [first] = different;
  if (!first) return [];
  const all = different.length === 1 ? 'One anchor does' : `${different.length} anchors do`;
  return [
    `Entry ${first.size} is not the one that ${basename(first.file)} vouches for on ${first.at}: the ledger up to there was written anew. ${all} not fit.`,
  ];
}

/** The portal anchors every sign-off, so a missing one is worth a question, though a later anchor covers it. */
function gapNotes(counted: readonly Anchor[], entries: number): string[] {
  const sizes = new Set(counted.map(({ size }) => size));
  const first = Math.min(...sizes);
  const last = Math.max(...sizes);
  const missing = [];
  for (let size = first + 1; size < last; size += 1) if (!sizes.has(size)) missing.push(size);
  const notes = [];
  if (missing.length > 0)
    notes.push(
      `There is no anchor for ${list(missing)}; a later one vouches for them too. Ask who removed them, if the portal did not crash there.`,
    );
  if (sizes.size > 0 && last < entries) {
    notes.push(
      `Nothing vouches for the end of the ledger from entry ${last + 1} to ${entries}: the portal anchors it when it starts. If it is running, ask why there is no anchor.`,
    );
  }
  return notes;
}

function list(sizes: readonly number[]): string {
  const shown = sizes.slice(0, 10).join(', ');
  return `${sizes.length === 1 ? 'entry' : 'entries'} ${shown}${sizes.length > 10 ? ` and ${sizes.length - 10} more` : ''}`;
}
