import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import { caseloadHistory, type HistoryStep, pastLoad } from '#src/domain/caseload/history/history.ts';
import type { HistoryInput } from '#src/domain/caseload/history/historyFacts.ts';
import type { SettingVersion } from '#src/domain/office/settings.ts';
import { CASE_KINDS, TIERS } from '#src/domain/caseload/words.ts';
import { amara, breakInLearning, partTime30 } from '../programme/routes.ts';
import { figures } from './figures.ts';
import { allocated, DEFAULTS, history, START } from './histories.ts';

const DAYS = 174;
const day = fc.integer({ min: 0, max: DAYS }).map((count) => addDays(START, count));

const anyAllocation = fc
  .record({
    id: fc.uuid(),
    startsOn: day,
    length: fc.option(fc.integer({ min: 0, max: 120 })),
    tier: fc.constantFrom(...TIERS),
    kind: fc.constantFrom(...CASE_KINDS),
    sharePercent: fc.integer({ min: 0, max: 100 }),
    complexity: fc.subarray(['language', 'chaotic', 'high-contact']),
  })
  .map(({ id, startsOn, length, sharePercent, ...state }) => {
    const plain = allocated(id, startsOn);
    const ended = length === null ? {} : ({ endsOn: addDays(startsOn, length), endReason: 'closed' } as const);
    return { ...plain, sharePercent, ...ended, first: { ...plain.first, ...state } };
  });

const anyReduction = fc
  .record({ startsOn: day, hoursPerWeek: fc.integer({ min: 0, max: 70 }), length: fc.integer({ min: 0, max: 90 }) })
  .map(({ startsOn, hoursPerWeek, length }) => ({
    reason: 'Court duty',
    startsOn,
    endsOn: addDays(startsOn, length),
    hoursPerWeek: hoursPerWeek / 10,
  }));

const anyPause = fc
  .record({ startsOn: day, length: fc.option(fc.integer({ min: 1, max: 60 })) })
  .map(({ startsOn, length }) => breakInLearning(startsOn, length === null ? null : addDays(startsOn, length)));

const anyHistory = fc
  .record({
    allocations: fc.array(anyAllocation, { maxLength: 8 }),
    reductions: fc.array(anyReduction, { maxLength: 3 }),
    pauses: fc.array(anyPause, { maxLength: 2 }),
  })
  .map(({ pauses, ...facts }) => history(facts, { enrolment: amara(START, pauses) }));

const anyVersion = fc
  .record({
    effectiveFrom: day,
    targetPoints: fc.integer({ min: 1, max: 4000 }),
    extra: fc.integer({ min: 0, max: 99 }),
  })
  .chain(({ effectiveFrom, targetPoints, extra }) => {
    const set = { at: new Date('2026-05-30T10:00:00Z'), by: 'Harvey Lunn', reason: 'Ours' };
    const common = { version: 'ours', effectiveFrom, set, note: 'Ours' };
    const factors = [{ id: 'language', name: 'Language', meaning: 'Interpreter.', points: extra }];
    const sharePercent = { shadow: 0, co_work: 50, lead_supervised: 100, sole: 100 };
    return fc.constantFrom<SettingVersion>(
      {
        ...common,
        kind: 'workload_figures',
        value: { ...figures, targetPoints, limitPercent: 90, secondLinePercent: 95 },
      },
      { ...common, kind: 'complexity', value: { factors, sharePercent } },
    );
  });

const before = (steps: readonly HistoryStep[], end: string) => steps.filter((step) => step.day < end);

test('a new version of a setting changes nothing before its first day', () => {
  fc.assert(
    fc.property(anyHistory, anyVersion, (input, version) => {
      const then = caseloadHistory({ ...input, office: { versions: [...DEFAULTS.versions, version] } });
      expect(before(then, version.effectiveFrom)).toEqual(before(caseloadHistory(input), version.effectiveFrom));
    }),
  );
});

test('on every day, changed or not, the step that stands is that day’s load', () => {
  fc.assert(
    fc.property(anyHistory, day, (input, asked) => {
      const step = caseloadHistory(input).findLast((each) => each.day <= asked);
      const { available, used, limit, percent } = pastLoad(input, asked);
      expect(step).toMatchObject({ available, used, limit, percent });
    }),
  );
});

test('tomorrow’s history begins with today’s: the past stays as it was told', () => {
  fc.assert(
    fc.property(anyHistory, day, (input, today) => {
      const then = caseloadHistory({ ...input, today });
      const now = caseloadHistory(input);
      const isTold = ({ events }: HistoryStep, index: number) => index === 0 || events.length > 0;
      expect(before(now, today).filter(isTold)).toEqual(before(then, today).filter(isTold));
    }),
  );
});

/** Thirty months, sixty cases, each changed once, twelve reductions. */
function longHistory(): HistoryInput {
  const enrolment = { ...amara('2024-05-06'), routeId: partTime30.id, hoursPerWeek: 22.2 };
  const startOf = (index: number) => addDays('2024-06-03', index * 14);
  const allocations = Array.from({ length: 60 }, (_, index) =>
    allocated(String(index), startOf(index), { endsOn: addDays(startOf(index), 200), endReason: 'closed' }),
  );
  const changes = allocations.map(({ caseId, first, startsOn }) => ({
    ...first,
    caseId,
    tier: 'C1' as const,
    effectiveOn: addDays(startsOn, 60),
    number: 1,
  }));
  const reductions = Array.from({ length: 12 }, (_, index) => ({
    reason: 'Court duty',
    hoursPerWeek: 1.5,
    startsOn: addDays('2024-06-05', index * 60),
    endsOn: addDays('2024-06-05', index * 60 + 20),
  }));
  return history({ allocations, changes, reductions }, { enrolment, route: partTime30, today: '2026-11-05' });
}

test('thirty months with sixty cases take a few milliseconds', () => {
  const input = longHistory();
  expect(caseloadHistory(input).length).toBeGreaterThan(120);
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now();
    caseloadHistory(input);
    return performance.now() - from;
  });
  const fastest = Math.min(...times);
  expect(fastest).toBeLessThan(25);
});
