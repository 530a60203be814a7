import { createHash, randomBytes } from 'node:crypto';

const LABEL = 'pqip portal host link\0';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const digest = (token: string) => createHash('sha256').update(LABEL).update(token).digest('hex');

/** 256 random bits for the link of a host, shown once, and the hash by which alone the database knows them. */
export function newLinkToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: digest(token) };
}

/** What the database knows a token by. Null for what cannot be a token, a stored hash among it. */
export function linkHash(token: string | null | undefined): string | null {
  return token && TOKEN.test(token) ? digest(token) : null;
}
