import { createHash, randomBytes } from 'node:crypto';

const LABEL = 'pqip portal session token\0';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. Only the browser's cookie ever holds it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows a token by: SHA-256 of a fixed label and the token, in hex. Null for what cannot be a token, a stored digest among it. */
export function digestOf(token: string | null | undefined): string | null {
  if (!token || !TOKEN.test(token)) return null;
  return createHash('sha256').update(LABEL).update(token).digest('hex');
}
