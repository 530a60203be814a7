import { FileRefused } from '../fileProblem.ts';

/** Room for a small file that names a few things often. */
const AT_LEAST = 1_000_000;
/** A usual PDF is read once; what lies inside something else is read again. */
const TIMES = 2;

/**
 * How much may still be read of a PDF. The parts of one may lie in each other, and all point to the same: without a bound a file of some
 * megabytes would be read for hours.
 */
export class PdfEffort {
  #left: number;

  /** `size`: what there is to read, in characters or in values. */
  constructor(size: number) {
    this.#left = AT_LEAST + size * TIMES;
  }

  /** More to read has come out of a packed part. */
  grant(size: number): void {
    this.#left += size * TIMES;
  }

  /** Throws `FileRefused` `takes_too_long` where the same is read too often. */
  spend(size: number): void {
    this.#left -= Math.max(size, 0);
    if (this.#left < 0) throw new FileRefused('takes_too_long');
  }
}
