import { linkPlanItems, listPlanItems } from '#db/queries/assessmentPlan.ts';
import { type EvidenceRecord, findEvidence } from '#db/queries/portfolio.ts';
import {
  findSnapshotEvidence,
  insertSnapshot,
  nextSubmissionNumber,
  readSnapshotParts,
} from '#db/queries/snapshots.ts';
import { listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { filesProblem } from '#src/domain/files/problems.ts';
import { detailsOf } from '#src/domain/portfolio/details.ts';
import { type EvidenceState, evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import { answeredItems } from '#src/domain/portfolio/plan.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import { criterionIds, submitProblems } from '#src/domain/portfolio/submitting.ts';
import { movedDraft } from '#src/domain/portfolio/versions.ts';
import { withWitnessWords } from '#src/domain/portfolio/witnessWords.ts';
import { snapshotHash } from './ledger/hashes.ts';
import { newId, now, today } from './portal.ts';
import { readQualifications } from './qualification.ts';
import { refuseFull } from './room.ts';

interface Wanted {
  readonly evidenceId: string;
  /** What was changed since the one before; wanted of a trainee where it came back. */
  readonly changeNote: string;
  /** Made when the form was shown: the same form sent twice takes one snapshot. */
  readonly submissionId?: string | undefined;
}

/** A snapshot as it was kept, with its hash. */
export type TakenSnapshot = SnapshotV2 & { readonly sha256: string };

/** Where the newest snapshot of a piece of evidence stands. Three queries. */
async function stateOfEvidenceNow(db: Reader, evidenceId: string): Promise<EvidenceState> {
  const newest = (await listSubmissionsOfEvidence(db, evidenceId)).at(-1);
  return evidenceState(newest ? stateFacts(newest, await readQualifications(db)) : null);
}

/**
 * Takes a dated snapshot of a draft as it stands now, with its files, what was justified and the words of its witness, and links what
 * was planned and is answered by it. The rules are asked here, inside the transaction. Gives back null where this form was sent before. Throws `not_found`, `conflict` where it is with
 * the assessor or signed, `bad_input` with the fields of `submitProblems` or where no more versions fit.
 */
export async function takeSnapshot(tx: Writer, wanted: Wanted): Promise<TakenSnapshot | null> {
  const kept = await findEvidence(tx, wanted.evidenceId);
  if (!kept) throw new Refusal('not_found');
  if (await isRepeated(tx, wanted)) return null;
  await refuseFull(tx, 'snapshots', kept.id);
  const parts = await readSnapshotParts(tx, kept.id);
  const qualifications = await readQualifications(tx);
  const { current } = qualifications;
  const item = movedDraft(qualifications, kept);
  await refuseUnready(tx, { item, parts, changeNote: wanted.changeNote, knownCriteria: criterionIds(current) });
  const number = await nextSubmissionNumber(tx, item.id);
  const snapshot = snapshotOf({ item, parts, wanted, number, qualificationVersion: current.version });
  const taken = { ...snapshot, sha256: snapshotHash(snapshot) };
  await insertSnapshot(tx, taken);
  const planned = await listPlanItems(tx, item.traineeId, qualifications);
  const ids = answeredItems(planned, item).map(({ id }) => id);
  await linkPlanItems(tx, { ids, evidenceId: item.id });
  return taken;
}

/** Throws `conflict` where the id belongs to another piece of evidence. */
async function isRepeated(tx: Writer, { evidenceId, submissionId }: Wanted): Promise<boolean> {
  const taken = submissionId === undefined ? null : await findSnapshotEvidence(tx, submissionId);
  if (taken !== null && taken !== evidenceId) throw new Refusal('conflict');
  return taken !== null;
}

type Parts = Awaited<ReturnType<typeof readSnapshotParts>>;

/** Files whose content is there. */
const standingFiles = ({ files }: Parts) => files.filter(({ removedAt }) => removedAt === null);

interface Readiness {
  readonly item: EvidenceRecord;
  readonly parts: Parts;
  readonly changeNote: string;
  readonly knownCriteria: ReadonlySet<string>;
}

async function refuseUnready(tx: Writer, { item, parts, changeNote, knownCriteria }: Readiness): Promise<void> {
  const refusal = submitProblems({
    item: { ...item, criteria: item.claims, details: detailsOf(item.details) },
    state: await stateOfEvidenceNow(tx, item.id),
    knownCriteria,
    changeNote,
    by: item.writerId === null ? 'trainee' : 'assessor',
    hasFiles: standingFiles(parts).length > 0,
    hasWitness: parts.witness !== null,
    filesProblem: filesProblem(parts.files),
    today: today(),
  });
  if (refusal) throw refusal;
}

interface Taking {
  readonly item: EvidenceRecord;
  readonly parts: Parts;
  readonly wanted: Wanted;
  readonly number: number;
  readonly qualificationVersion: string;
}

function snapshotOf({ item, parts, wanted, number, qualificationVersion }: Taking): SnapshotV2 {
  const { traineeId, kind, title, claims: criteria, whereShown, happenedOn, writerId } = item;
  const words = withWitnessWords({ text: item.text, details: detailsOf(item.details) }, parts.witness);
  return {
    id: wanted.submissionId ?? newId(),
    evidenceId: item.id,
    traineeId,
    number,
    kind,
    title,
    text: words.text,
    details: JSON.stringify(words.details),
    happenedOn,
    writerId,
    changeNote: wanted.changeNote.trim(),
    format: 2,
    criteria,
    whereShown,
    files: standingFiles(parts),
    justifications: parts.justifications,
    qualificationVersion,
    submittedAt: now(),
  };
}
