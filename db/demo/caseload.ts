import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn, weeksBefore } from './timing.ts';
import { addDays } from '#src/domain/calendar.ts';

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
const MAXIMUM_ALLOCATION_WEEKS = 10;

/** Her cases, one a few days after the other, allocated by her manager; `over` marks those that went over the limit. */
export function tellCases(
  rows: DemoRows,
  story: Story,
  { time, points }: { time: DemoTime; points: DemoPoints },
): void {
  const tiers = story.cases.flatMap(([tier, kind, count]) => Array.from({ length: count }, () => ({ tier, kind })));
  let used = 0;
  tiers.forEach(({ tier, kind }, index) => {
    const id = `${story.id}-case-${index + 1}`;
    const before = used;
    used += points.of({ tier, kind });
    const startsOn = allocatedOn(time, story, index);
    rows.cases.push({
      id,
      reference: `${WORDS[index % WORDS.length]}-${index + 1}`,
      tier,
      kind,
      createdAt: noonOf(startsOn),
    });
    rows.caseAllocations.push({
      id: `${id}-1`,
      caseId: id,
      traineeId: story.id,
      managerId: story.managerId,
      startsOn,
      allocatedAt: noonOf(startsOn),
      availablePoints: points.available,
      usedPointsBefore: before,
      usedPointsAfter: used,
      ...(used > points.available ? overLimit(time, index) : {}),
    });
  });
}

export interface DemoPoints {
  readonly available: number;
  of(case_: { tier: Story['cases'][number][0]; kind: Story['cases'][number][1] }): number;
}

function allocatedOn(time: DemoTime, story: Story, index: number): string {
  const first = weeksBefore(time, Math.min(MAXIMUM_ALLOCATION_WEEKS, story.pause ? 7 : story.week - 1));
  const start = startedOn(time, story);
  const day = addDays(first > start ? first : start, Math.floor(index / 2) * 7 + (index % 2) * 3);
  return day > time.today ? time.today : day;
}

const REASONS = [
  'Two officers left this month and the case needs somebody by Friday. Reviewed weekly with the tutor.',
  'The officer who held it is on leave until the end of the month. Reviewed weekly with the tutor.',
  'The third change of officer this year would be one too many for this person. Reviewed weekly with the tutor.',
];

function overLimit(time: DemoTime, index: number) {
  return { overLimitReason: oneOf(REASONS, index), overLimitUntil: addDays(time.monday, 13) };
}
