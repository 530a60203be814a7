import type { Database, Writer } from '#db/client.ts';
import { portfolioSignOffs, signOffBasis } from '#db/schema/index.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { portfolioSignOffBody } from '#src/domain/ledger/portfolioSignOffBody.ts';
import type { Criterion, Qualification } from '#src/domain/portfolio/qualification.ts';
import { sufficiency } from '#src/domain/portfolio/sufficiency.ts';
import type { Accepted, DemoLedger } from './evidence.ts';

/** A criterion for which enough was shown, and the pieces it rests on. */
interface CriterionSigning {
  readonly criterionId: string;
  readonly traineeId: string;
  readonly signedBy: string;
  readonly at: Date;
  readonly basis: readonly Accepted[];
}

/** What can be signed off of one trainee's accepted evidence: each criterion on the day on which enough was there for it. */
export function signingsOf({ units }: Pick<Qualification, 'units'>, accepted: readonly Accepted[]): CriterionSigning[] {
  const inOrder = accepted.toSorted((a, b) => a.assessment.assessedAt.getTime() - b.assessment.assessedAt.getTime());
  return units.flatMap(({ criteria }) => criteria.flatMap((criterion) => signingOf(criterion, inOrder) ?? []));
}

function signingOf(criterion: Criterion, accepted: readonly Accepted[]): CriterionSigning | null {
  const claiming = accepted.filter(({ snapshot }) => snapshot.criteria.includes(criterion.id));
  for (const [index, last] of claiming.entries()) {
    const { assessorId, assessedAt } = last.assessment;
    const until = claiming.slice(0, index + 1);
    const { isEnough, counting } = sufficiency(criterion, until.map(shownPiece), londonDay(assessedAt));
    if (!isEnough) continue;
    const ids = new Set(counting.map(({ assessmentId }) => assessmentId));
    const basis = until.filter(({ assessment }) => ids.has(assessment.id));
    const { traineeId } = last.snapshot;
    return { criterionId: criterion.id, traineeId, signedBy: assessorId, at: assessedAt, basis };
  }
  return null;
}

const shownPiece = ({ snapshot, assessment }: Accepted) => ({
  evidenceId: snapshot.evidenceId,
  submissionId: snapshot.id,
  assessmentId: assessment.id,
  kind: snapshot.kind,
  happenedOn: snapshot.happenedOn ?? londonDay(snapshot.submittedAt),
});

/** As many as the ledger anchors in one go, so that each has its anchor. */
const SIGNATURES_A_TRANSACTION = 20;

/** Signs criteria through the real ledger, oldest first, and anchors it. */
export async function signCriteria(
  database: Database,
  { ledger, qualification }: { ledger: DemoLedger; qualification: Qualification },
  signings: readonly CriterionSigning[],
): Promise<void> {
  const inOrder = signings.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let from = 0; from < inOrder.length; from += SIGNATURES_A_TRANSACTION) {
    await database.write(async (tx) => {
      for (const signing of inOrder.slice(from, from + SIGNATURES_A_TRANSACTION))
        await signOne(tx, { ledger, qualification }, signing);
    });
    await ledger.anchor();
  }
}

interface SignedWith {
  readonly ledger: DemoLedger;
  readonly qualification: Qualification;
}

async function signOne(
  tx: Writer,
  { ledger, qualification }: SignedWith,
  { criterionId, traineeId, signedBy, at, basis }: CriterionSigning,
): Promise<void> {
  const id = `${traineeId}-criterion-${criterionId}`;
  const subject = { subject: 'criterion', subjectId: criterionId } as const;
  const version = { qualificationVersion: qualification.version, round: 1 };
  const signer = { viewerId: signedBy, sessionRef: ledger.sessionRef(`demo ${id}`), factorAt: at, traineeId, at };
  const body = portfolioSignOffBody(signer, {
    ...{ signOffId: id, ...subject, ...version, rests: [] },
    wordingSha256: ledger.wordingHash(qualification, subject),
    basis: basis.map(({ snapshot, assessment }) => ({
      assessmentId: assessment.id,
      assessmentSha256: ledger.assessmentHash(assessment),
      submissionId: snapshot.id,
      submissionSha256: snapshot.sha256,
    })),
  });
  const { seq } = await ledger.append(tx, body);
  await tx
    .insert(portfolioSignOffs)
    .values({ id, traineeId, ...subject, ...version, signedBy, signedAt: at, ledgerSeq: seq });
  await tx.insert(signOffBasis).values(
    basis.map(({ snapshot, assessment }) => ({
      signOffId: id,
      assessmentId: assessment.id,
      submissionId: snapshot.id,
    })),
  );
}
