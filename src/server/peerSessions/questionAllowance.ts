import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from '../throttle.ts';

const DAY_SECONDS = 86_400;
/** Far more than anybody asks, and a quarter of what one session holds. */
const QUESTIONS_A_DAY = 30;

const sent = new RateLimiterMemory({ points: QUESTIONS_A_DAY, duration: DAY_SECONDS });

/**
 * Counts a form of a question, with a name or without alike, in memory and nowhere else: which of the questions without a name are
 * whose cannot be worked out from it. Throws `too_many`.
 */
export async function spendQuestion(personId: string): Promise<void> {
  await spend(sent, personId, `More than ${String(QUESTIONS_A_DAY)} questions in a day.`);
}
