import type { KeyObject } from 'node:crypto';
import { isSignedBy } from './anchors.ts';
import { oneWay, instantText, sha256 } from './canonical.ts';
import { pagesOf, type Row } from './rows.ts';
import { isPortfolioType, type PortfolioEntry, readPortfolioEntry } from './portfolioEntry.ts';
import { readSignature, type SignatureEntry } from './signatureEntry.ts';
import { isRecord, readSignOff, type SignOffEntry } from './signOffEntry.ts';
import type { Source } from './source.ts';

export interface Chain {
  /** Hashes in order; null where a number is missing. */
  readonly hashes: (string | null)[];
  /** Bodies of the sign-offs by their entry's number. */
  readonly signOffs: Map<number, SignOffEntry>;
  /** Bodies of the signatures under supervision reviews, likewise. */
  readonly signatures: Map<number, SignatureEntry>;
  /** Bodies of everything else that is signed about a portfolio, likewise. */
  readonly portfolio: Map<number, PortfolioEntry>;
}

export const emptyChain = (): Chain => ({
  hashes: [],
  signOffs: new Map(),
  signatures: new Map(),
  portfolio: new Map(),
});

interface Key {
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

const ENTRIES = {
  table: 'ledger_entries',
  text: ['prev_hash', 'hash', 'body', 'key_id', 'signature'],
  numbers: ['seq', 'recorded_at'],
};
/** A number further away than this is not a gap but a broken number. */
const GAP_MAX = 1_000_000;
const BEFORE_THE_FIRST = '0'.repeat(64);

/** Walks the ledger from its first entry to its last. Every fault becomes a finding with the number of the entry. */
export async function readChain(source: Source, key: Key, findings: string[]): Promise<Chain> {
  const chain = emptyChain();
  for await (const page of pagesOf(source, ENTRIES)) {
    for (const row of page) {
      findings.push(...placeFindings(row, chain.hashes), ...entryFindings(row, key));
      takeUp(row, chain, findings);
    }
  }
  return chain;
}

function placeFindings(row: Row, hashes: readonly (string | null)[]): string[] {
  const seq = Number(row.seq);
  const expected = hashes.length + 1;
  if (seq < 1) return [`There is an entry ${seq}, but the ledger begins with 1.`];
  if (seq > expected) {
    const missing =
      seq - 1 === expected ? `Entry ${expected} is missing` : `Entries ${expected} to ${seq - 1} are missing`;
    return [`${missing}: the ledger goes on with entry ${seq}.`];
  }
  if (row.prev_hash === (hashes.at(-1) ?? BEFORE_THE_FIRST)) return [];
  return [`Entry ${seq} does not follow from the entry before it: the hash it names is another.`];
}

function entryFindings(row: Row, key: Key): string[] {
  const fits = sha256(`pqip-ledger-v1\n${row.prev_hash}\n${row.body}`) === row.hash;
  const altered = fits ? [] : [`Entry ${row.seq} was altered: its hash does not fit its body.`];
  return [...altered, ...signatureFindings(row, key)];
}

function signatureFindings(row: Row, { publicKey, keyId }: Key): string[] {
  const signed = isSignedBy(publicKey, Buffer.from(String(row.hash), 'hex'), String(row.signature));
  if (row.key_id !== keyId) {
    const how = signed ? 'names' : 'was signed with';
    return [`Entry ${row.seq} ${how} the key ${row.key_id}, not the key given (${keyId}).`];
  }
  return signed ? [] : [`Entry ${row.seq} has a signature that the key given did not make.`];
}

function takeUp(row: Row, chain: Chain, findings: string[]): void {
  const { hashes } = chain;
  const seq = Number(row.seq);
  if (seq < 1) return;
  if (seq - hashes.length < GAP_MAX) while (hashes.length < seq - 1) hashes.push(null);
  hashes.push(String(row.hash));
  const body = parsed(row.body);
  const read = sortIn(seq, body, chain);
  if (typeof read === 'string') findings.push(`Entry ${seq} ${read}`);
  else if (oneWay(body) !== row.body) findings.push(`Entry ${seq} is not written in canonical form.`);
  else if (read.at !== instantText(row.recorded_at))
    findings.push(`Entry ${seq} is dated ${instantText(row.recorded_at)}, but its body says ${read.at}.`);
}

/** Reads a body by its type and keeps it with its like. */
function sortIn(
  seq: number,
  body: unknown,
  { signOffs, signatures, portfolio }: Chain,
): SignOffEntry | SignatureEntry | PortfolioEntry | string {
  if (isRecord(body) && isPortfolioType(body.type)) {
    const entry = readPortfolioEntry(body, body.type);
    if (typeof entry !== 'string') portfolio.set(seq, entry);
    return entry;
  }
  if (isRecord(body) && body.type === 'supervision_signature') {
    const signature = readSignature(body);
    if (typeof signature !== 'string') signatures.set(seq, signature);
    return signature;
  }
  const signOff = readSignOff(body);
  if (typeof signOff !== 'string') signOffs.set(seq, signOff);
  return signOff;
}

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return null;
  }
}
