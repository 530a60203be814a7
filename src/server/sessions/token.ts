import { createHash, randomBytes } from 'node:crypto';

const LABEL = 'pqip portal session token\0';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const digest = (token: string) => createHash('sha256').update(LABEL).update(token).digest('hex');

/** 256 random bits for the browser's cookie, which alone holds them, and the id by which the database knows them. */
export function newToken(): { token: string; id: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, id: digest(token) };
}

/** What the database knows a token by: SHA-256 of a fixed label and the token, in hex. Null for what cannot be a token, a stored digest among it. */
export function digestOf(token: string | null | undefined): string | null {
  return token && TOKEN.test(token) ? digest(token) : null;
}
