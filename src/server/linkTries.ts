import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressKey, tooMany } from './throttle.ts';

const HOUR_SECONDS = 3600;
/** Addresses of links that open nothing, an hour from one address. Nobody guesses 256 bits; it keeps guessing from costing anything. */
export const WRONG_LINKS = 100;

/** One opening of a link that has been counted. Call `opened` where there was something behind it. */
export interface LinkTicket {
  opened(): Promise<void>;
}

export interface LinkTries {
  /** Counts before the link is looked up, by the socket's address. Throws `too_many`, which says nothing of the link. */
  take(address: string): Promise<LinkTicket>;
}

/** Openings of links that hold a token and need no account, in memory; only what opened nothing stays counted, as with sign-in. */
export function openLinkTries(): LinkTries {
  const limiter = new RateLimiterMemory({ points: WRONG_LINKS, duration: HOUR_SECONDS });
  return {
    take: async (address) => {
      const key = addressKey(address);
      await limiter.consume(key).catch((refused: unknown) => {
        throw tooMany(refused, 'Too many links were tried from here.');
      });
      return { opened: async () => void (await limiter.reward(key)) };
    },
  };
}
