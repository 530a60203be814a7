import { formatDay } from '../calendar.ts';
import type { CaseFile, CaseFileFact, FiledAllocation } from './caseFile.ts';
import { ACTIVITY_NAMES, CARRYING_NAMES, CASE_KIND_NAMES } from './words.ts';

/** One entry of a case's history, in words. */
export interface CaseEvent {
  readonly id: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly by: string;
  readonly lines: readonly string[];
}

type Filed<Kind extends CaseFileFact['fact']> = Extract<CaseFileFact, { fact: Kind }>;
type Stored = Filed<'first'> | Filed<'change'>;

/** What people read for an attribute or a factor; its id where the office names it no longer. */
export type Named = (id: string) => string;

const carryingWords = ({ carrying, sharePercent }: FiledAllocation) =>
  `${CARRYING_NAMES[carrying].toLowerCase()}, ${String(sharePercent)}% of it`;
const listWords = (ids: readonly string[], named: Named) => ids.map(named).join(', ') || 'none';

/** What differs between two states of a case, one sentence each. */
function changeWords(before: Stored, after: Stored, named: Named): string[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['Reference', before.reference, after.reference],
    ['Tier', before.tier, after.tier],
    ['Letter tier', before.letterTier ?? 'none', after.letterTier ?? 'none'],
    ['Where', CASE_KIND_NAMES[before.kind], CASE_KIND_NAMES[after.kind]],
    ['Young adult in transition', yesNo(before), yesNo(after)],
    ['Activity', ACTIVITY_NAMES[before.activity], ACTIVITY_NAMES[after.activity]],
    ['What rules ask about', listWords(before.attributes, named), listWords(after.attributes, named)],
    ['Complexity', listWords(before.complexity, named), listWords(after.complexity, named)],
  ];
  return pairs.filter(([, from, to]) => from !== to).map(([name, from, to]) => `${name}: ${from}, now ${to}.`);
}

const yesNo = ({ transitionToAdulthood }: Stored) => (transitionToAdulthood === 1 ? 'yes' : 'no');

function allocationTitle(fact: FiledAllocation, earlier: FiledAllocation | undefined): string {
  const how = carryingWords(fact);
  if (earlier && earlier.traineeId !== fact.traineeId)
    return `Moved from ${earlier.traineeName} to ${fact.traineeName}: ${how}`;
  if (earlier) return `${fact.traineeName} carries it another way: ${how}`;
  return `Allocated to ${fact.traineeName}: ${how}`;
}

function allocationLines(fact: FiledAllocation): string[] {
  const { usedPointsBefore, usedPointsAfter, availablePoints, overReason, overUntil } = fact;
  const points = `From ${String(usedPointsBefore)} to ${String(usedPointsAfter)} points; ${String(availablePoints)} were available.`;
  if (overReason === null || overUntil === null) return [points];
  return [points, `Over the limit, agreed until ${formatDay(overUntil, { year: true })}: ${overReason}`];
}

function allocationEvents(fact: Filed<'allocation'>, file: CaseFile, showsPoints: (of: FiledAllocation) => boolean) {
  const earlier = file.facts.find((other) => other.fact === 'allocation' && other.id === fact.movedFrom);
  const began: CaseEvent = {
    id: fact.id,
    at: fact.at,
    title: allocationTitle(fact, earlier?.fact === 'allocation' ? earlier : undefined),
    by: fact.managerName,
    lines: showsPoints(fact) ? allocationLines(fact) : [],
  };
  if (fact.endReason !== 'closed' || fact.endedAt === null) return [began];
  const closed = { id: `${fact.id}-closed`, at: fact.endedAt, title: `Closed for ${fact.traineeName}`, lines: [] };
  return [began, { ...closed, by: fact.endedBy ?? fact.managerName }];
}

/**
 * What happened to a case, newest first. Of the points of a trainee's caseload only what `showsPoints` says the viewer may see.
 */
export function caseHistory(
  file: CaseFile,
  { named, showsPoints }: { named: Named; showsPoints: (of: FiledAllocation) => boolean },
): CaseEvent[] {
  let before: Stored | undefined;
  const events = file.facts.flatMap((fact, index): CaseEvent[] => {
    if (fact.fact === 'allocation') return allocationEvents(fact, file, showsPoints);
    if (fact.fact === 'override') {
      const title = `A rule was set aside: ${named(fact.attribute)}`;
      const lines = [`Approved by ${fact.approver}.`, fact.reason];
      return [{ id: `override-${String(index)}`, at: fact.at, title, by: fact.by, lines }];
    }
    const lines = before && fact.fact === 'change' ? changeWords(before, fact, named) : [];
    before = fact;
    if (fact.fact === 'first') return [];
    return [{ id: `change-${String(fact.number)}`, at: fact.at, title: 'Changed', by: fact.by, lines }];
  });
  return events
    .map((event, index) => ({ event, index }))
    .sort(newestFirst)
    .map(({ event }) => event);
}

interface Placed {
  readonly event: CaseEvent;
  readonly index: number;
}

const newestFirst = (one: Placed, other: Placed) => other.event.at - one.event.at || other.index - one.index;
