import type { Criterion, Qualification, QualificationUnit } from './qualification.ts';
import type { CriterionOutcome } from './words.ts';

/** How far a criterion is, from least to most. `met` needs a signature; a decision alone is not enough. */
export const CRITERION_STATES = ['not_started', 'claimed', 'working_towards', 'met'] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

/** One submission, as the grid sees it. Drafts are not among them: others read the grid, and a draft is hers alone. */
export interface EvidenceFacts {
  readonly evidenceId: string;
  readonly submissionId: string;
  /** 1 for the first submission of that evidence. */
  readonly number: number;
  readonly criteria: readonly string[];
  /** Of the newest assessment; empty where there is none yet. */
  readonly decisions: readonly { readonly criterionId: string; readonly outcome: CriterionOutcome }[];
  readonly signedOff: boolean;
}

export interface GridCriterion {
  readonly id: string;
  readonly text: string;
  readonly state: CriterionState;
  /** Signed pieces of evidence for it, and how many are wanted before it is covered. */
  readonly signedTimes: number;
  readonly neededTimes: number;
  readonly covered: boolean;
  /** Evidence that claims it. */
  readonly evidenceIds: readonly string[];
}

export interface GridCounts {
  readonly counts: Readonly<Record<CriterionState, number>>;
  readonly met: number;
  readonly of: number;
  /** "18 of 46 met". */
  readonly sentence: string;
}

export interface GridUnit extends GridCounts {
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly GridCriterion[];
}

export interface Grid extends GridCounts {
  readonly units: readonly GridUnit[];
}

/**
 * Every criterion of the qualification with where the trainee stands, and the counts. `evidence` is all her submissions in any order:
 * what was signed counts for good, else only the newest submission of each piece does.
 */
export function gridOf(qualification: Pick<Qualification, 'units'>, evidence: readonly EvidenceFacts[]): Grid {
  const counting = standingSubmissions(evidence);
  const units = qualification.units.map((unit) => gridUnit(unit, counting));
  return { units, ...countsOf(units.flatMap((unit) => unit.criteria)) };
}

/** Signed submissions, and the newest of each piece of evidence. */
function standingSubmissions(evidence: readonly EvidenceFacts[]): EvidenceFacts[] {
  const newest = new Map<string, number>();
  for (const { evidenceId, number } of evidence) newest.set(evidenceId, Math.max(number, newest.get(evidenceId) ?? 0));
  return evidence.filter((facts) => facts.signedOff || facts.number === newest.get(facts.evidenceId));
}

function gridUnit({ id, title, criteria }: QualificationUnit, evidence: readonly EvidenceFacts[]): GridUnit {
  const rows = criteria.map((criterion) => gridCriterion(criterion, evidence));
  return { id, title, criteria: rows, ...countsOf(rows) };
}

function gridCriterion({ id, text, neededTimes }: Criterion, evidence: readonly EvidenceFacts[]): GridCriterion {
  const claims = evidence.filter(({ criteria }) => criteria.includes(id));
  const signedTimes = signedPieces(id, claims);
  const state = signedTimes > 0 ? 'met' : unsignedState(id, claims);
  const evidenceIds = [...new Set(claims.map(({ evidenceId }) => evidenceId))];
  const times = { signedTimes, neededTimes, covered: signedTimes >= neededTimes };
  return { id, text, state, ...times, evidenceIds };
}

/** Different pieces of evidence in which it was met and signed: the same piece twice counts once. */
function signedPieces(id: string, claims: readonly EvidenceFacts[]): number {
  const signed = claims.filter((facts) => facts.signedOff && decisionOn(id, facts) === 'met');
  return new Set(signed.map(({ evidenceId }) => evidenceId)).size;
}

function unsignedState(id: string, claims: readonly EvidenceFacts[]): CriterionState {
  if (claims.length === 0) return 'not_started';
  const short = claims.some((facts) => ['working_towards', 'not_met'].includes(decisionOn(id, facts) ?? ''));
  return short ? 'working_towards' : 'claimed';
}

function decisionOn(id: string, { decisions }: EvidenceFacts): CriterionOutcome | undefined {
  return decisions.find(({ criterionId }) => criterionId === id)?.outcome;
}

function countsOf(criteria: readonly GridCriterion[]): GridCounts {
  const counts = { not_started: 0, claimed: 0, working_towards: 0, met: 0 };
  for (const { state } of criteria) counts[state] += 1;
  return { counts, met: counts.met, of: criteria.length, sentence: `${counts.met} of ${criteria.length} met` };
}
