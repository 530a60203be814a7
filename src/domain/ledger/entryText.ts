/** What the first entry names as the hash before it. */
export const GENESIS_HASH = '0'.repeat(64);

const ENTRY_LABEL = 'pqip-ledger-v1';
const ANCHOR_LABEL = 'pqip-anchor-v1';

/**
 * The text whose SHA-256 is the hash of an entry. Line feeds part it without doubt: the label and a hash in hex hold none,
 * and canonical JSON writes them as `\n`. Source: docs/ledger.md.
 */
export function entryText(prevHash: string, body: string): string {
  return `${ENTRY_LABEL}\n${prevHash}\n${body}`;
}

/** What an anchor says: the ledger at this address had so many entries, ending in this hash, at this time. */
export interface AnchorFacts {
  readonly size: number;
  readonly head: string;
  readonly at: string;
  readonly keyId: string;
  /** Which database, as a short hash of its address: several may share a folder. */
  readonly database: string;
}

/** The signed part of an anchor file, one fact a line. */
export function anchorText({ size, head, at, keyId, database }: AnchorFacts): string {
  return `${ANCHOR_LABEL}\nsize ${size}\nhead ${head}\nat ${at}\nkey ${keyId}\ndatabase ${database}\n`;
}

const ANCHOR = new RegExp(
  `^${ANCHOR_LABEL}\\nsize ([1-9]\\d{0,14})\\nhead ([0-9a-f]{64})\\nat (\\S+)\\nkey ([0-9a-f]{16})\\ndatabase ([0-9a-f]{16})\\nsignature (\\S+)\\n$`,
);

/** Reads an anchor file. Null for text that is not one. */
export function readAnchorText(text: string): { facts: AnchorFacts; signature: string } | null {
  const [, size, head, at, keyId, database, signature] = ANCHOR.exec(text) ?? [];
  if (!size || !head || !at || !keyId || !database || !signature) return null;
  return { facts: { size: Number(size), head, at, keyId, database }, signature };
}
