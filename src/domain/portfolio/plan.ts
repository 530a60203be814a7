import { addDays } from '../calendar.ts';
import type { Grid, GridCriterion } from './grid.ts';
import type { Criterion, Qualification } from './qualification.ts';
import { type MovedIds, movedIds, type Qualifications } from './versions.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind } from './words.ts';

/** Said where nothing is chosen, in the browser's form and in the rule alike. */
export const CHOOSE_CRITERIA = 'Choose at least one criterion that it is to show';

/** Lengths of a plan: words in characters, criteria in one item, how far ahead it may be planned. */
export const PLAN_LIMITS = { wordsMax: 500, criteriaMax: 12, daysAhead: 366, proposalsMax: 6 } as const;

/** Something an assessor and a trainee mean to gather. Criteria in the version that counts now. */
export interface PlanItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly criteria: readonly string[];
  readonly plannedOn: string;
  readonly words: string;
  /** When they were removed, in seconds since 1970; nothing while they are there. */
  readonly wordsRemovedAt?: number | null;
  readonly plannedAt: Date;
  /** The evidence that answered it first, null while none does. Only what was handed in, and not taken back. */
  readonly evidenceId: string | null;
}

/** An item as it was kept: in the criteria of the version of its time (null: the first there was), with who planned it. */
export interface KeptPlanItem extends PlanItem {
  readonly version: string | null;
  readonly plannedByName: string;
}

/** An item as a page shows it: in the criteria that count now, with what it was planned for and is not there any more. */
export interface ShownPlanItem extends PlanItem {
  readonly plannedByName: string;
  readonly dropped: MovedIds['dropped'];
}

/** Kept items in the criteria of the version that counts now. */
export function itemsNow(qualifications: Qualifications, items: readonly KeptPlanItem[]): ShownPlanItem[] {
  return items.map(({ version, ...item }) => {
    const { ids, dropped } = movedIds(qualifications, { version, ids: item.criteria });
    return { ...item, criteria: ids.map(({ id }) => id), dropped };
  });
}

