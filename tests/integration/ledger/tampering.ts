import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { freshFolder } from '../../support/database.ts';
import { openWorld, signOffEach } from './signedPortfolio.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder with database, keys and anchors after so many sign-offs, the portal stopped. Whoever asks for it removes it. */
export async function genuineFolder(entries: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-genuine-'));
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const database = await openDatabase({ url });
  const world = await openWorld(database, { databaseUrl: url, folder });
  await signOffEach({ first: 1, last: entries }, world);
  await database.close();
  return folder;
}

/** A copy of a genuine portal's files, to be tampered with. Call it in a test. */
export function copyOf(genuine: string): string {
  const folder = freshFolder();
  cpSync(genuine, folder, { recursive: true });
  chmodSync(join(folder, 'keys'), 0o700);
  return folder;
}

/** Changes the database as somebody with the file in her hands would: no portal in between, triggers taken away and put back. */
export function behindThePortalsBack(folder: string, tamper: (raw: DatabaseSync) => void): void {
  const raw = new DatabaseSync(join(folder, 'portal.db'));
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  raw.exec('PRAGMA foreign_keys = OFF');
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${String(name)}`);
  tamper(raw);
  for (const { sql } of triggers) raw.exec(String(sql));
  raw.close();
}

export interface Verdict {
  readonly code: number;
  readonly words: string;
}

/** Runs the operator's command as a process of its own. */
export function runVerifier(folder: string, change: { publicKey?: string; anchors?: string } = {}): Promise<Verdict> {
  const options = {
    '--database': pathToFileURL(join(folder, 'portal.db')).href,
    '--anchors': change.anchors ?? join(folder, 'anchors'),
    '--public-key': change.publicKey ?? join(folder, 'keys/ledger-public.pem'),
  };
  const args = ['scripts/admin.ts', 'verify', ...Object.entries(options).flat()];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, words: stdout + stderr });
    });
  });
}

export const anchorFiles = (folder: string) => readdirSync(join(folder, 'anchors')).sort();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes every entry anew, as a forger would who knows how: bodies changed by `edit`, hashes and signatures all in order. */
export function rewriteChain(
  raw: DatabaseSync,
  key: KeyObject,
  { keyId, edit }: { keyId: string; edit: (body: string) => string },
): void {
  let prevHash = '0'.repeat(64);
  for (const row of raw.prepare('SELECT seq, body FROM ledger_entries ORDER BY seq').all()) {
    const body = edit(String(row.body));
    const hash = sha256(`pqip-ledger-v1\n${prevHash}\n${body}`);
    const signature = sign(null, Buffer.from(hash, 'hex'), key).toString('base64');
    raw
      .prepare('UPDATE ledger_entries SET prev_hash = ?, hash = ?, body = ?, key_id = ?, signature = ? WHERE seq = ?')
      .run(prevHash, hash, body, keyId, signature, Number(row.seq));
    prevHash = hash;
  }
}

export function someoneElsesKey(folder: string): { key: KeyObject; keyId: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const file = join(folder, 'other-public.pem');
  writeFileSync(file, publicKey.export({ type: 'spki', format: 'pem' }));
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { key: privateKey, keyId: createHash('sha256').update(der).digest('hex').slice(0, 16), publicKey: file };
}
