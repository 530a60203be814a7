import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, writeOnce } from './ledger/durableFile.ts';
import { CannotStart } from './settings.ts';

const PRIVATE_FILE = 'ledger-private.pem';
const PUBLIC_FILE = 'ledger-public.pem';

/** What a folder of keys holds, and which of it is for nobody else's eyes. */
export const KEY_FILES: Readonly<Record<string, { readonly secret: boolean }>> = {
  [PRIVATE_FILE]: { secret: true },
  [PUBLIC_FILE]: { secret: false },
  'pepper.key': { secret: true },
  'device.key': { secret: true },
};

const SECRETS = ['pepper', 'device'] as const;
const SECRET_BYTES = 32;

/** Secrets beside the signing key: `pepper` for password hashes, `device` for the cookie that knows a device again. */
export type SecretName = (typeof SECRETS)[number];

export interface Keys {
  /** Ed25519, signs ledger entries and anchors. Never leaves this process. */
  readonly signing: KeyObject;
  readonly publicKey: KeyObject;
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** Where the public key lies for whoever verifies the ledger. */
  readonly publicKeyFile: string;
  /** True for a demo, whose keys may be lost and made anew: entries of an older key are then no reason not to start. */
  readonly disposable: boolean;
  /** 32 bytes. */
  secret(name: SecretName): Buffer;
}

/**
 * Opens the portal's keys. `create` makes what is missing (demo mode, `npm run admin -- keys`); without it everything must be there.
 * Throws CannotStart where a key is missing, damaged or does not fit its public half.
 */
export async function openKeys({ dir, create }: { dir: string; create: boolean }): Promise<Keys> {
  if (create) await makeKeys(dir);
  const signing = privateKey(await required(join(dir, PRIVATE_FILE)), dir);
  const publicKey = createPublicKey(signing);
  const publicKeyFile = join(dir, PUBLIC_FILE);
  await exportPublicKey(publicKeyFile, publicKey);
  const [pepper, device] = await Promise.all([openSecret(dir, 'pepper'), openSecret(dir, 'device')]);
  const secrets = { pepper, device };
  const secret = (name: SecretName) => Buffer.from(secrets[name]);
  return { signing, publicKey, keyId: keyIdOf(publicKey), publicKeyFile, disposable: create, secret };
}

/** Short name of a public key: first 16 hex digits of the SHA-256 of its SPKI DER. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

async function makeKeys(dir: string): Promise<void> {
  await makeFolder(dir, 0o700);
  const { privateKey: made } = generateKeyPairSync('ed25519');
  await writeOnce(join(dir, PRIVATE_FILE), made.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  for (const name of SECRETS) await writeOnce(secretFile(dir, name), randomBytes(SECRET_BYTES), 0o600);
}

function privateKey(pem: Buffer, dir: string): KeyObject {
  const key = readPem(pem);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new CannotStart(
    `${join(dir, PRIVATE_FILE)} does not hold an Ed25519 private key in PKCS#8 PEM form. Put the right file back from your safe copy.`,
  );
}

function readPem(pem: Buffer): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

/** Written where it is missing; a file for another key is refused, because verifiers would be given the wrong one. */
async function exportPublicKey(path: string, publicKey: KeyObject): Promise<void> {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  if (await writeOnce(path, pem, 0o644).catch(cannotWrite(path))) return;
  if ((await required(path)).toString('utf8').trim() === pem.trim()) return;
  throw new CannotStart(
    `${path} is not the public half of ${PRIVATE_FILE} beside it. Keep both, find out which one was changed, and put the right one back.`,
  );
}

function cannotWrite(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new CannotStart(
      `The public key could not be written to ${path} (${error.code ?? error.message}). Put it there, or let the portal write in that folder once.`,
    );
  };
}

async function openSecret(dir: string, name: SecretName): Promise<Buffer> {
  const secret = await required(secretFile(dir, name));
  if (secret.length === SECRET_BYTES) return secret;
  throw new CannotStart(
    `${secretFile(dir, name)} must hold exactly ${SECRET_BYTES} random bytes; it holds ${secret.length}.`,
  );
}

function secretFile(dir: string, name: SecretName): string {
  return join(dir, `${name}.key`);
}

async function required(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.code ?? error.message})`;
    throw new CannotStart(
      `The key file ${path} ${why}. Set KEYS_DIR to the folder with the portal's keys; for a new portal make them once with "npm run admin -- keys --to FOLDER".`,
    );
  });
}
