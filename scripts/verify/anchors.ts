import { verify, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Usage } from './source.ts';

/** A signed statement: that database had so many entries, ending in that hash, at that time. */
export interface Anchor {
  readonly file: string;
  readonly size: number;
  readonly head: string;
  readonly at: string;
  readonly keyId: string;
  readonly database: string;
  readonly signed: string;
  readonly signature: string;
}

export interface AnchorFolder {
  readonly dir: string;
  readonly anchors: readonly Anchor[];
  /** Names of files that end in .anchor and hold none. */
  readonly damaged: readonly string[];
}

const LINES = ['size', 'head', 'at', 'key', 'database', 'signature'] as const;

/** Reads a folder of anchors. Read it before the ledger: a sign-off in between then only makes the ledger longer than the anchors. Throws Usage where there is no folder. */
export function readAnchors(dir: string): AnchorFolder {
  if (!existsSync(dir)) throw new Usage(`There is no folder ${dir} with anchors in it.`);
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.anchor') && !name.startsWith('.'))
    .sort();
  const read = names.map((name) => ({
    name,
    anchor: parseAnchor(join(dir, name), readFileSync(join(dir, name), 'utf8')),
  }));
  return {
    dir,
    anchors: read.flatMap(({ anchor }) => (anchor ? [anchor] : [])),
    damaged: read.filter(({ anchor }) => anchor === null).map(({ name }) => name),
  };
}

function parseAnchor(file: string, text: string): Anchor | null {
  const [label, ...lines] = text.split('\n');
  const values = LINES.flatMap((name, index) => valueAfter(name, lines[index]));
  const whole = label === 'pqip-anchor-v1' && lines.length === LINES.length + 1 && lines.at(-1) === '';
  if (!whole || values.length !== LINES.length) return null;
  const [size, head, at, keyId, database, signature] = values as [string, string, string, string, string, string];
  const signed = text.slice(0, text.lastIndexOf('signature '));
  return /^[1-9]\d*$/.test(size) ? { file, size: Number(size), head, at, keyId, database, signature, signed } : null;
}

function valueAfter(name: string, line: string | undefined): string[] {
  return line?.startsWith(`${name} `) ? [line.slice(name.length + 1)] : [];
}

/** True where the key signed exactly this text, and the signature is written in the one way base64 has for it. */
export function isSignedBy(key: KeyObject, signed: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verify(null, signed, key, bytes);
}
