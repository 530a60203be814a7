import type { Reader } from '#db/client.ts';
import { fileUse, findFile, insertFile } from '#db/queries/files.ts';
import { findEvidenceSubject } from '#db/queries/submissions.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { limitReached } from '#src/domain/files/limits.ts';
import { londonInstant } from '#src/domain/week/londonTime.ts';
import { now, portal, read, write } from '../portal.ts';
import { assessorNow, viewerNow } from '../viewerNow.ts';
import { FileRefused } from './fileProblem.ts';
import type { Incoming } from './receive.ts';

/** One upload, as its address and its sender say it. */
export interface WantedUpload {
  /** Made when the form was shown: the same form sent twice is one file. */
  readonly id: string;
  readonly evidenceId: string;
  readonly viewer: Viewer;
}

/**
 * Whether the viewer may put a file on this piece of evidence, asked before a byte of it is read. Gives back false where this upload has
 * arrived before. Throws `not_found`, and `FileRefused` where a limit is reached.
 */
export async function mayUpload(wanted: WantedUpload): Promise<boolean> {
  await portal().allowances.use('upload', wanted.viewer.id);
  return read((db) => isWanted(db, wanted, 0));
}

/**
 * Takes the file in, looks at it and writes it down. With its row everything is asked again, of her as she is by then: on a slow line a
 * file takes minutes, and her account may be switched off meanwhile. Throws `FileRefused` and `Refusal`.
 */
export async function takeUpload(incoming: Incoming, wanted: WantedUpload): Promise<void> {
  const { id, evidenceId, viewer } = wanted;
  await portal().files.take({
    incoming,
    mayBegin: (fields) => refuseOthersPage(viewer, fields.get('owner')),
    write: (file) =>
      write(async (tx) => {
        const current = await viewerNow(tx, viewer);
        if (!(await isWanted(tx, { ...wanted, viewer: current }, file.sizeBytes))) return;
        const at = now();
        const scannedAt = file.scan === 'clean' ? at : null;
        await insertFile(tx, {
          ...file,
          id,
          evidenceId,
          uploadedBy: viewer.id,
          uploadedAt: at,
          scannedAt,
          removedAt: null,
        });
      }),
  });
}

/** The page was opened by somebody else who was signed in on this device. */
function refuseOthersPage(viewer: Viewer, owner: string | undefined): void {
  if (owner !== undefined && owner !== viewer.id) throw new Refusal('cross_site');
}

async function isWanted(db: Reader, { id, evidenceId, viewer }: WantedUpload, bytes: number): Promise<boolean> {
  await authoriseWriter(db, evidenceId, viewer);
  const stored = await findFile(db, id);
  if (stored && (stored.file.evidenceId !== evidenceId || stored.file.uploadedBy !== viewer.id))
    throw new Refusal('conflict');
  if (stored) return false;
  const use = await fileUse(db, { personId: viewer.id, evidenceId, since: londonInstant(londonDay(now()), '00:00') });
  const reached = limitReached(use, bytes);
  if (reached) throw new FileRefused(reached);
  return true;
}

/**
 * Only whoever writes a draft changes its files: the trainee, or the assessor of a record of hers who assesses her still. Throws
 * `not_found`.
 */
export async function authoriseWriter(db: Reader, evidenceId: string, viewer: Viewer): Promise<void> {
  const subject = await findEvidenceSubject(db, evidenceId);
  authorise(await assessorNow(db, viewer), 'file.write', subject);
  if (subject && (subject.writerId ?? subject.traineeId) !== viewer.id) throw new Refusal('not_found');
}
