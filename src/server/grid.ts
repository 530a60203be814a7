import type { StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { decisionsNow } from '#src/domain/portfolio/decisionsNow.ts';
import { type CriterionSignOff, type Grid, gridOf } from '#src/domain/portfolio/grid.ts';
import type { EvidenceFacts } from '#src/domain/portfolio/standingDecisions.ts';
import {
  criterionOf,
  type CriterionOfVersion,
  currentIds,
  movedIds,
  type Qualifications,
  signedNow,
} from '#src/domain/portfolio/versions.ts';
import { today } from './portal.ts';

/** A submission as the grid sees it, in the criteria of the version that counts now. */
export function evidenceFacts(qualifications: Qualifications, submission: StandingSubmission): EvidenceFacts {
  const { assessment, qualificationVersion, claims } = submission;
  return {
    evidenceId: submission.evidenceId,
    submissionId: submission.id,
    number: submission.number,
    kind: submission.kind,
    happenedOn: submission.happenedOn ?? londonDay(submission.submittedAt),
    criteria: movedIds(qualifications, { version: qualificationVersion, ids: claims }).ids.map(({ id }) => id),
    assessmentId: assessment?.id ?? null,
    decisions: decisionsNow(qualifications, qualificationVersion, decidedIn(assessment)),
    isWithdrawn: submission.withdrawnAt !== null || submission.awaitsSignatures,
    isReadable: !submission.contentRemoved && !submission.hasClosedFile,
  };
}

const decidedIn = (assessment: StandingSubmission['assessment']) =>
  (assessment?.decisions ?? []).map((one) => ({ ...one, isRejected: one.verification === 'reject' }));

/** A signature under a criterion that stands, by the number and the version it was signed in. */
interface Signature extends CriterionOfVersion {
  readonly signOff: Omit<CriterionSignOff, 'isChecked' | 'mustLookAgain' | 'oldWords'>;
  readonly isChecked: boolean;
}

/** Under a whole submission, as it was done before criteria were signed off: a signature under each that was met in it. */
function wholeSignatures({ signOff, assessment, qualificationVersion }: StandingSubmission): Signature[] {
  if (!signOff) return [];
  const { signedAt, signerName, ledgerSeq: wholeEntry } = signOff;
  const met = (assessment?.decisions ?? []).filter(({ outcome, counts }) => outcome === 'met' && counts);
  return met.map(({ criterionId: id, verification }) => ({
    ...{ version: qualificationVersion, id, isChecked: verification === 'agree' },
    signOff: { signOffId: null, wholeEntry, qualificationVersion, signedAt, signerName },
  }));
}

/** Every signature under a criterion that stands, of either kind. */
const signaturesOf = (submissions: readonly StandingSubmission[]): Signature[] => [
  ...submissions.flatMap(wholeSignatures),
  ...criterionSignatures(submissions),
];

/** Each signature once, however many submissions it rests on; checked where a quality assurer agreed with one of them. */
function criterionSignatures(submissions: readonly StandingSubmission[]): Signature[] {
  const signatures = new Map<string, Signature>();
  for (const { signedCriteria, assessment } of submissions)
    for (const { criterionId: id, claims, signOffId, qualificationVersion, signedAt, signerName } of signedCriteria) {
      const signOff = { signOffId, qualificationVersion, signedAt, signerName };
      // A later assessment of the same snapshot carries what is signed over as it was, so a look at it counts for the signature too.
      const agreed = (assessment?.decisions ?? []).some(
        (one) => claims.includes(one.criterionId) && one.outcome === 'met' && one.verification === 'agree',
      );
      const isChecked = agreed || signatures.get(signOffId)?.isChecked === true;
      signatures.set(signOffId, { version: signOff.qualificationVersion, id, signOff, isChecked });
    }
  return [...signatures.values()];
}

/** The words it was signed under, where the current ones differ or it had another number. */
function oldWords(
  qualifications: Qualifications,
  { version, id }: Signature,
  nowId: string,
): CriterionSignOff['oldWords'] {
  const { current } = qualifications;
  const text = criterionOf(qualifications, { version, id })?.text ?? null;
  const now = criterionOf({ versions: [current] }, { version: current.version, id: nowId })?.text;
  return text === null || (text === now && id === nowId) ? null : { id, text };
}

/** Signatures by the criterion of the current version: of several that became one, the newest is named. */
function signOffsOf(qualifications: Qualifications, submissions: readonly StandingSubmission[]) {
  const standing = signedNow(qualifications, signaturesOf(submissions));
  return new Map(
    [...standing].flatMap(([id, { carries, from }]): [string, CriterionSignOff][] => {
      const newest = from.toSorted((a, b) => b.signOff.signedAt.getTime() - a.signOff.signedAt.getTime())[0];
      if (!newest) return [];
      const isChecked = from.every((one) => one.isChecked);
      const words = oldWords(qualifications, newest, id);
      return [[id, { ...newest.signOff, isChecked, mustLookAgain: !carries, oldWords: words }]];
    }),
  );
}

/** What a change of the criteria means for one trainee. */
export interface VersionNews {
  readonly version: string;
  readonly label: string;
  /** Signed under older words, and looked at again. */
  readonly again: readonly CriterionOfVersion[];
  /** Signed, and not in the current version any more. */
  readonly dropped: readonly (CriterionOfVersion & { readonly text: string })[];
}

/** What is told where criteria changed since something was signed; null where nothing is to be told. */
export function versionNews(
  qualifications: Qualifications,
  submissions: readonly StandingSubmission[],
): VersionNews | null {
  const { current } = qualifications;
  const signatures = signaturesOf(submissions);
  const again = [...signedNow(qualifications, signatures)].flatMap(([id, { carries, from }]) =>
    carries ? [] : [{ id, version: from[0]?.version ?? '' }],
  );
  const dropped = signatures
    .filter((one) => currentIds(qualifications, one).length === 0)
    .map(({ version, id }) => ({ version, id, text: criterionOf(qualifications, { version, id })?.text ?? '' }));
  if (again.length === 0 && dropped.length === 0) return null;
  return { version: current.version, label: current.label, again, dropped };
}

/** The criteria grid from everything a trainee submitted, with what was decided and signed about it. */
export function gridOfTrainee(qualifications: Qualifications, submissions: readonly StandingSubmission[]): Grid {
  return gridOf(qualifications.current, {
    evidence: submissions.map((submission) => evidenceFacts(qualifications, submission)),
    signOffs: signOffsOf(qualifications, submissions),
    today: today(),
  });
}
