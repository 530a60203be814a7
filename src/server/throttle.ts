import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { waitWords } from '#src/domain/accounts/words.ts';
import { Refusal } from '#src/domain/errors.ts';

const HOUR_SECONDS = 3600;
/** Failed tries an hour for one account from browsers it has not signed in from, for one known device, and for one address. */
export const TRIES = { account: 10, device: 10, address: 100 } as const;

/** `device` is the id of a device this very account has signed in from, else null. `address` is the socket's. */
export interface Try {
  readonly account: string;
  readonly device: string | null;
  readonly address: string;
}

/** One try that has been counted. Call `succeeded` after the right password, `cancel` where no password was looked at. */
export interface Ticket {
  succeeded(): Promise<void>;
  cancel(): Promise<void>;
}

export interface Throttle {
  /** Counts the try before the password is looked at, so that many at once gain nothing. Throws `too_many`. */
  take(wanted: Try): Promise<Ticket>;
}

/** Seconds after which a refusal may be gone, for the header `Retry-After`; null where it does not say. */
export function retryAfterSeconds(error: unknown): number | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof RateLimiterRes ? Math.max(1, Math.ceil(cause.msBeforeNext / 1000)) : null;
}

/** The refusal for what a limiter refused, after what there was too much of. Throws `cause` where it is something else. */
function tooMany(cause: unknown, what = 'Too many tries.'): Refusal {
  if (!(cause instanceof RateLimiterRes)) throw cause;
  const wait = waitWords(Math.ceil(cause.msBeforeNext / 1000));
  return new Refusal('too_many', {
    words: `${what} Wait ${wait} and try again. Nothing else is locked.`,
    cause,
  });
}

/** Counts one try by `key`. Throws `too_many` past what `limiter` allows, beginning with `what` there was too much of. */
export async function spend(limiter: RateLimiterMemory, key: string, what?: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    throw tooMany(refused, what);
  });
}

/** Any text as a key of one length, so that long names cannot fill the memory. */
export const keyOfText = (text: string) => createHash('sha256').update(text).digest('base64url');

/** One household or office for IPv6 is its /64; an IPv4 address inside IPv6 counts as itself. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const missing = plain.includes('::') ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
  return `${groups.slice(0, 4).join(':')}::/64`;
}

interface Bucket {
  readonly limiter: RateLimiterMemory;
  readonly key: string;
}

/**
 * Failures an hour, in memory. A browser that an account has signed in from has a bucket of its own, so strangers who try its
 * password, from the same address too, cannot keep its owner out. Nothing is locked for longer than the hour.
 */
export function openThrottle(): Throttle {
  const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: HOUR_SECONDS });
  const [accounts, devices, addresses] = [limiterOf(TRIES.account), limiterOf(TRIES.device), limiterOf(TRIES.address)];

  const bucketsFor = ({ account, device, address }: Try): Bucket[] =>
    device === null
      ? [
          { limiter: addresses, key: addressKey(address) },
          { limiter: accounts, key: keyOfText(account) },
        ]
      : [{ limiter: devices, key: keyOfText(`${device}\0${account}`) }];

  return {
    take: async (wanted) => {
      const buckets = bucketsFor(wanted);
      for (const { limiter, key } of buckets) await spend(limiter, key);
      const cancel = async () => void (await Promise.all(buckets.map(({ limiter, key }) => limiter.reward(key))));
      const forget = async () => void (await Promise.all(buckets.map(({ limiter, key }) => limiter.delete(key))));
      return { cancel, succeeded: wanted.device === null ? cancel : forget };
    },
  };
}
