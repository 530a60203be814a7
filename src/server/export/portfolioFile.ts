import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import { assessmentsOf } from './assessmentParts.ts';
import { filesOf } from './fileParts.ts';
import { type Naming, removalOf, within } from './parts.ts';
import { snapshotsOf } from './snapshotParts.ts';

export interface ExportFacts {
  readonly exportId: string;
  readonly traineeId: string;
  readonly exportedAt: Date;
  /** Every version that something in it is told in; the current one is among them. */
  readonly qualifications: readonly Qualification[];
}

/** The number of the format. A change that a reader would stumble over is a new number. Source: docs/portfolio-export.md. */
const FORMAT_VERSION = 1;

/** A portfolio as `portfolio.json` holds it. Instants are UTC in whole seconds, days are `YYYY-MM-DD`. Source: docs/portfolio-export.md. */
export function portfolioFile(rows: PortfolioRows, facts: ExportFacts) {
  const naming: Naming = (id) => ({ id, name: rows.names.get(id) ?? '' });
  const files = filesOf(rows);
  return {
    format: 'pqip-portfolio',
    version: FORMAT_VERSION,
    exportId: facts.exportId,
    exportedAt: wholeSecond(facts.exportedAt),
    trainee: naming(facts.traineeId),
    qualifications: facts.qualifications,
    evidence: rows.items.filter((item) => isHers(rows, item)).map((item) => evidenceOf(rows, item, naming)),
    files,
    signOffs: signOffsOf(rows, naming),
    ratings: rows.ratings.map(({ criterionId, rating, qualificationVersion, ratedAt }) => ({
      criterionId,
      rating,
      qualificationVersion,
      ratedAt: wholeSecond(ratedAt),
    })),
    plan: rows.plan.map((item) => planItemOf(rows, item, naming)),
    exports: rows.exports.map(({ id, askedAt, ledgerSeq }) => ({ id, askedAt: wholeSecond(askedAt), ledgerSeq })),
  };
}
export type PortfolioFile = ReturnType<typeof portfolioFile>;
export type ExportedEvidence = PortfolioFile['evidence'][number];

type Item = PortfolioRows['items'][number];

/** What an assessor is still writing down about her is the assessor's, until it was handed to her. */
function isHers({ snapshots }: PortfolioRows, { id, writerId }: Item): boolean {
  return writerId === null || snapshots.some(({ evidenceId }) => evidenceId === id);
}

function evidenceOf(rows: PortfolioRows, item: Item, naming: Naming) {
  const { id, kind, writerId, createdAt, removedAt } = item;
  return {
    id,
    kind,
    writer: writerId === null ? null : naming(writerId),
    createdAt: wholeSecond(createdAt),
    removedAt: removedAt && wholeSecond(removedAt),
    removal: removalOf(rows, 'draft', id),
    draft: writerId === null && removedAt === null ? draftOf(rows, item) : null,
    witness: witnessOf(rows, id, naming),
    snapshots: snapshotsOf(rows, id, naming),
    assessments: assessmentsOf(rows, id, naming),
    wordJustifications: within(rows.wordsJustified, 'evidenceId', id).map(
      ({ wordsOf, recordId, place, kind: what, reason }) => ({ wordsOf, recordId, place, kind: what, reason }),
    ),
  };
}

/** The text as she is writing it: hers alone. */
function draftOf(rows: PortfolioRows, item: Item) {
  const claims = within(rows.claims, 'evidenceId', item.id);
  return {
    title: item.title,
    text: item.text,
    details: JSON.parse(item.details) as Record<string, string>,
    happenedOn: item.happenedOn,
    qualificationVersion: item.qualificationVersion,
    revision: item.revision,
    savedAt: wholeSecond(item.savedAt),
    claims: claims.map(({ criterionId, whereShown }) => ({ criterionId, whereShown })),
    files: rows.files.filter((file) => file.evidenceId === item.id && file.takenOffAt === null).map((file) => file.id),
    justifications: within(rows.justified, 'evidenceId', item.id).map(({ place, kind, reason }) => ({
      place,
      kind,
      reason,
    })),
  };
}

function witnessOf(rows: PortfolioRows, evidenceId: string, naming: Naming) {
  const asked = within(rows.witnessAsked, 'evidenceId', evidenceId);
  const answer = within(rows.witnessed, 'evidenceId', evidenceId)[0];
  const check = within(rows.witnessChecked, 'evidenceId', evidenceId)[0];
  if (asked.length === 0 && !answer) return null;
  return {
    asked: asked.map(({ id, witnessName, witnessJob, question, madeBy, madeAt, expiresAt, revokedAt }) => ({
      id,
      witnessName,
      witnessJob,
      question,
      madeBy: naming(madeBy),
      madeAt: wholeSecond(madeAt),
      expiresAt: wholeSecond(expiresAt),
      revokedAt: revokedAt && wholeSecond(revokedAt),
      removal: removalOf(rows, 'witness_contact', id),
    })),
    answer: answer
      ? {
          requestId: answer.requestId,
          name: answer.name,
          job: answer.job,
          relationship: answer.relationship,
          text: answer.text,
          sha256: answer.sha256,
          answeredAt: wholeSecond(answer.answeredAt),
          removal: removalOf(rows, 'witness_answer', evidenceId),
        }
      : null,
    check: check
      ? {
          assessor: naming(check.assessorId),
          how: check.how,
          checkedAt: wholeSecond(check.checkedAt),
          removal: removalOf(rows, 'witness_contact', evidenceId),
        }
      : null,
  };
}

function signOffsOf(rows: PortfolioRows, naming: Naming) {
  return rows.signOffs.map(({ id, subject, subjectId, qualificationVersion, round, signedBy, signedAt, ledgerSeq }) => {
    const unlock = within(rows.unlocks, 'signOffId', id)[0];
    return {
      id,
      subject,
      subjectId,
      qualificationVersion,
      round,
      signedBy: naming(signedBy),
      signedAt: wholeSecond(signedAt),
      ledgerSeq,
      basis: within(rows.basis, 'signOffId', id).map(({ assessmentId, submissionId }) => ({
        assessmentId,
        submissionId,
      })),
      unlock: unlock
        ? {
            by: naming(unlock.verifierId),
            reason: unlock.reason,
            unlockedAt: wholeSecond(unlock.unlockedAt),
            ledgerSeq: unlock.ledgerSeq,
            removal: removalOf(rows, 'unlock_reason', id),
          }
        : null,
    };
  });
}

function planItemOf(rows: PortfolioRows, item: PortfolioRows['plan'][number], naming: Naming) {
  const { id, kind, criteria, qualificationVersion, plannedOn, words, plannedBy, plannedAt, evidenceId, removedAt } =
    item;
  return {
    id,
    kind,
    criteria,
    qualificationVersion,
    plannedOn,
    words,
    plannedBy: naming(plannedBy),
    plannedAt: wholeSecond(plannedAt),
    evidenceId,
    removedAt: removedAt && wholeSecond(removedAt),
    removal: removalOf(rows, 'plan_item', id),
  };
}
