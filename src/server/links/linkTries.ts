import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressKey, spend } from '../throttle.ts';

const HOUR_SECONDS = 3600;
/** Addresses of links that open nothing, an hour from one address. Nobody guesses 256 bits; it keeps guessing from costing much. */
export const WRONG_LINKS = 100;

export interface LinkTries {
  /**
   * Counts a link that opened nothing, by the socket's address. Throws `too_many`. A link that opens something never comes here:
   * whoever guesses behind an address that a whole prison shares keeps nobody else there out, and learns nothing by it.
   */
  missed(address: string): Promise<void>;
}

/** Links that hold a token, need no account and opened nothing, in memory. */
export function openLinkTries(): LinkTries {
  const limiter = new RateLimiterMemory({ points: WRONG_LINKS, duration: HOUR_SECONDS });
  return {
    missed: (address) => spend(limiter, addressKey(address), 'Too many links were tried from here.'),
  };
}
