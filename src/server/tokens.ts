import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Tokens of one kind: 256 random bits, shown once. The database knows them by the SHA-256 of the kind's label and the token alone, in
 * hex; they are random and long, so a fast hash is enough.
 */
function tokensOf(label: string) {
  const digest = (token: string) => createHash('sha256').update(`${label}\0`).update(token).digest('hex');
  return {
    make(): { readonly token: string; readonly hash: string } {
      const token = randomBytes(32).toString('base64url');
      return { token, hash: digest(token) };
    },
    /** The hash of a token that the portal worked out itself. */
    known: digest,
    /** Null for what cannot be a token, a stored hash among it. */
    hashOf: (token: string | null | undefined): string | null => (token && TOKEN.test(token) ? digest(token) : null),
  };
}

/** How tokens of one kind are made and known again. */
export type Tokens = ReturnType<typeof tokensOf>;

/** The link of a placement's host. */
export const hostTokens = tokensOf('pqip portal host link');
/** The link of a witness to a trainee's work. */
export const witnessTokens = tokensOf('pqip portal witness link');
/** The private address of a trainee's calendar. */
export const calendarTokens = tokensOf('pqip portal calendar');
/** A link to set a password. */
export const accountTokens = tokensOf('pqip portal account link');
/** The session cookie. */
export const sessionTokens = tokensOf('pqip portal session token');
