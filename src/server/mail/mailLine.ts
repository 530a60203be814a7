import {
  claimMail,
  type ClaimedMail,
  markDropped,
  markSent,
  putOff,
  releaseClaims,
} from '#db/queries/notices/sending.ts';
import type { Database, Writer } from '#db/client.ts';
import { type Failure, GIVE_UP_MS, nextTry, pauseOf } from '#src/domain/notices/failure.ts';
import type { Logger } from '../logger.ts';
import { type Desk, writeLetter } from './letter.ts';
import type { Transport } from './transport.ts';

export interface LineParts {
  readonly database: Database;
  readonly desk: Desk;
  readonly transport: Transport;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 15_000;
/** The transaction that put something in has ended by then. */
const SOON_MS = 100;
/** Another portal on the same database that hands something over for longer than this has ended in between. */
const STALE_MS = 10 * 60_000;
const WRITE_AGAIN_MS = 1000;

/**
 * Sends what is in the outbox, one e-mail after the other: claims it, writes it, hands it over, writes down what came of it. Where the
 * portal ends between the last two, that one e-mail goes again under its Message-ID; nothing else does, and nothing is lost.
 */
export class MailLine {
  readonly #parts: LineParts;
  #look: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isStopped = false;
  #timesDown = 0;
  #pausedUntil = 0;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  start(): void {
    const { database, log } = this.#parts;
    const ready = database.kind === 'file' ? database.write(releaseClaims) : Promise.resolve();
    this.#running = ready
      .catch((error: unknown) => log.error({ err: error }, 'e-mails that were begun could not be looked at'))
      .then(() => {
        this.#running = null;
        this.#run();
      });
    this.#look = setInterval(() => this.#run(), LOOK_EVERY_MS).unref();
  }

  wake(): void {
    if (this.#look === undefined || this.#soon !== undefined) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.#run();
    }, SOON_MS).unref();
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#look);
    clearTimeout(this.#soon);
    await this.#running;
  }

  #run(): void {
    if (this.#isStopped || this.#running || Date.now() < this.#pausedUntil) return;
    this.#running = this.sendWhatIsDue()
      .catch((error: unknown) => this.#parts.log.error({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        this.#running = null;
      });
  }

  /** Sends until nothing is due, the mail server cannot be used or the line is closed. Never two of it at a time. */
  async sendWhatIsDue(): Promise<void> {
    while (!this.#isStopped && Date.now() >= this.#pausedUntil) if (!(await this.#sendNext())) return;
  }

  /** False where nothing is due. */
  async #sendNext(): Promise<boolean> {
    const { database, desk, transport } = this.#parts;
    const at = desk.now();
    const staleBefore = new Date(at.getTime() - STALE_MS);
    const mail = await database.write((tx) => claimMail(tx, { at, staleBefore }));
    if (!mail) return false;
    const written = await database.read((db) => writeLetter(db, desk, mail));
    if ('drop' in written) await this.#keep((tx) => markDropped(tx, { id: mail.id, at, why: written.drop }));
    else await this.#settle(mail, await transport.send(written.letter));
    return true;
  }

  async #settle(mail: ClaimedMail, failure: Failure | null): Promise<void> {
    const { desk, log } = this.#parts;
    const at = desk.now();
    const { id } = mail;
    this.#timesDown = failure?.outcome === 'down' ? this.#timesDown + 1 : 0;
    if (!failure) return this.#keep((tx) => markSent(tx, id, at));
    const { outcome, why } = failure;
    log.warn({ mail: id, outcome, why }, 'an e-mail could not be handed over');
    if (outcome === 'down') this.#pausedUntil = Date.now() + pauseOf(this.#timesDown);
    const isTooOld = outcome === 'later' && at.getTime() - mail.createdAt.getTime() > GIVE_UP_MS;
    if (outcome === 'refused' || isTooOld)
      return this.#keep((tx) => markDropped(tx, { id, at, why: isTooOld ? 'too-old' : why }));
    return this.#keep((tx) => putOff(tx, { id, dueAt: nextTry(mail.attempts, at), why }));
  }

  /** What came of it has to be written down before anything else goes: else the same e-mail would go again. */
  async #keep(change: (tx: Writer) => Promise<void>): Promise<void> {
    const { database, log } = this.#parts;
    for (;;) {
      try {
        return await database.write(change, { repeatable: true });
      } catch (error) {
        log.error({ err: error }, 'what came of an e-mail could not be written down; trying again');
        if (this.#isStopped) return;
        await pause(WRITE_AGAIN_MS);
      }
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
