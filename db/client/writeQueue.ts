import { Refusal } from '#src/domain/errors.ts';

/**
 * Lets one job at a time through, in the order in which they came. A local file needs it: changes are made on the main thread, so a
 * second write transaction would wait for the first without letting it go on.
 */
export class WriteQueue {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = false;

  /** @param limit how many may wait; one more is refused. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many wait, the one that runs not counted. */
  get waiting(): number {
    return this.#waiting.length;
  }

  get isFull(): boolean {
    return this.#waiting.length >= this.#limit;
  }

  /** Runs the job in its turn. Throws Refusal `busy` where too many wait already. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      return await job();
    } finally {
      // In the next turn of the event loop: a full queue must not keep everybody else waiting.
      setImmediate(() => this.#pass());
    }
  }

  async #turn(): Promise<void> {
    if (!this.#running) {
      this.#running = true;
      return;
    }
    if (this.isFull) throw new Refusal('busy');
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running = false;
  }
}
