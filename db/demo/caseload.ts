import { tellBesideCases } from './caseloadBeside.ts';
import { furtherCase } from './caseloadFurther.ts';
import { CASELOAD_STORIES, type CaseDetail, type CaseloadStory, LETTERS } from './caseloadStories.ts';
import { allocationRow, type DemoPoints, type Draft, type Telling } from './caseloadTelling.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn, weeksBefore } from './timing.ts';
import { addDays } from '#src/domain/calendar.ts';
import type { CaseKind, Tier } from '#src/domain/caseload/words.ts';

const WORDS = [
  'AMBER',
  'BASIL',
  'COMET',
  'DELTA',
  'EMBER',
  'FLINT',
  'GROVE',
  'HAVEN',
  'INDIGO',
  'JUNIPER',
  'KELP',
  'LOTUS',
  'MAPLE',
  'NIMBUS',
  'OPAL',
  'PEBBLE',
  'QUARTZ',
  'RIVER',
  'SORREL',
  'TIMBER',
];
/** So long ago the first of them came; longer where there are more than two a week. */
const ALLOCATION_WEEKS = 10;
/** Nobody carries a case in her first four weeks. */
const INDUCTION_DAYS = 28;

/** Everything about her caseload: the cases she carries today, and, of those with a story, what was before and beside them. */
export function tellCases(
  rows: DemoRows,
  story: Story,
  { time, points }: { time: DemoTime; points: DemoPoints },
): void {
  const telling = { rows, story, time, points };
  const more = CASELOAD_STORIES[story.id] ?? {};
  const drafts = [
    ...openCases(telling, more),
    ...(more.further ?? []).map((each, index) => furtherCase(telling, each, index)),
  ];
  tellAllocations(telling, drafts);
  tellBesideCases(telling, more);
}

/** Her cases of today, one a few days after the other, allocated by her manager. */
function openCases(telling: Telling, { details = {} }: CaseloadStory): Draft[] {
  const { story } = telling;
  const tiers = story.cases.flatMap(([tier, kind, count]) => Array.from({ length: count }, () => ({ tier, kind })));
  return tiers.map(({ tier, kind }, index) => {
    const detail = details[index + 1] ?? {};
    const startsOn = allocatedOn(telling.time, story, index);
    tellOpenCase(telling, { tier, kind, index, startsOn, detail });
    const id = `${story.id}-case-${String(index + 1)}`;
    const first = detail.wasTier ?? tier;
    return {
      row: allocationRow(telling, { id: `${id}-1`, caseId: id, startsOn }),
      points: telling.points.of({ tier: first, kind }),
    };
  });
}

interface OpenCase {
  readonly tier: Tier;
  readonly kind: CaseKind;
  readonly index: number;
  readonly startsOn: string;
  readonly detail: CaseDetail;
}

function tellOpenCase({ rows, story, time }: Telling, { tier, kind, index, startsOn, detail }: OpenCase): void {
  const id = `${story.id}-case-${String(index + 1)}`;
  const reference = `${oneOf(WORDS, index)}-${String(index + 1)}`;
  const { wasTier, complexity = [], attributes = [] } = detail;
  const first = wasTier ?? tier;
  const state = { reference, kind, transitionToAdulthood: false, activity: 'active' as const, complexity, attributes };
  rows.cases.push({ ...state, id, tier: first, letterTier: LETTERS[first] ?? null, createdAt: noonOf(startsOn) });
  if (wasTier && detail.untilWeeksAgo !== undefined) {
    const effectiveOn = weeksBefore(time, detail.untilWeeksAgo);
    const change = { ...state, tier, letterTier: LETTERS[tier] ?? null, changedBy: story.managerId, number: 1 };
    rows.caseChanges.push({ ...change, id: `${id}-change-1`, caseId: id, effectiveOn, changedAt: noonOf(effectiveOn) });
  }
  if (!detail.override) return;
  rows.caseOverrides.push({
    id: `${id}-override`,
    allocationId: `${id}-1`,
    ...detail.override,
    rulesVersion: 'default-2026-11',
    approverName: 'Marion Ashby, head of the delivery unit',
    enteredBy: story.managerId,
    enteredAt: noonOf(startsOn),
  });
}

function allocatedOn(time: DemoTime, story: Story, index: number): string {
  const count = story.cases.reduce((sum, [, , each]) => sum + each, 0);
  const weeks = Math.max(ALLOCATION_WEEKS, Math.ceil(count / 2) + 1);
  const first = weeksBefore(time, Math.min(weeks, story.pause ? 7 : story.week - 1));
  const afterInduction = addDays(startedOn(time, story), INDUCTION_DAYS);
  const day = addDays(first > afterInduction ? first : afterInduction, Math.floor(index / 2) * 7 + (index % 2) * 3);
  return day > time.today ? time.today : day;
}

/** Writes allocations in the order of their days, each with what the manager saw then; what went over was agreed. */
function tellAllocations(telling: Telling, drafts: readonly Draft[]): void {
  const inOrder = drafts.toSorted((one, other) =>
    one.row.startsOn < other.row.startsOn ? -1 : one.row.startsOn > other.row.startsOn ? 1 : 0,
  );
  inOrder.forEach(({ row, points }, index) => {
    const { startsOn } = row;
    const running = inOrder.slice(0, index).filter((other) => !other.row.endsOn || other.row.endsOn > startsOn);
    const usedPointsBefore = running.reduce((sum, other) => sum + other.points, 0);
    const usedPointsAfter = usedPointsBefore + points;
    const availablePoints = telling.points.availableOn(startsOn);
    telling.rows.caseAllocations.push({ ...row, availablePoints, usedPointsBefore, usedPointsAfter });
    if (usedPointsAfter > availablePoints && points > 0) tellOverLimit(telling, row, index);
  });
}

const REASONS = [
  'Two officers left this month and the case needs somebody by Friday. Reviewed weekly with the tutor.',
  'The officer who held it is on leave until the end of the month. Reviewed weekly with the tutor.',
  'The third change of officer this year would be one too many for this person. Reviewed weekly with the tutor.',
];

/** What is over today is agreed until the end of next week; what ended was agreed until it did. */
function tellOverLimit({ rows, story, time }: Telling, { id, startsOn, endsOn }: Draft['row'], index: number): void {
  rows.overLimitAgreements.push({
    id: `${id}-over`,
    traineeId: story.id,
    managerId: story.managerId,
    allocationId: id,
    reason: oneOf(REASONS, index),
    startsOn,
    until: endsOn ? addDays(endsOn, -1) : addDays(time.monday, 13),
    agreedAt: noonOf(startsOn),
  });
}
