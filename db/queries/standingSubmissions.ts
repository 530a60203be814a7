import type { Reader } from '#db/client.ts';
import { heldFrom } from '#src/domain/portfolio/heldFrom.ts';
import { type CriterionOutcome, RECORD_PARTS } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { decidedFacts } from './decidedFacts.ts';
import {
  type AssessedRow,
  readStandingLists,
  type SignedRow,
  type SignedWholeRow,
  type SnapshotRow,
  type VerifiedRow,
} from './standingLists.ts';
import { type RemovalNote, removalOfCells, type SubmissionRecord } from './submissionRows.ts';

type Assessment = NonNullable<SubmissionRecord['assessment']>;

/**
 * A snapshot as far as states, lists and the grid depend on it: `SubmissionRecord` without the words, files and fingerprints that only
 * the page of one piece shows.
 */
export interface StandingSubmission extends Pick<
  SubmissionRecord,
  | 'id'
  | 'evidenceId'
  | 'number'
  | 'kind'
  | 'title'
  | 'happenedOn'
  | 'writer'
  | 'qualificationVersion'
  | 'submittedAt'
  | 'claims'
  | 'hasClosedFile'
  | 'isNewest'
  | 'withdrawnAt'
  | 'awaitsSignatures'
  | 'heldFrom'
  | 'signedCriteria'
  | 'signOff'
> {
  readonly contentRemoved?: RemovalNote | null;
  /** The newest. */
  readonly assessment: Pick<Assessment, 'id' | 'outcome' | 'assessedAt' | 'standing' | 'decisions'> | null;
}

const instantOf = (seconds: number) => new Date(seconds * 1000);

/** "1.1 met 1.2 not_met" -> pairs. */
function pairsOf(joined: string | null): [string, CriterionOutcome][] {
  const words = joined ? joined.split(' ') : [];
  return words.flatMap((word, at): [string, CriterionOutcome][] =>
    at % 2 === 0 ? [[word, words[at + 1] as CriterionOutcome]] : [],
  );
}

/** Assessment -> what the newest look at it said: the rows of one look follow each other. */
function newestLooks(rows: readonly VerifiedRow[]) {
  const looks = new Map<string, { id: string; lookedAt: Date; said: [string, VerificationOutcome][] }>();
  for (const [assessmentId, id, at, criterionId, outcome] of rows) {
    const known = looks.get(assessmentId);
    const look = known?.id === id ? known : { id, lookedAt: instantOf(at), said: [] };
    if (criterionId !== null && outcome !== null) look.said.push([criterionId, outcome]);
    looks.set(assessmentId, look);
  }
  return looks;
}

/** Submission -> its newest assessment: the rows come oldest first. */
function assessmentsOf(rows: readonly AssessedRow[], looks: ReturnType<typeof newestLooks>) {
  const newest = new Map(rows.map((row) => [row[0], row]));
  const factsOf = ([, id, outcome, assessedAt, needsCountersign, countersigned, signedAt, decided]: AssessedRow) => ({
    ...{ id, outcome, assessedAt: instantOf(assessedAt) },
    countersignedAt: signedAt === null ? null : instantOf(signedAt),
    lookedAt: looks.get(id)?.lookedAt ?? null,
    ...decidedFacts({
      needsCountersign: needsCountersign === 1,
      countersigned,
      decided: pairsOf(decided),
      verified: looks.get(id)?.said ?? [],
    }),
  });
  return new Map([...newest].map(([submissionId, row]) => [submissionId, factsOf(row)]));
}

function signedOf([
  ,
  signOffId,
  criterionId,
  qualificationVersion,
  signedAt,
  signerName,
  assessmentId,
  claims,
]: SignedRow) {
  return {
    signOffId,
    criterionId,
    qualificationVersion,
    signedAt: instantOf(signedAt),
    signerName,
    assessmentId,
    claims,
  };
}

function signedWholeOf([, signedBy, signerName, signedAt, ledgerSeq]: SignedWholeRow) {
  return { signedBy, signerName, signedAt: instantOf(signedAt), ledgerSeq };
}

/** Everything a trainee submitted as far as it stands for something, oldest first: the same as `listSubmissionsOfTrainee` says. One query. */
export async function listStandingSubmissions(db: Reader, traineeId: string): Promise<StandingSubmission[]> {
  const lists = await readStandingLists(db, traineeId);
  const newest = new Map<string, number>();
  for (const [, evidenceId, number] of lists.snapshots)
    newest.set(evidenceId, Math.max(number, newest.get(evidenceId) ?? 0));
  const assessments = assessmentsOf(lists.assessed, newestLooks(lists.verified));
  const signatures = Map.groupBy(lists.signed, ([submissionId]) => submissionId);
  const whole = new Map(lists.signedWhole.map((row) => [row[0], signedWholeOf(row)]));
  return lists.snapshots.map((row) => {
    const { signedAt, ...snapshot } = snapshotOf(row);
    const assessment = assessments.get(row[0]) ?? null;
    return {
      ...snapshot,
      isNewest: newest.get(row[1]) === row[2],
      assessment,
      heldFrom: heldFrom({ submittedAt: snapshot.submittedAt, signedAt, assessment }),
      signedCriteria: (signatures.get(row[0]) ?? []).map(signedOf),
      signOff: whole.get(row[0]) ?? null,
    };
  });
}

function snapshotOf(row: SnapshotRow) {
  const [id, evidenceId, number, kind, title, happenedOn, writerId, writerName, qualificationVersion, submittedAt] =
    row;
  const [, , , , , , , , , , withdrawnAt, signatures, signedAt, closedFile, removal, claims] = row;
  return {
    ...{ id, evidenceId, number, kind, title, happenedOn, qualificationVersion },
    writer: writerId === null ? null : { id: writerId, name: writerName ?? '' },
    submittedAt: instantOf(submittedAt),
    claims: claims ? claims.split(' ') : [],
    hasClosedFile: closedFile === 1,
    withdrawnAt: withdrawnAt === null ? null : instantOf(withdrawnAt),
    awaitsSignatures: writerId !== null && signatures < RECORD_PARTS.length,
    signedAt: signedAt === null ? null : instantOf(signedAt),
    contentRemoved: removal && removalOfCells(removal),
  };
}
