import {
  findAssessmentRecord,
  findKeptExport,
  findKeptFile,
  findSnapshot,
  findWitnessAnswer,
  hasDraft,
} from '#db/queries/retention.ts';
import {
  emptyAssessment,
  emptyEvidence,
  emptySubmission,
  emptyWitnessAnswer,
  markExportRemoved,
  markFileRemoved,
} from '#db/queries/retentionEmptying.ts';
import { isWordGroup, type WordGroup } from '#db/queries/retentionWords.ts';
import { listWordReasons } from '#db/queries/wordJustifications.ts';
import type { Writer } from '#db/client.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { witnessAnswerTexts } from '#src/domain/witness/answer.ts';
import { assessmentHash, sha256, snapshotHash } from '#src/server/ledger/hashes.ts';
import { findWordRecord } from './findWords.ts';

/** What removing a record needs to know, and how it is done. */
export interface Found {
  /** The evidence it belongs to; null where it belongs to none. */
  readonly evidenceId: string | null;
  /** What stands in for the content from now on; null where nothing was ever signed over it, and a hash could be guessed. */
  readonly sha256: string | null;
  /** The words are not those of the hash that was kept when they were written or signed. */
  readonly isChanged: boolean;
  empty(): Promise<void>;
}

/** A record to remove, and when. */
interface Sought {
  readonly recordId: string;
  readonly at: Date;
}
type Finder = (tx: Writer, sought: Sought) => Promise<Found | null>;

const FINDERS: Readonly<Record<Exclude<RecordGroup, WordGroup>, Finder>> = {
  draft: async (tx, { recordId, at }) =>
    (await hasDraft(tx, recordId))
      ? { evidenceId: recordId, sha256: null, isChanged: false, empty: () => emptyEvidence(tx, recordId, at) }
      : null,
  submission: async (tx, { recordId }) => {
    const found = await findSnapshot(tx, recordId);
    if (!found) return null;
    const isChanged = snapshotHash(found.snapshot) !== found.sha256;
    const { evidenceId, sha256: kept } = found;
    return { evidenceId, sha256: kept, isChanged, empty: () => emptySubmission(tx, recordId) };
  },
  file: async (tx, { recordId, at }) => {
    const found = await findKeptFile(tx, recordId);
    return found && { ...found, isChanged: false, empty: () => markFileRemoved(tx, recordId, at) };
  },
  feedback: async (tx, { recordId }) => {
    const found = await findAssessmentRecord(tx, recordId);
    if (!found) return null;
    const { assessment, evidenceId, signedSha256 } = found;
    const hash = assessmentHash(assessment);
    const isChanged = signedSha256.some((signed) => signed !== hash);
    return { evidenceId, sha256: hash, isChanged, empty: () => emptyAssessment(tx, assessment) };
  },
  witness_answer: async (tx, { recordId }) => {
    const found = await findWitnessAnswer(tx, recordId);
    if (!found) return null;
    const reasons = await listWordReasons(tx, { wordsOf: 'witness_answer', recordId });
    const isChanged = !witnessAnswerTexts(found, reasons).some((text) => sha256(text) === found.sha256);
    return { evidenceId: recordId, sha256: found.sha256, isChanged, empty: () => emptyWitnessAnswer(tx, recordId) };
  },
  export: async (tx, { recordId, at }) => {
    const found = await findKeptExport(tx, recordId);
    if (!found) return null;
    return { evidenceId: null, ...found, isChanged: false, empty: () => markExportRemoved(tx, recordId, at) };
  },
};

/** A record whose content is still there, or null. */
export const findRecord = async (tx: Writer, kind: RecordGroup, sought: Sought): Promise<Found | null> =>
  isWordGroup(kind) ? findWordRecord(tx, kind, sought.recordId) : FINDERS[kind](tx, sought);
