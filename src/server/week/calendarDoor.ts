import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressKey, retryAfterSeconds, spend } from '../throttle.ts';

const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;
/** Addresses that open nothing, an hour from one place: an office may have some old ones that its computers still ask for. */
const MISSES_AN_HOUR = 200;
/** How often a minute one calendar is made anew; programs ask every few hours. */
const READS_A_MINUTE = 60;

const misses = new RateLimiterMemory({ points: MISSES_AN_HOUR, duration: HOUR_SECONDS });
const reads = new RateLimiterMemory({ points: READS_A_MINUTE, duration: MINUTE_SECONDS });
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Counts one reading of a calendar that is there. Throws `too_many` where it is read too often. */
export async function countCalendarRead(token: string): Promise<void> {
  await spend(reads, hashOf(token));
}

/**
 * Counts an address that opens nothing. Throws `too_many` past so many from one place. One that opens something is never held up
 * by others: calendars of a whole office, or of everybody with the same provider, are asked for from one address.
 */
export async function countCalendarMiss(address: string): Promise<void> {
  await spend(misses, addressKey(address));
}

/** Seconds after which it may be tried again, where a try was refused; null for any other error. */
export const waitSeconds = retryAfterSeconds;
