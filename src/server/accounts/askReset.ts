import { RateLimiterMemory } from 'rate-limiter-flexible';
import { portal } from '../portal.ts';
import { addressKey, keyOfText, spend } from '../throttle.ts';
import { sendReset } from './invitations.ts';

const HOUR_SECONDS = 3600;
/** Links asked for, an hour: for one e-mail address, whether anybody has it or not, and from one address of the network. */
export const ASKED = { email: 5, address: 30 } as const;

const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: HOUR_SECONDS });
const [emails, addresses] = [limiterOf(ASKED.email), limiterOf(ASKED.address)];
const TOO_MANY = 'Too many links were asked for.';

/**
 * Asks for a link to set another password. What follows from it happens after the answer, so that the time tells nobody whether the
 * address is known. Throws `too_many`, alike for every address. Where the portal sends no e-mail nothing happens.
 */
export async function askReset(email: string, address: string): Promise<void> {
  await spend(addresses, addressKey(address), TOO_MANY);
  await spend(emails, keyOfText(email), TOO_MANY);
  const { mail, log } = portal();
  if (!mail.isSetUp) return;
  setImmediate(() => {
    sendReset(email).catch((error: unknown) => log.error({ err: error }, 'a link to set a password could not be made'));
  });
}
