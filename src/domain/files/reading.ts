import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import type { ScanState } from './words.ts';

interface FileToRead {
  readonly file: { readonly scan: ScanState; readonly removedAt: Date | null };
  readonly traineeId: string;
  readonly writerId: string;
  readonly submissionIds: readonly string[];
}

/**
 * What of the files that somebody may read by `evidence.read` is not to be had: a file of a draft by anybody but its writer, one whose
 * content is gone, and one that the scanner has not seen yet. Throws `not_found` and `conflict`.
 */
export function refuseUnread(viewer: Pick<Viewer, 'id'>, { file, writerId, submissionIds }: FileToRead): void {
  if (submissionIds.length === 0 && viewer.id !== writerId) throw new Refusal('not_found');
  if (file.scan === 'infected') throw new Refusal('not_found', { words: INFECTED });
  if (file.removedAt !== null) throw new Refusal('not_found', { words: GONE });
  if (file.scan === 'pending') throw new Refusal('conflict', { words: PENDING });
}

const INFECTED = 'The virus scanner found something harmful in this file, so its content was deleted.';
const GONE = 'This file has been removed. That it was here, and its hash, are still on record.';
const PENDING = 'This file is still waiting for the virus scanner. Try again in a few minutes; nothing is lost.';
