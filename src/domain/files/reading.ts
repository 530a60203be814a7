import { Refusal } from '../errors.ts';
import { type Handed, type Reading, visibleSnapshots } from '../portfolio/visible.ts';
import type { ScanState } from './words.ts';

interface FileToRead {
  readonly file: { readonly scan: ScanState; readonly removedAt: Date | null };
  readonly writerId: string;
  /** Those that hold it. */
  readonly snapshots: readonly Handed[];
}

/**
 * What of the files that somebody may read by `evidence.read` is not to be had: one that no snapshot she sees holds, by anybody but its
 * writer, one whose content is gone, and one that the scanner has not seen yet. Throws `not_found` and `conflict`.
 */
export function refuseUnread(reading: Reading, { file, writerId, snapshots }: FileToRead): void {
  const isWriter = reading.viewer.id === writerId;
  if (!isWriter && visibleSnapshots(snapshots, reading).length === 0) throw new Refusal('not_found');
  refuseWithheld(file);
}

/** What nobody gets, whoever may read it. Throws `not_found` and `conflict`. */
export function refuseWithheld(file: FileToRead['file']): void {
  if (file.scan === 'infected') throw new Refusal('not_found', { words: INFECTED });
  if (file.removedAt !== null) throw new Refusal('not_found', { words: GONE });
  if (file.scan === 'pending') throw new Refusal('conflict', { words: PENDING });
}

const INFECTED = 'The virus scanner found something harmful in this file, so its content was deleted.';
const GONE = 'This file has been removed. That it was here, and its hash, are still on record.';
const PENDING = 'This file is still waiting for the virus scanner. Try again in a few minutes; nothing is lost.';
