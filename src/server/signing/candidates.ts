import type { SignOffRecord } from '#db/queries/signing.ts';
import { canonicalJson } from '#src/domain/ledger/canonicalJson.ts';
import type { PortfolioSignOffBody } from '#src/domain/ledger/entryBody.ts';
import { basisInOrder } from '#src/domain/ledger/portfolioSignOffBody.ts';
import type { GridCriterion, GridUnit } from '#src/domain/portfolio/grid.ts';
import {
  criterionProblem,
  qualificationProblem,
  type StandingSignature,
  unitProblem,
} from '#src/domain/portfolio/signing.ts';
import { findSubject, WHOLE_QUALIFICATION, type WordedSubject, wordingText } from '#src/domain/portfolio/wording.ts';
import { sha256 } from '../ledger/hashes.ts';
import { factsHash } from './assessmentHashes.ts';
import { type Situation, toCountersign } from './situation.ts';

/** One subject as it would be signed now. */
export interface SignCandidate extends WordedSubject {
  /** Why it cannot be signed now, in words; null where it can. */
  readonly problem: string | null;
  readonly standing: StandingSignature | null;
  readonly wordingSha256: string;
  /** Of a criterion: the decisions under it. */
  readonly basis: PortfolioSignOffBody['basis'];
  /** Of a unit or the qualification: the entries of the signatures under it. */
  readonly rests: readonly number[];
  /** Of a criterion: submissions that met it and that nobody can read now. The signature does not rest on them. */
  readonly leftOut: readonly string[];
  /** Of all that stands on the page about it: what was shown is what is signed. */
  readonly digest: string;
}

/** A subject as it would be signed now, or null for one that the version that counts now does not have. */
export function candidateOf(situation: Situation, wanted: WordedSubject): SignCandidate | null {
  const { current } = situation.qualifications;
  if (!findSubject(current, wanted)) return null;
  const { subject, subjectId } = wanted;
  const under = standsUnder(situation, wanted);
  const wordingSha256 = sha256(wordingText(current, wanted));
  const shown = { subject, subjectId, wordingSha256, basis: basisInOrder(under.basis), rests: under.rests };
  const digest = shownDigest({ traineeId: situation.traineeId, version: current.version, ...shown });
  return { ...shown, digest, problem: under.problem, standing: under.standing, leftOut: under.leftOut };
}

/** SHA-256 of what stands on the page about a subject, hex. The form carries it, and it is worked out again before anything is signed. */
export function shownDigest(
  shown: Pick<SignCandidate, 'subject' | 'subjectId' | 'wordingSha256' | 'basis' | 'rests'> & {
    readonly traineeId: string;
    readonly version: string;
  },
): string {
  return sha256(canonicalJson({ label: 'pqip-shown-v1', ...shown }));
}

type Under = Pick<SignCandidate, 'problem' | 'standing' | 'basis' | 'rests' | 'leftOut'>;

function standsUnder(situation: Situation, { subject, subjectId }: WordedSubject): Under {
  const { units } = situation.grid;
  if (subject === 'qualification') return underQualification(situation);
  const unit = units.find(({ id }) => id === (subject === 'unit' ? subjectId : subjectId.split('.')[0]));
  const criterion = unit?.criteria.find(({ id }) => id === subjectId);
  if (subject === 'unit' && unit) return underUnit(situation, unit);
  if (criterion) return underCriterion(situation, criterion);
  throw new RangeError(`There is no ${subject} ${subjectId} in the grid.`);
}

function underCriterion(situation: Situation, criterion: GridCriterion): Under {
  const { id, counting, signOff, isRejected, unreadable } = criterion;
  const standing = signOff && !signOff.mustLookAgain ? signOff : null;
  const problem = criterionProblem({
    id,
    standing,
    shown: criterion,
    isRejected,
    toCountersign: toCountersign(situation, id),
    unreadable: unreadable.length,
  });
  const basis = counting.flatMap((piece) => basisEntry(situation, piece));
  return { problem, standing, basis, rests: [], leftOut: unreadable.map(({ submissionId }) => submissionId) };
}

function basisEntry(
  { assessments, submissions }: Situation,
  { assessmentId, submissionId }: GridCriterion['counting'][number],
): PortfolioSignOffBody['basis'] {
  const assessment = assessments.get(assessmentId);
  const submission = submissions.find(({ id }) => id === submissionId);
  if (!assessment || !submission) return [];
  return [{ assessmentId, assessmentSha256: factsHash(assessment), submissionId, submissionSha256: submission.sha256 }];
}

function underUnit(situation: Situation, { id, criteria }: GridUnit): Under {
  const standing = standingIn(situation, { subject: 'unit', subjectId: id });
  const signed = criteria.flatMap(({ signOff }) => (signOff && !signOff.mustLookAgain ? signOff : []));
  const unsigned = criteria.filter(({ signOff }) => !signOff || signOff.mustLookAgain).map((one) => one.id);
  const ids = signed.flatMap(({ signOffId }) => signOffId ?? []);
  const whole = signed.flatMap(({ wholeEntry }) => wholeEntry ?? []);
  const rests = [...new Set([...seqsOf(situation, ids), ...whole])].sort((a, b) => a - b);
  return { problem: unitProblem({ id, standing, unsigned }), standing, basis: [], rests, leftOut: [] };
}

function underQualification(situation: Situation): Under {
  const standing = standingIn(situation, { subject: 'qualification', subjectId: WHOLE_QUALIFICATION });
  const units = situation.grid.units.map(({ id }) => ({
    id,
    signOff: standingIn(situation, { subject: 'unit', subjectId: id }),
  }));
  const unsigned = units.filter(({ signOff }) => signOff === null).map(({ id }) => id);
  const signed = units.flatMap(({ signOff }) => signOff?.id ?? []);
  const { openSamples } = situation;
  const problem = qualificationProblem({ standing, unsigned, openSamples });
  return { problem, standing, basis: [], rests: seqsOf(situation, signed), leftOut: [] };
}

/** The signature that stands under a unit or the qualification, in the version that counts now: a new wording is signed anew. */
export function standingIn({ signOffs, qualifications }: Situation, wanted: WordedSubject): SignOffRecord | null {
  const { version } = qualifications.current;
  const found = signOffs.find(
    (one) =>
      one.subject === wanted.subject &&
      one.subjectId === wanted.subjectId &&
      one.qualificationVersion === version &&
      one.unlock === null,
  );
  return found ?? null;
}

function seqsOf({ signOffs }: Situation, ids: readonly string[]): number[] {
  const wanted = new Set(ids);
  return signOffs.flatMap(({ id, ledgerSeq }) => (wanted.has(id) ? ledgerSeq : [])).sort((a, b) => a - b);
}
