import type { Role } from '../access/roles.ts';
import type { Viewer } from '../access/viewer.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a session may rest, and how long it may live at all. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

const USUAL: SessionLimits = { idleMs: 60 * MINUTE, absoluteMs: 12 * HOUR };
const STRICT: SessionLimits = { idleMs: 15 * MINUTE, absoluteMs: 8 * HOUR };

/** Source: "Who may see what", docs/contract.md. */
export const LIMITS: Readonly<Record<Role, SessionLimits>> = {
  trainee: USUAL,
  tutor: USUAL,
  manager: USUAL,
  verifier: USUAL,
  external: USUAL,
  assessor: STRICT,
  admin: STRICT,
};

/**
 * Sign-ins that one person may have at once; one more ends the one that rested longest. Several times the devices that anybody works
 * at, and few enough to read through. Source: ASVS 7.1.2.
 */
export const MOST_SESSIONS = 20;

/** Minutes for which a password counts as fresh: sign-off, export and role changes ask for one that is. */
const FRESH_MS = 5 * MINUTE;

/** `lastSeenAt` is written at most this often, so an idle limit may strike this much early and never late. */
const TOUCH_MS = MINUTE;

/** What a session says about time. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The strictest limits among a person's roles; the strict ones for a person without any. */
export function sessionLimits(roles: readonly Role[]): SessionLimits {
  if (roles.length === 0) return STRICT;
  const all = roles.map((role) => LIMITS[role]);
  return {
    idleMs: Math.min(...all.map(({ idleMs }) => idleMs)),
    absoluteMs: Math.min(...all.map(({ absoluteMs }) => absoluteMs)),
  };
}

/** The first instant at which the session is over: after too long a rest, or at the end of its life, whichever comes first. */
export function sessionEndsAt({ createdAt, lastSeenAt }: SessionTimes, roles: readonly Role[]): Date {
  const { idleMs, absoluteMs } = sessionLimits(roles);
  return new Date(Math.min(lastSeenAt.getTime() + idleMs, createdAt.getTime() + absoluteMs));
}

export function isOver(times: SessionTimes, roles: readonly Role[], now: Date): boolean {
  return now >= sessionEndsAt(times, roles);
}

/** Is it time to write down again that she was seen? */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_MS;
}

/** Must the password be given again before something is signed? An instant in the future counts as not fresh. */
export function needsFreshPassword(
  { authenticatedAt }: Pick<Viewer['session'], 'authenticatedAt'>,
  now: Date,
): boolean {
  const age = now.getTime() - authenticatedAt.getTime();
  return age < 0 || age > FRESH_MS;
}
