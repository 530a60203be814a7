import type { Criterion, Qualification, QualificationUnit } from './qualification.ts';
import {
  awaitsNewDecision,
  type EvidenceFacts,
  piecesByReading,
  shownPieces,
  standingDecisions,
} from './standingDecisions.ts';
import { type ShownPiece, type Sufficiency, sufficiency } from './sufficiency.ts';
import type { EvidenceKind } from './words.ts';

/** How far a criterion is, from least to most. `met`: signed off. `checked`: and a quality assurer agreed with a decision under it. */
export const CRITERION_STATES = ['not_started', 'claimed', 'working_towards', 'met', 'checked'] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

/** A signature under a criterion that stands. A whole submission that was signed, as it was done before, signed what was met in it. */
export interface CriterionSignOff {
  /** Null where the whole submission was signed: nobody opens that again. */
  readonly signOffId: string | null;
  /** Its entry in the ledger, where it is of the old kind. */
  readonly wholeEntry?: number;
  readonly signedAt: Date;
  readonly signerName: string;
  /** The wording it was signed under. */
  readonly qualificationVersion: string;
  readonly isChecked: boolean;
  /** The wording changed so much that it does not carry over. */
  readonly mustLookAgain: boolean;
  /** Number and words it was signed under, where they differ from today's. */
  readonly oldWords?: { readonly id: string; readonly text: string } | null;
}

export interface GridFacts {
  /** All her submissions in any order. */
  readonly evidence: readonly EvidenceFacts[];
  /** By the criterion of the version that counts now. */
  readonly signOffs: ReadonlyMap<string, CriterionSignOff>;
  readonly today: string;
}

export interface GridCriterion extends Sufficiency {
  readonly id: string;
  readonly text: string;
  readonly state: CriterionState;
  /** Kinds of evidence that it takes. */
  readonly kinds: readonly EvidenceKind[];
  /** In how many pieces of evidence it was met so far. */
  readonly shownTimes: number;
  readonly signOff: CriterionSignOff | null;
  /** Enough is shown that can be read, and it waits for the assessor's signature. */
  readonly readyToSign: boolean;
  /** A quality assurer did not agree with a decision on it, and nobody has decided again. */
  readonly isRejected: boolean;
  /** Pieces in which it was met and that cannot be read now: they count for no signature to come. None where it is signed. */
  readonly unreadable: readonly ShownPiece[];
  /** Evidence that claims it. */
  readonly evidenceIds: readonly string[];
}

export interface GridCounts {
  readonly counts: Readonly<Record<CriterionState, number>>;
  /** Met and checked together. */
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

/** Every criterion of the qualification with where the trainee stands, and the counts. */
export function gridOf(qualification: Pick<Qualification, 'units'>, facts: GridFacts): Grid {
  const claiming = claimingEach(facts.evidence);
  const units = qualification.units.map((unit) => gridUnit(unit, { ...facts, claiming }));
  return { units, ...countsOf(units.flatMap((unit) => unit.criteria)) };
}

type Claiming = ReadonlyMap<string, readonly EvidenceFacts[]>;

/** Criterion -> what claims it, in the order given: looked up for each criterion instead of going through everything again. */
function claimingEach(evidence: readonly EvidenceFacts[]): Claiming {
  const claiming = new Map<string, EvidenceFacts[]>();
  for (const facts of evidence)
    for (const id of facts.criteria) {
      const known = claiming.get(id);
      if (!known) claiming.set(id, [facts]);
      else if (known.at(-1) !== facts) known.push(facts);
    }
  return claiming;
}

interface GridUnitFacts extends GridFacts {
  readonly claiming: Claiming;
}

function gridUnit({ id, title, criteria }: QualificationUnit, facts: GridUnitFacts): GridUnit {
  const rows = criteria.map((criterion) => gridCriterion(criterion, facts));
  return { id, title, criteria: rows, ...countsOf(rows) };
}

/** What stands for a signature that is not given yet. The one rule for grid, queue and the pages to sign. */
export interface Readiness {
  /** Of the pieces that can be read. */
  readonly shown: Sufficiency;
  readonly unreadable: readonly ShownPiece[];
  readonly isRejected: boolean;
  readonly isReady: boolean;
}

/** Whether a criterion that is not signed off may be. `evidence`: all of one trainee. */
export function readiness(criterion: Criterion, evidence: readonly EvidenceFacts[], today: string): Readiness {
  const claims = evidence.filter(({ criteria }) => criteria.includes(criterion.id));
  return readinessOf(criterion, { evidence, claims, today });
}

/** `claims`: of all evidence, what claims the criterion. */
function readinessOf(
  criterion: Criterion,
  { evidence, claims, today }: Pick<GridFacts, 'evidence' | 'today'> & { readonly claims: readonly EvidenceFacts[] },
): Readiness {
  const { readable, unreadable } = piecesByReading(criterion.id, claims);
  const shown = sufficiency(criterion, readable, today);
  const isRejected = awaitsNewDecision(criterion.id, evidence);
  return { shown, unreadable, isRejected, isReady: shown.isEnough && !isRejected };
}

function gridCriterion(criterion: Criterion, facts: GridUnitFacts): GridCriterion {
  const { id, text, kinds } = criterion;
  const { evidence, today } = facts;
  const all = facts.claiming.get(id) ?? [];
  const claims = all.filter(({ isWithdrawn }) => !isWithdrawn);
  const signOff = facts.signOffs.get(id) ?? null;
  const evidenceIds = [...new Set(claims.map(({ evidenceId }) => evidenceId))];
  const known = { id, text, kinds, signOff, evidenceIds };
  if (signOff && !signOff.mustLookAgain) {
    const shown = sufficiency(criterion, shownPieces(id, claims), today);
    const isRejected = awaitsNewDecision(id, evidence);
    return {
      ...shown,
      ...known,
      ...SIGNED,
      state: signedState(signOff),
      shownTimes: shown.counting.length,
      isRejected,
    };
  }
  const { shown, unreadable, isRejected, isReady } = readinessOf(criterion, { evidence, claims: all, today });
  return {
    ...{ ...shown, ...known, unreadable, isRejected, readyToSign: isReady },
    ...{ state: unsignedState(id, claims), shownTimes: shown.counting.length },
  };
}

/** What is not asked of a criterion any more once it is signed off. */
const SIGNED: Pick<GridCriterion, 'readyToSign' | 'unreadable'> = { readyToSign: false, unreadable: [] };

const signedState = ({ isChecked }: CriterionSignOff): CriterionState => (isChecked ? 'checked' : 'met');

function unsignedState(id: string, claims: readonly EvidenceFacts[]): CriterionState {
  if (claims.length === 0) return 'not_started';
  return standingDecisions(id, claims).length > 0 ? 'working_towards' : 'claimed';
}

function countsOf(criteria: readonly GridCriterion[]): GridCounts {
  const counts = { not_started: 0, claimed: 0, working_towards: 0, met: 0, checked: 0 };
  for (const { state } of criteria) counts[state] += 1;
  const met = counts.met + counts.checked;
  return { counts, met, of: criteria.length, sentence: `${met} of ${criteria.length} met` };
}
