import { argon2, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type HashWork, isOutdated, parsePhc, phcText, type StoredHash } from '#src/domain/accounts/phc.ts';
import { PASSWORD_BYTES } from '#src/domain/accounts/signIn.ts';
import { Refusal } from '#src/domain/errors.ts';
import { openTurns } from './turns.ts';

/** ASVS 5.0, appendix: 19 MiB, two passes, one lane; about 50 ms. */
export const WORK: HashWork = { memoryKib: 19_456, passes: 2, lanes: 1 };

const TAG_BYTES = 32;
const SALT_BYTES = 16;
const derive = promisify(argon2);
const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

export interface Passwords {
  /** A PHC string for the database. Throws `bad_input` for a password over 1,024 bytes, `busy` when too many are waiting. */
  hash(password: string): Promise<string>;
  /** Always computes one hash, also for `stored` null and for one that cannot be read, so that the time tells nothing. Throws `busy`. */
  verify(stored: string | null, password: string): Promise<{ matches: boolean; isOutdated: boolean }>;
}

/** `pepper` is kept outside the database; null = none (demo data). `atOnce` hashes run, `waiting` more may wait. */
export interface PasswordOptions {
  readonly pepper: Buffer | null;
  readonly atOnce?: number;
  readonly waiting?: number;
}

/** Names a pepper without giving anything of it away. */
const keyIdOf = (pepper: Buffer | null) =>
  pepper && unpadded(createHash('sha256').update('portal password pepper id\0').update(pepper).digest()).slice(0, 8);

function messageFor(password: string, pepper: Buffer | null): Buffer {
  return pepper ? createHmac('sha256', pepper).update(password, 'utf8').digest() : Buffer.from(password, 'utf8');
}

interface Ingredients extends HashWork {
  readonly message: Buffer;
  readonly salt: Buffer;
}

function tagOf({ message, salt, memoryKib, passes, lanes }: Ingredients): Promise<Buffer> {
  return derive('argon2id', {
    message,
    nonce: salt,
    memory: memoryKib,
    passes,
    parallelism: lanes,
    tagLength: TAG_BYTES,
  });
}

/** A hash without pepper and with a salt of the caller's choice: for demo data only, which is the same every time. */
export async function demoHash(password: string, saltText: string): Promise<string> {
  const salt = createHash('sha256').update(saltText).digest().subarray(0, SALT_BYTES);
  const tag = await tagOf({ ...WORK, message: messageFor(password, null), salt });
  return phcText({ ...WORK, keyId: null, salt: unpadded(salt), tag: unpadded(tag) });
}

function isSame(tag: Buffer, stored: string): boolean {
  const expected = Buffer.from(stored, 'base64');
  return expected.length === tag.length && timingSafeEqual(expected, tag);
}

/** Passwords as argon2id in PHC strings, peppered by HMAC. The password is taken as typed: no trimming, no normalising. */
export function openPasswords({ pepper, atOnce = 3, waiting = 100 }: PasswordOptions): Passwords {
  const inTurn = openTurns({ atOnce, waiting, tooMany: () => new Refusal('busy') });
  const keyId = keyIdOf(pepper);
  const nobody: StoredHash = {
    ...WORK,
    keyId,
    salt: unpadded(randomBytes(SALT_BYTES)),
    tag: unpadded(randomBytes(TAG_BYTES)),
  };

  const hash = async (password: string) => {
    if (Buffer.byteLength(password) > PASSWORD_BYTES)
      throw new Refusal('bad_input', { fields: { password: 'Use a shorter password' } });
    const salt = randomBytes(SALT_BYTES);
    const tag = await inTurn(() => tagOf({ ...WORK, message: messageFor(password, pepper), salt }));
    return phcText({ ...WORK, keyId, salt: unpadded(salt), tag: unpadded(tag) });
  };

  const verify = async (stored: string | null, password: string) => {
    const read = stored === null ? null : parsePhc(stored);
    const isUsable =
      read !== null && (read.keyId === null || read.keyId === keyId) && Buffer.byteLength(password) <= PASSWORD_BYTES;
    const known = isUsable ? read : nobody;
    const message = messageFor(isUsable ? password : '', known.keyId === null ? null : pepper);
    const tag = await inTurn(() => tagOf({ ...known, message, salt: Buffer.from(known.salt, 'base64') }));
    return { matches: isUsable && isSame(tag, known.tag), isOutdated: isUsable && isOutdated(known, WORK, keyId) };
  };
  return { hash, verify };
}
