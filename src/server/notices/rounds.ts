import type { Logger } from '../logger.ts';
import { sendsMail } from './outbox.ts';
import { tellDueActions } from './dueActions.ts';
import { tellLeaveCover } from './leaveCover.ts';
import { lookForSignals } from './newSignals.ts';
import { sweepNotices } from './sweep.ts';
import { makeDigests } from './weeklyDigest.ts';

const LOOK_EVERY_MS = 60_000;
const HOUR_MS = 60 * LOOK_EVERY_MS;

/**
 * What the portal does by itself: every minute it sees whether something is due that was not done. What was done is written down
 * (`job_runs`), so that a restart neither leaves out nor repeats anything.
 */
export class Rounds {
  readonly #log: Logger;
  #look: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> = Promise.resolve();
  #isBusy = false;
  #isStopped = false;
  #sweptAt = 0;

  constructor(log: Logger) {
    this.#log = log;
  }

  start(): void {
    this.#look = setInterval(() => this.#go(), LOOK_EVERY_MS).unref();
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#look);
    await this.#running;
  }

  #go(): void {
    if (this.#isBusy || this.#isStopped) return;
    this.#isBusy = true;
    this.#running = this.#all().finally(() => {
      this.#isBusy = false;
    });
  }

  async #all(): Promise<void> {
    await this.#try('looking for new signals', () => lookForSignals(() => this.#isStopped));
    await this.#try('telling of actions that are due', tellDueActions);
    await this.#try('telling of leave cover', tellLeaveCover);
    if (sendsMail()) await this.#try('making the weekly e-mails', () => makeDigests());
    if (Date.now() - this.#sweptAt > HOUR_MS) await this.#try('taking old notices away', sweepNotices);
  }

  /** What fails is tried again a minute later, and keeps the others from nothing. */
  async #try(what: string, run: () => Promise<void>): Promise<void> {
    if (this.#isStopped) return;
    try {
      await run();
      if (run === sweepNotices) this.#sweptAt = Date.now();
    } catch (error) {
      if (!this.#isStopped) this.#log.error({ err: error }, `${what} failed`);
    }
  }
}
