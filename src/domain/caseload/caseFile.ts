import type { TraineeSubject } from '../access/viewer.ts';
import type { CaseFacts, Share } from './caseFacts.ts';
import type { EndReason } from './words.ts';

/** A case's facts as rows of JSON hold them: 0 and 1 for no and yes. */
type StoredFacts = Omit<CaseFacts, 'transitionToAdulthood'> & {
  readonly transitionToAdulthood: 0 | 1;
  readonly reference: string;
};

/** Somebody's share of a case, from when to when, and what was seen when it was confirmed. */
export interface FiledAllocation extends TraineeSubject, Share {
  readonly id: string;
  readonly traineeName: string;
  readonly managerId: string;
  readonly managerName: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly availablePoints: number;
  readonly usedPointsBefore: number;
  readonly usedPointsAfter: number;
  readonly movedFrom: string | null;
  readonly endReason: EndReason | null;
  readonly endedBy: string | null;
  /** Seconds since 1970. */
  readonly endedAt: number | null;
  readonly overReason: string | null;
  readonly overUntil: string | null;
}

export interface FiledOverride {
  readonly allocationId: string;
  readonly attribute: string;
  readonly stage: string;
  readonly approver: string;
  readonly reason: string;
  readonly by: string;
}

/** One thing that happened to a case; `at` in seconds since 1970. */
export type CaseFileFact =
  | ({ readonly fact: 'first'; readonly at: number } & StoredFacts)
  | ({
      readonly fact: 'change';
      readonly at: number;
      readonly effectiveOn: string;
      readonly by: string;
      readonly number: number;
    } & StoredFacts)
  | ({ readonly fact: 'allocation'; readonly at: number } & FiledAllocation)
  | ({ readonly fact: 'override'; readonly at: number } & FiledOverride);

/** A case as it stands, with everything that happened to it. */
export interface CaseFile {
  readonly caseId: string;
  readonly now: CaseFacts & { readonly reference: string };
  /** How many changes it has had: what a form is based on. */
  readonly changes: number;
  /** Who carries it now. */
  readonly carried: readonly (FiledAllocation & { readonly at: number })[];
  /** Those who carried it last, where nobody does any more. */
  readonly last: readonly (FiledAllocation & { readonly at: number })[];
  readonly facts: readonly CaseFileFact[];
}

function factsOf(stored: StoredFacts): CaseFile['now'] {
  const { reference, tier, kind, letterTier, activity, attributes, complexity } = stored;
  const transitionToAdulthood = stored.transitionToAdulthood === 1;
  return { reference, tier, kind, transitionToAdulthood, letterTier, activity, attributes, complexity };
}

/** The case from its facts, in the order they happened; null where there are none. `today` decides which change has come. */
export function caseFileOf(caseId: string, facts: readonly CaseFileFact[], today: string): CaseFile | null {
  const first = facts.find((fact) => fact.fact === 'first');
  if (!first) return null;
  const changes = facts.filter((fact) => fact.fact === 'change');
  const come = changes
    .filter(({ effectiveOn }) => effectiveOn <= today)
    .toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.number - other.number);
  const allocations = facts.filter((fact) => fact.fact === 'allocation');
  const carried = allocations.filter(({ endsOn }) => endsOn === null);
  const lastEnd = Math.max(...allocations.map(({ endedAt }) => endedAt ?? 0));
  return {
    caseId,
    now: factsOf(come.at(-1) ?? first),
    changes: changes.length,
    carried,
    last: carried.length > 0 ? [] : allocations.filter(({ endedAt }) => endedAt === lastEnd),
    facts,
  };
}

/** Whose record the case is: everybody's who carries it; when nobody does, of those who did last. */
export function subjectsOf({ carried, last }: Pick<CaseFile, 'carried' | 'last'>): readonly TraineeSubject[] {
  return carried.length > 0 ? carried : last;
}
