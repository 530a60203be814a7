import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressKey, retryAfterSeconds, tooMany } from '../throttle.ts';

const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;
/** Addresses that open nothing, an hour from one place: an office may have some old ones that its computers still ask for. */
export const MISSES_AN_HOUR = 200;
/** How often a minute one calendar is made anew; programs ask every few hours. */
export const READS_A_MINUTE = 60;

const misses = new RateLimiterMemory({ points: MISSES_AN_HOUR, duration: HOUR_SECONDS });
const reads = new RateLimiterMemory({ points: READS_A_MINUTE, duration: MINUTE_SECONDS });
/** Tokens, hashed, that opened something lately: whoever shares her network with somebody who guesses still gets her calendar. */
const opened = new Set<string>();
const MOST_OPENED = 10_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Throws `too_many` for a token that has not opened anything lately, from a place that tried too many, and for one that is read too often. */
export async function countCalendarTry(token: string, address: string): Promise<void> {
  const key = hashOf(token);
  if (opened.has(key)) return spend(reads, key);
  const before = await misses.get(addressKey(address));
  if (before && before.consumedPoints >= MISSES_AN_HOUR) throw tooMany(before);
}

/** After a try: a miss counts, an address that opened something is remembered. */
export async function noteCalendarTry(token: string, address: string, isOpen: boolean): Promise<void> {
  const key = hashOf(token);
  if (!isOpen) {
    opened.delete(key);
    await misses.consume(addressKey(address)).catch(() => null);
    return;
  }
  if (opened.size >= MOST_OPENED) opened.clear();
  opened.add(key);
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    throw tooMany(refused);
  });
}

/** Seconds after which it may be tried again, where a try was refused; null for any other error. */
export const waitSeconds = retryAfterSeconds;
