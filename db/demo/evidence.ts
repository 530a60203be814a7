import type { LedgerBody } from '#src/domain/ledger/entryBody.ts';
import { addDays } from '#src/domain/calendar.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { WordedSubject } from '#src/domain/portfolio/wording.ts';
import type { AssessmentRecordV3 } from '#src/domain/portfolio/assessmentRecord.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { Writer } from '#db/client.ts';
import type { DemoAccount } from './accounts.ts';
import { type DemoFiles, tellFiles, tellHeldFiles } from './evidenceFiles.ts';
import { type Piece, piecesOf } from './evidencePieces.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** Whose decisions are looked at, and who looks. */
const SAMPLED_ASSESSOR = 'daniel';
const VERIFIER = 'venetia';

/** What the demo needs of the ledger: the same functions the portal signs with. */
export interface DemoLedger {
  append(tx: Writer, body: LedgerBody): Promise<{ seq: number }>;
  anchor(): Promise<void>;
  snapshotHash(snapshot: SnapshotV2): string;
  assessmentHash(assessment: AssessmentRecordV3): string;
  wordingHash(qualification: Qualification, subject: WordedSubject): string;
  sessionRef(sessionId: string): string;
}

/** A piece that was decided as met, with what a signature under a criterion vouches for. */
export interface Accepted {
  readonly snapshot: SnapshotV2 & { readonly sha256: string };
  readonly assessment: AssessmentRecordV3;
}

export interface Telling {
  readonly rows: DemoRows;
  readonly time: DemoTime;
  readonly ledger: Pick<DemoLedger, 'snapshotHash'>;
  readonly qualification: Pick<Qualification, 'version'>;
  /** Kept already; without them no piece has one. */
  readonly files?: DemoFiles;
}

/** A trainee's evidence; gives back what was accepted, for the signatures. */
export function tellEvidence(telling: Telling, story: Story): Accepted[] {
  return piecesOf(story, telling.time).flatMap((piece) => tellPiece(telling, story, piece));
}

/** One piece with its draft, its snapshot and what was decided on it, as far as its state goes. */
export function tellPiece(telling: Telling, story: Story, piece: Piece): Accepted[] {
  const { rows, time } = telling;
  tellDraft(rows, story, piece);
  const uploaded = { evidenceId: piece.id, uploadedBy: story.id, uploadedAt: noonOf(piece.writtenOn) };
  tellFiles(rows, uploaded, filesOf(telling, piece));
  if (piece.state === 'draft') return [];
  const snapshot = tellSnapshot(telling, story, piece);
  if (piece.state === 'waiting') return [];
  const assessment = assessmentOf(snapshot, story, piece);
  tellAssessment(rows, assessment);
  if (piece.state !== 'signed') return [];
  if (story.assessorId === SAMPLED_ASSESSOR)
    rows.samples.push({ submissionId: snapshot.id, verifierId: VERIFIER, sampledAt: noonOf(time.monday) });
  return [{ snapshot, assessment }];
}

const filesOf = ({ files }: Telling, { id }: Piece) => files?.get(id) ?? [];

interface AskedMore {
  readonly details?: Readonly<Record<string, string>>;
  readonly whereShown?: Readonly<Record<string, string>>;
}

const whereIn = (account: DemoAccount & AskedMore, criterionId: string) => account.whereShown?.[criterionId] ?? '';

function tellDraft(rows: DemoRows, { id: traineeId }: Story, { id, kind, account, writtenOn }: Piece): void {
  const at = noonOf(writtenOn);
  const { title, text, details = {} }: DemoAccount & AskedMore = account;
  const words = { id, traineeId, kind, title, text, details: JSON.stringify(details), happenedOn: writtenOn };
  rows.evidenceItems.push({ ...words, revision: 1, createdAt: at, savedAt: at });
  for (const criterionId of account.criteria)
    rows.evidenceClaims.push({ evidenceId: id, criterionId, whereShown: whereIn(account, criterionId) });
}

function tellSnapshot(telling: Telling, story: Story, piece: Piece): Accepted['snapshot'] {
  const { rows, ledger, qualification } = telling;
  const { id: evidenceId, kind, account, writtenOn } = piece;
  const { title, text, criteria, details = {}, whereShown = {} }: DemoAccount & AskedMore = account;
  const row = {
    ...{ id: `${evidenceId}-1`, evidenceId, traineeId: story.id, number: 1, kind, title, text },
    ...{ details: JSON.stringify(details), happenedOn: writtenOn, writerId: null, changeNote: '', format: 2 as const },
    ...{ qualificationVersion: qualification.version, submittedAt: noonOf(writtenOn) },
  };
  const snapshot = { ...row, criteria, whereShown, files: filesOf(telling, piece), justifications: [] };
  const sha256 = ledger.snapshotHash(snapshot);
  rows.submissions.push({ ...row, sha256 });
  for (const criterionId of criteria)
    rows.submissionClaims.push({ submissionId: row.id, criterionId, whereShown: whereIn(account, criterionId) });
  tellHeldFiles(rows, snapshot);
  return { ...snapshot, sha256 };
}

function assessmentOf(snapshot: SnapshotV2, { assessorId }: Story, { account, state, writtenOn }: Piece) {
  const isMet = state === 'signed';
  const outcomeAt = (index: number): CriterionOutcome => (isMet || index > 0 ? 'met' : 'working_towards');
  const feedbackAt = (index: number) =>
    outcomeAt(index) !== 'met' ? account.question : index === account.criteria.length - 1 ? account.praise : '';
  const assessment: AssessmentRecordV3 = {
    ...{ id: `${snapshot.id}-assessment`, submissionId: snapshot.id, assessorId, format: 3, needsCountersign: false },
    outcome: isMet ? 'to_sign' : 'returned',
    comment: isMet
      ? 'Clear, your own, and tied to what you did.'
      : 'One criterion is not shown yet; the rest is there.',
    assessedAt: noonOf(addDays(writtenOn, 3)),
    annotations: isMet ? [] : firstSentence(snapshot.text),
    justifications: [],
    decisions: account.criteria.map((criterionId, index) => ({
      criterionId,
      outcome: outcomeAt(index),
      feedback: feedbackAt(index),
    })),
  };
  return assessment;
}

/** A note at the first sentence of what came back. */
function firstSentence(text: string): AssessmentRecordV3['annotations'] {
  const endsAt = text.indexOf('.') + 1;
  return [{ startsAt: 0, endsAt, note: 'A strong beginning: I can see the room. Keep it when you add the rest.' }];
}

function tellAssessment(rows: DemoRows, told: AssessmentRecordV3): void {
  const { decisions, annotations, justifications: _none, ...assessment } = told;
  rows.assessments.push(assessment);
  for (const decision of decisions) rows.criterionDecisions.push({ ...decision, assessmentId: assessment.id });
  for (const [index, note] of annotations.entries())
    rows.assessmentAnnotations.push({ ...note, assessmentId: assessment.id, position: index + 1 });
}
