import {
  emptyAssessment,
  emptyEvidence,
  emptySubmission,
  emptyWitnessAnswer,
  findAssessmentRecord,
  findKeptExport,
  findKeptFile,
  findRemoval,
  findSnapshot,
  findWitnessAnswer,
  hasDraft,
  insertRemoval,
  isSignedEvidence,
  markExportRemoved,
  markFileRemoved,
} from '#db/queries/retention.ts';
import type { Reader, Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { assessmentHash, snapshotHash } from '#src/server/ledger/hashes.ts';

export interface Removal {
  readonly kind: RecordGroup;
  /** The evidence of a draft and of a witness's answer, the assessment of feedback; else the record itself. */
  readonly recordId: string;
  /** The rule or the request it goes by, in words that its page shows. */
  readonly reason: string;
  /** Null where its time is over. */
  readonly removedBy: string | null;
  readonly at: Date;
}

/** `changed`: the words are not those of the hash, so they stay until somebody has looked; the ledger verifier says the same. */
export type Removed = 'removed' | 'before' | 'changed';

/** What removing a record needs to know, and how it is done. */
interface Found {
  /** Null where the record belongs to no piece of evidence. */
  readonly evidenceId: string | null;
  /** What stands in for the content from now on; null where nothing was ever signed over it. */
  readonly sha256: string | null;
  readonly isChanged: boolean;
  empty(): Promise<void>;
}

type Finder = (tx: Writer, removal: Removal) => Promise<Found | null>;

const FINDERS: Readonly<Record<RecordGroup, Finder>> = {
  draft: async (tx, { recordId, at }) =>
    (await hasDraft(tx, recordId))
      ? { evidenceId: recordId, sha256: null, isChanged: false, empty: () => emptyEvidence(tx, recordId, at) }
      : null,
  submission: async (tx, { recordId }) => {
    const found = await findSnapshot(tx, recordId);
    if (!found) return null;
    const { snapshot, sha256, evidenceId } = found;
    return {
      evidenceId,
      sha256,
      isChanged: snapshotHash(snapshot) !== sha256,
      empty: () => emptySubmission(tx, recordId),
    };
  },
  file: async (tx, { recordId, at }) => {
    const found = await findKeptFile(tx, recordId);
    return found && { ...found, isChanged: false, empty: () => markFileRemoved(tx, recordId, at) };
  },
  feedback: async (tx, { recordId }) => {
    const found = await findAssessmentRecord(tx, recordId);
    if (!found) return null;
    const { assessment, evidenceId } = found;
    return {
      evidenceId,
      sha256: assessmentHash(assessment),
      isChanged: false,
      empty: () => emptyAssessment(tx, assessment),
    };
  },
  witness_answer: async (tx, { recordId }) => {
    const found = await findWitnessAnswer(tx, recordId);
    return (
      found && {
        evidenceId: recordId,
        sha256: found.sha256,
        isChanged: false,
        empty: () => emptyWitnessAnswer(tx, recordId),
      }
    );
  },
  export: async (tx, { recordId, at }) => {
    const found = await findKeptExport(tx, recordId);
    return (
      found && {
        evidenceId: null,
        sha256: found.sha256,
        isChanged: false,
        empty: () => markExportRemoved(tx, recordId, at),
      }
    );
  },
};

const SIGNED =
  'A signature rests on this evidence, so nobody takes it away. Its content goes when its time to be kept is over.';

/**
 * Removes the content of a record; its row, its dates and its hash stay, so that the ledger can still be verified. A repeat changes
 * nothing. Throws `not_found`; `conflict` where a person asks and a signature rests on the evidence.
 * The bytes of a file and of an export go after the transaction: `sweepFiles`.
 */
export async function removeContent(tx: Writer, removal: Removal): Promise<Removed> {
  const { kind, recordId, reason, removedBy, at } = removal;
  if (await findRemoval(tx, kind, recordId)) return 'before';
  const found = await FINDERS[kind](tx, removal);
  if (!found) throw new Refusal('not_found');
  if (removedBy !== null && found.evidenceId !== null && (await restsOnSignature(tx, found.evidenceId)))
    throw new Refusal('conflict', { words: SIGNED });
  if (found.isChanged) return 'changed';
  await insertRemoval(tx, { kind, recordId, sha256: found.sha256, reason, removedBy, removedAt: at });
  await found.empty();
  return 'removed';
}

/** Whether a signature rests on a piece of evidence, or did until it was opened again. Then nobody takes it away; only the end of its time does. */
export async function restsOnSignature(db: Reader, evidenceId: string): Promise<boolean> {
  return isSignedEvidence(db, evidenceId);
}
