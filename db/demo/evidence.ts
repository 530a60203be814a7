import type { Database, Writer } from '#db/client.ts';
import { signOffs } from '#db/schema/index.ts';
import { type LedgerBody, signOffBody } from '#src/domain/ledger/entryBody.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { AssessmentRecord, Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { addDays } from '#src/domain/calendar.ts';
import { ACCOUNTS, type DemoAccount } from './accounts.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import type { EvidenceStory, Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn } from './timing.ts';

/** Whose signatures are looked at, and who looks. */
const SAMPLED_ASSESSOR = 'daniel';
const VERIFIER = 'venetia';

/** What the demo needs of the ledger: the same functions the portal signs with. */
export interface DemoLedger {
  append(tx: Writer, body: LedgerBody): Promise<{ seq: number }>;
  anchor(): Promise<void>;
  snapshotHash(snapshot: Snapshot): string;
  assessmentHash(assessment: AssessmentRecord): string;
  sessionRef(sessionId: string): string;
}

interface Signature {
  readonly snapshot: Snapshot & { sha256: string };
  readonly assessment: AssessmentRecord;
  readonly at: Date;
}

interface Telling {
  readonly rows: DemoRows;
  readonly time: DemoTime;
  readonly ledger: DemoLedger;
  readonly qualificationVersion: string;
}

/** A trainee's evidence, oldest first; gives back what is to be signed. */
export function tellEvidence(telling: Telling, story: Story): Signature[] {
  return story.evidence.flatMap((state, index) => tellItem(telling, story, { state, index }));
}

function tellItem(
  { rows, time, ledger, qualificationVersion }: Telling,
  story: Story,
  { state, index }: { state: EvidenceStory; index: number },
): Signature[] {
  const id = `${story.id}-evidence-${index + 1}`;
  const own = index === 0 ? story.firstAccount : undefined;
  const account = own ?? oneOf(ACCOUNTS, index + numberOf(story.id));
  const writtenOn = writtenDay(time, story, index);
  tellDraft(rows, { id, traineeId: story.id, account, at: noonOf(writtenOn) });
  if (state === 'draft') return [];
  const submittedAt = noonOf(writtenOn);
  const words = {
    id: `${id}-1`,
    evidenceId: id,
    traineeId: story.id,
    number: 1,
    kind: 'reflective_account' as const,
    title: account.title,
    text: account.text,
    qualificationVersion,
    submittedAt,
  };
  const snapshot = { ...words, criteria: account.criteria };
  const sha256 = ledger.snapshotHash(snapshot);
  rows.submissions.push({ ...words, sha256 });
  for (const criterionId of account.criteria) rows.submissionClaims.push({ submissionId: words.id, criterionId });
  if (state === 'waiting') return [];
  const assessment = assessmentOf({
    snapshot,
    account,
    assessorId: story.assessorId,
    isSigned: state === 'signed',
    at: noonOf(addDays(writtenOn, 3)),
  });
  tellAssessment(rows, assessment);
  if (state === 'signed' && story.assessorId === SAMPLED_ASSESSOR)
    rows.samples.push({ submissionId: words.id, verifierId: VERIFIER, sampledAt: noonOf(time.monday) });
  return state === 'signed' ? [{ snapshot: { ...snapshot, sha256 }, assessment, at: assessment.assessedAt }] : [];
}

/** A number for a name, so that not everybody begins with the same account. */
const numberOf = (id: string) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Items follow each other by a week, the last one on the Tuesday of last week. */
function writtenDay(time: DemoTime, story: Story, index: number): string {
  const day = addDays(time.monday, -6 - 7 * (story.evidence.length - 1 - index));
  const start = startedOn(time, story);
  return day < start ? start : day;
}

function tellDraft(
  rows: DemoRows,
  { id, traineeId, account, at }: { id: string; traineeId: string; account: DemoAccount; at: Date },
): void {
  rows.evidenceItems.push({
    id,
    traineeId,
    kind: 'reflective_account',
    title: account.title,
    text: account.text,
    revision: 1,
    createdAt: at,
    savedAt: at,
  });
  for (const criterionId of account.criteria) rows.evidenceClaims.push({ evidenceId: id, criterionId });
}

function assessmentOf({
  snapshot,
  account,
  assessorId,
  isSigned,
  at,
}: {
  snapshot: Snapshot;
  account: DemoAccount;
  assessorId: string;
  isSigned: boolean;
  at: Date;
}): AssessmentRecord {
  const outcomeAt = (index: number): CriterionOutcome => (isSigned || index > 0 ? 'met' : 'working_towards');
  const feedbackAt = (index: number) =>
    outcomeAt(index) !== 'met' ? account.question : index === account.criteria.length - 1 ? account.praise : '';
  const decisions = account.criteria.map((criterionId, index) => ({
    criterionId,
    outcome: outcomeAt(index),
    feedback: feedbackAt(index),
  }));
  const comment = isSigned
    ? 'Clear, your own, and tied to what you did.'
    : 'One criterion is not shown yet; the rest is there.';
  return {
    id: `${snapshot.id}-assessment`,
    submissionId: snapshot.id,
    assessorId,
    outcome: isSigned ? 'to_sign' : 'returned',
    comment,
    assessedAt: at,
    decisions,
  };
}

function tellAssessment(rows: DemoRows, { decisions, ...assessment }: AssessmentRecord): void {
  rows.assessments.push(assessment);
  for (const decision of decisions) rows.criterionDecisions.push({ ...decision, assessmentId: assessment.id });
}

const SIGNATURES_A_TRANSACTION = 50;

/** Signs through the real ledger, oldest first, and anchors it. */
export async function signAll(database: Database, ledger: DemoLedger, signatures: readonly Signature[]): Promise<void> {
  const inOrder = [...signatures].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let from = 0; from < inOrder.length; from += SIGNATURES_A_TRANSACTION) {
    await database.write(async (tx) => {
      for (const signature of inOrder.slice(from, from + SIGNATURES_A_TRANSACTION))
        await signOne(tx, ledger, signature);
    });
  }
  await ledger.anchor();
}

async function signOne(tx: Writer, ledger: DemoLedger, { snapshot, assessment, at }: Signature): Promise<void> {
  const signed = { ...assessment, sha256: ledger.assessmentHash(assessment) };
  const signedBy = assessment.assessorId;
  const { seq } = await ledger.append(
    tx,
    signOffBody({
      viewerId: signedBy,
      sessionRef: ledger.sessionRef(`demo ${snapshot.id}`),
      factorAt: at,
      submission: snapshot,
      assessment: signed,
      at,
    }),
  );
  await tx
    .insert(signOffs)
    .values({ submissionId: snapshot.id, assessmentId: assessment.id, signedBy, signedAt: at, ledgerSeq: seq });
}
