import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import { type Naming, removalOf, within } from './parts.ts';

/** The snapshots of one piece of evidence, oldest first, each as it was handed in and with who signed it as a record. */
export function snapshotsOf(rows: PortfolioRows, evidenceId: string, naming: Naming) {
  return within(rows.snapshots, 'evidenceId', evidenceId).map((snapshot) => snapshotOf(rows, snapshot, naming));
}

function snapshotOf(rows: PortfolioRows, snapshot: PortfolioRows['snapshots'][number], naming: Naming) {
  const { id, number, kind, title, text, happenedOn, writerId, changeNote, format, qualificationVersion } = snapshot;
  const withdrawn = within(rows.withdrawn, 'submissionId', id)[0];
  return {
    id,
    number,
    kind,
    title,
    text,
    details: JSON.parse(snapshot.details || '{}') as Record<string, string>,
    /** As it was hashed: the same, letter for letter. */
    detailsText: snapshot.details,
    happenedOn,
    writer: writerId === null ? null : naming(writerId),
    changeNote,
    format,
    qualificationVersion,
    sha256: snapshot.sha256,
    submittedAt: wholeSecond(snapshot.submittedAt),
    withdrawnAt: withdrawn ? wholeSecond(withdrawn.withdrawnAt) : null,
    removal: removalOf(rows, 'submission', id),
    claims: within(rows.snapshotClaims, 'submissionId', id).map(({ criterionId, whereShown }) => ({
      criterionId,
      whereShown,
    })),
    files: within(rows.snapshotFiles, 'submissionId', id).map(({ fileId }) => fileId),
    justifications: within(rows.snapshotJustified, 'submissionId', id).map(({ place, kind: what, reason }) => ({
      place,
      kind: what,
      reason,
    })),
    signatures: signaturesOf(rows, id, naming),
    refusal: refusalOf(rows, id, naming),
    signOff: oldSignOffOf(rows, id, naming),
  };
}

/** Who signed an observation or a discussion, and what was added to it. */
function signaturesOf(rows: PortfolioRows, submissionId: string, naming: Naming) {
  return within(rows.recordSigned, 'submissionId', submissionId).map(
    ({ part, personId, words, signedAt, ledgerSeq }) => ({
      part,
      person: naming(personId),
      words,
      signedAt: wholeSecond(signedAt),
      ledgerSeq,
      removal: removalOf(rows, 'record_words', `${submissionId} ${part}`),
    }),
  );
}

/** That she sent a record back unsigned, and why: the snapshot was taken back with it. */
function refusalOf(rows: PortfolioRows, submissionId: string, naming: Naming) {
  const refused = within(rows.recordRefused, 'submissionId', submissionId)[0];
  if (!refused) return null;
  const { personId, reason, refusedAt } = refused;
  return { person: naming(personId), reason, refusedAt: wholeSecond(refusedAt) };
}

/** The signature under a whole submission, from before criteria were signed off. */
function oldSignOffOf(rows: PortfolioRows, submissionId: string, naming: Naming) {
  const signed = within(rows.oldSignOffs, 'submissionId', submissionId)[0];
  if (!signed) return null;
  const { assessmentId, signedBy, signedAt, ledgerSeq } = signed;
  return { assessmentId, signedBy: naming(signedBy), signedAt: wholeSecond(signedAt), ledgerSeq };
}