/** What was handed in, as far as a plan asks about it. */
export interface PlanEvidence {
  readonly id: string;
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly claims: readonly string[];
  readonly submittedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** `dropped`: nothing of what it was planned for is in the criteria any more, so that the two decide what becomes of it. */
export type PlanState = 'done' | 'partly' | 'late' | 'ahead' | 'dropped';

export interface PlannedNow<Item extends PlanItem> {
  readonly item: Item;
  readonly state: PlanState;
  /** Criteria of it that nothing claims yet. */
  readonly open: readonly string[];
  /** What came of it: what answered it first, then the others as they were handed in. */
  readonly evidenceIds: readonly string[];
}

/**
 * How far a plan is: done once evidence of its kind, handed in since it was planned, claims every criterion of it. Worked out from
 * what was handed in; what answered it first is kept with it. What was dropped from the criteria is waited for no more. `today` is the programme day.
 */
export function plannedNow<Item extends PlanItem>(
  item: Item,
  evidence: readonly PlanEvidence[],
  today: string,
): PlannedNow<Item> {
  const came = evidence.filter((one) => cameOf(item, one));
  const open = item.criteria.filter((id) => !came.some(({ claims }) => claims.includes(id)));
  const state = item.criteria.length === 0 ? 'dropped' : stateOf(item, { open, isBegun: came.length > 0, today });
  const isFirst = (id: string) => Number(id === item.evidenceId);
  const evidenceIds = [...new Set(came.map((one) => one.evidenceId))].toSorted((a, b) => isFirst(b) - isFirst(a));
  return { item, state, open, evidenceIds };
}

function stateOf(
  { plannedOn }: PlanItem,
  { open, isBegun, today }: { open: readonly string[]; isBegun: boolean; today: string },
): PlanState {
  if (open.length === 0) return 'done';
  if (plannedOn < today) return 'late';
  return isBegun ? 'partly' : 'ahead';
}

/**
 * The items of a plan that a piece of evidence answers as it is handed in: of its kind, with a criterion that it claims, and not
 * answered before. One piece may answer several.
 */
export function answeredItems<Item extends PlanItem>(
  items: readonly Item[],
  { kind, claims }: Pick<PlanEvidence, 'kind' | 'claims'>,
): Item[] {
  return items.filter(
    (item) => item.evidenceId === null && item.kind === kind && item.criteria.some((id) => claims.includes(id)),
  );
}

function cameOf({ kind, criteria, plannedAt, evidenceId }: PlanItem, one: PlanEvidence): boolean {
  if (one.withdrawnAt !== null) return false;
  if (one.evidenceId === evidenceId) return true;
  return one.kind === kind && one.submittedAt >= plannedAt && one.claims.some((id) => criteria.includes(id));
}

/** A piece of evidence that would close gaps. */
export interface Proposal {
  readonly kind: EvidenceKind;
  readonly unitId: string;
  readonly criteria: readonly string[];
  /** Why: what is missing. */
  readonly why: string;
}

/** The kind that a criterion lacks, or null where it lacks none: a kind that must be among them first, then any that it takes. */
function lackingKind(
  criterion: Criterion,
  { missingKinds, counting, neededTimes }: GridCriterion,
): EvidenceKind | null {
  const [missing] = missingKinds;
  if (missing) return missing;
  if (counting.length >= neededTimes) return null;
  const fresh = criterion.kinds.find((kind) => !counting.some((piece) => piece.kind === kind));
  return fresh ?? criterion.kinds[0] ?? null;
}

const isOpen = ({ state, readyToSign }: GridCriterion) => state !== 'met' && state !== 'checked' && !readyToSign;

interface Gap {
  readonly unitId: string;
  readonly criterionId: string;
  readonly kind: EvidenceKind;
  readonly must: boolean;
}

function gapsOf({ units }: Pick<Qualification, 'units'>, grid: Grid): Gap[] {
  const rows = new Map(grid.units.flatMap(({ criteria }) => criteria.map((row) => [row.id, row] as const)));
  return units.flatMap(({ id: unitId, criteria }) =>
    criteria.flatMap((criterion) => {
      const row = rows.get(criterion.id);
      const kind = row && isOpen(row) ? lackingKind(criterion, row) : null;
      return kind === null
        ? []
        : [{ unitId, criterionId: criterion.id, kind, must: (row?.missingKinds.length ?? 0) > 0 }];
    }),
  );
}

/**
 * Pieces of evidence worth planning, drawn from the gaps of a grid: one kind within one unit each, kinds that a criterion must have
 * first. What is planned already, or claimed and waiting for a decision, is left out.
 */
export function proposals(
  qualification: Pick<Qualification, 'units'>,
  grid: Grid,
  {
    planned,
    waiting,
  }: {
    planned: readonly Pick<PlanItem, 'kind' | 'criteria'>[];
    waiting: readonly Pick<PlanEvidence, 'kind' | 'claims'>[];
  },
): Proposal[] {
  const isOnItsWay = ({ kind, criterionId }: Gap) =>
    planned.some((item) => item.kind === kind && item.criteria.includes(criterionId)) ||
    waiting.some((one) => one.kind === kind && one.claims.includes(criterionId));
  const gaps = gapsOf(qualification, grid).filter((gap) => !isOnItsWay(gap));
  const grouped = [...Map.groupBy(gaps, ({ unitId, kind }) => `${unitId} ${kind}`).values()];
  return grouped
    .toSorted((a, b) => Number(b[0]?.must ?? false) - Number(a[0]?.must ?? false) || b.length - a.length)
    .slice(0, PLAN_LIMITS.proposalsMax)
    .flatMap(proposalOf);
}

function proposalOf(gaps: readonly Gap[]): Proposal[] {
  const [first] = gaps;
  if (!first) return [];
  const criteria = gaps.slice(0, PLAN_LIMITS.criteriaMax).map(({ criterionId }) => criterionId);
  const name = EVIDENCE_KIND_NAMES[first.kind].toLowerCase();
  const must = gaps.filter((gap) => gap.must).map(({ criterionId }) => criterionId);
  const why =
    must.length > 0
      ? `${must.join(', ')} ${must.length === 1 ? 'needs' : 'need'} one ${name} at least`
      : `${criteria.join(', ')} ${criteria.length === 1 ? 'is' : 'are'} not shown often enough`;
  return [{ kind: first.kind, unitId: first.unitId, criteria, why }];
}

/** What is wrong with an item of a plan: field -> one sentence. */
export function planProblems(
  item: Pick<PlanItem, 'kind' | 'criteria' | 'plannedOn'>,
  { qualification, today }: { qualification: Pick<Qualification, 'units'>; today: string },
): Record<string, string> {
  const fields: Record<string, string> = {};
  const known = qualification.units.flatMap(({ criteria }) => criteria);
  const unknown = item.criteria.find((id) => !known.some((criterion) => criterion.id === id));
  const unfit = known.filter(({ id, kinds }) => item.criteria.includes(id) && !kinds.includes(item.kind));
  if (item.criteria.length === 0) fields.criteria = CHOOSE_CRITERIA;
  else if (unknown !== undefined) fields.criteria = `Criterion ${unknown} is not part of the qualification`;
  else if (item.criteria.length > PLAN_LIMITS.criteriaMax)
    fields.criteria = `Choose ${PLAN_LIMITS.criteriaMax} criteria or fewer`;
  else if (unfit.length > 0)
    fields.criteria = `${unfit.map(({ id }) => id).join(', ')} cannot be shown by this kind of evidence`;
  if (item.plannedOn < today) fields.plannedOn = 'Choose today or a day to come';
  else if (item.plannedOn > addDays(today, PLAN_LIMITS.daysAhead)) fields.plannedOn = 'Choose a day within a year';
  return fields;
}
