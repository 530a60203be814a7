import type { Viewer } from '#src/domain/access/viewer.ts';

/** What a browser sends with a sign-in. `address` is the socket's; `device` and `token` are cookies, null where it has none. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly device: string | null;
  readonly token: string | null;
  /** Refuse whoever is not the person this browser last knew: for signing in beside a page that is open. */
  readonly sameOwnerOnly?: boolean;
}

/** Values for the two cookies of a browser that has just signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly token: string;
  readonly device: string;
}

export interface ValidSession {
  readonly viewer: Viewer;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** One entry of "where you are signed in". `id` is a digest and opens nothing. */
export interface SessionSummary {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Sign-in and sessions. The rest of the portal knows nothing of what stands behind it. */
export interface Sessions {
  /** Throws `bad_input` (one answer for every wrong pair), `too_many`, `conflict` (another owner), `busy`. Ends the browser's old session. */
  signIn(attempt: SignInAttempt): Promise<SignedIn>;
  /** Null for a token that is missing, malformed, unknown or too old. Never throws over what the cookie holds. One query. */
  validate(token: string | null): Promise<ValidSession | null>;
  /** Writes down that she was seen, at most once a minute. Call it after the answer; it may throw `busy`. */
  touch(session: ValidSession): Promise<void>;
  /** The password again: ends this session, starts another. Throws `bad_input`, `too_many`, `not_signed_in` where it was ended meanwhile, `busy`. */
  confirmPassword(viewer: Viewer, password: string): Promise<{ viewer: Viewer; token: string }>;
  /** A new password as it is stored. Throws `bad_input`, `busy`. */
  hashPassword(password: string): Promise<string>;
  signOut(token: string | null): Promise<void>;
  signOutEverywhere(personId: string): Promise<void>;
  /** Ends one of her own sessions; nothing happens for anybody else's. */
  endOne(personId: string, sessionId: string): Promise<void>;
  list(personId: string): Promise<SessionSummary[]>;
  /** For a form that came too late: marks whom it belongs to, by the device cookie. */
  ownerMark(device: string | null): string;
  mayHave(mark: string, personId: string): boolean;
}
