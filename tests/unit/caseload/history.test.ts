import { describe, expect, test } from 'vitest';
import { caseloadHistory, type HistoryStep, pastLoad } from '#src/domain/caseload/history/history.ts';
import type { HistoryInput } from '#src/domain/caseload/history/historyFacts.ts';
import type { SettingVersion } from '#src/domain/office/settings.ts';
import { amara, breakInLearning, partTime30 } from '../programme/routes.ts';
import { figures } from './figures.ts';
import { allocated, DEFAULTS, history } from './histories.ts';

const told = (input: HistoryInput) =>
  caseloadHistory(input).map(
    ({ day, used, available, events }) =>
      `${day} ${String(used)}/${String(available)}: ${events.map(({ words }) => words).join('; ')}`,
  );
const on = (steps: readonly HistoryStep[], day: string) => steps.findLast((step) => step.day <= day);
const BEGINS = '2026-06-01 0/435: The programme begins: First six months';
const GIVEN = '2026-06-29 0/435: Cases may be given from now on';
const TODAY_EMPTY = '2026-11-22 0/435: ';
const first = allocated('1', '2026-07-06').first;
const change = (effectiveOn: string, number: number, to: Partial<typeof first>) => ({
  ...first,
  caseId: 'case-1',
  effectiveOn,
  number,
  ...to,
});

describe('what a caseload was, on each day on which something changed', () => {
  test('it begins on the first day of the programme and ends today', () => {
    expect(told(history())).toEqual([BEGINS, GIVEN, TODAY_EMPTY]);
  });

  test('whoever has not begun has one step, today, without a limit of her own', () => {
    const steps = caseloadHistory(history({}, { today: '2026-05-20' }));
    expect(steps).toMatchObject([{ day: '2026-05-20', state: 'before', limitPoints: null, isUnderUsed: false }]);
  });

  test('a case counts from its first day until the day on which it ends, which is without it', () => {
    const one = allocated('1', '2026-07-06', { endsOn: '2026-07-13', endReason: 'closed' });
    expect(told(history({ allocations: [one] }))).toEqual([
      BEGINS,
      GIVEN,
      '2026-07-06 63/435: AMBER-1 taken: C2, community',
      '2026-07-13 0/435: AMBER-1 closed',
      TODAY_EMPTY,
    ]);
  });

  test('a stage that begins on a Sunday brings its points on that Sunday', () => {
    const steps = caseloadHistory(history({}, { enrolment: amara('2026-02-02'), today: '2026-08-09' }));
    expect(on(steps, '2026-08-01')).toMatchObject({ available: 435, stage: 'First six months' });
    expect(steps.find(({ day }) => day === '2026-08-02')).toMatchObject({
      available: 870,
      events: [{ kind: 'stage', words: 'Stage: Months 7 to 12' }],
    });
  });

  test('a case that moves twice in a day counts for nobody in between, and both moves are told', () => {
    const day = '2026-07-06';
    const there = allocated('1', day, { endsOn: day, endReason: 'moved' });
    const back = allocated('2', day, { caseId: 'case-1', allocatedAt: there.allocatedAt + 60 });
    expect(told(history({ allocations: [there] }))).toContain(
      '2026-07-06 0/435: AMBER-1 taken: C2, community; AMBER-1 moved to somebody else on the same day',
    );
    const steps = caseloadHistory(history({ allocations: [there, back] }));
    expect(on(steps, day)).toMatchObject({ used: 63, caseCount: 1 });
    expect(pastLoad(history({ allocations: [there, back] }), day).input.cases).toMatchObject([{ allocationId: '2' }]);
  });

  test('a case that is carried in another way is one change, with its share from that day on', () => {
    const shadowed = { carrying: 'shadow', sharePercent: 0, endsOn: '2026-08-03', endReason: 'changed' } as const;
    const before = allocated('1', '2026-07-06', shadowed);
    const then = {
      caseId: 'case-1',
      first: before.first,
      carrying: 'co_work',
      sharePercent: 50,
      movedFrom: '1',
    } as const;
    expect(told(history({ allocations: [before, allocated('2', '2026-08-03', then)] }))).toEqual([
      BEGINS,
      GIVEN,
      '2026-07-06 0/435: AMBER-1 taken: C2, community, shadowing, 0% counts',
      '2026-08-03 31.5/435: AMBER-1: co-working, 50% counts',
      '2026-11-22 31.5/435: ',
    ]);
  });

  test('a tier counts from the day on which it changed, and the later of two changes of one day stands', () => {
    const changes = [change('2026-08-03', 2, { tier: 'B2' }), change('2026-08-03', 1, { tier: 'D2' })];
    const steps = caseloadHistory(history({ allocations: [allocated('1', '2026-07-06')], changes }));
    expect(on(steps, '2026-08-02')).toMatchObject({ used: 63 });
    expect(on(steps, '2026-08-03')).toMatchObject({ used: 115 });
    expect(on(steps, '2026-08-03')?.events.map(({ words }) => words)).toEqual([
      'AMBER-1: tier D2, was C2',
      'AMBER-1: tier B2, was D2',
    ]);
  });

  test('what became of a case after it had left is not told', () => {
    const gone = allocated('1', '2026-07-06', { endsOn: '2026-08-03', endReason: 'moved' });
    const changes = [change('2026-09-07', 1, { reference: 'OTHER-9', tier: 'A3' })];
    expect(told(history({ allocations: [gone], changes })).join()).not.toContain('OTHER-9');
  });
});

describe('hours and reductions', () => {
  const off = (hoursPerWeek: number, startsOn: string, endsOn: string | null) => ({
    reason: 'Court duty',
    hoursPerWeek,
    startsOn,
    endsOn,
  });

  test('two reductions that overlap add up while both run', () => {
    const reductions = [off(1.8, '2026-07-01', '2026-08-01'), off(1.8, '2026-07-15', null)];
    const steps = caseloadHistory(history({ reductions }));
    const at = (day: string) => on(steps, day)?.available;
    expect([at('2026-06-30'), at('2026-07-01'), at('2026-07-15'), at('2026-07-31'), at('2026-08-01')]).toEqual([
      435, 329, 223, 223, 329,
    ]);
  });

  test('one that was taken back on its first day is not told', () => {
    expect(told(history({ reductions: [off(3, '2026-07-01', '2026-07-01')] }))).toEqual([BEGINS, GIVEN, TODAY_EMPTY]);
  });

  test('a part of a week counts from the very day, Wednesday or not', () => {
    const steps = caseloadHistory(history({ reductions: [off(1.8, '2026-07-01', '2026-07-04')] }));
    expect(new Date('2026-07-01').getUTCDay()).toBe(3);
    expect(steps.map(({ day, available }) => [day, available])).toEqual([
      ['2026-06-01', 435],
      ['2026-06-29', 435],
      ['2026-07-01', 329],
      ['2026-07-04', 435],
      ['2026-11-22', 435],
    ]);
  });

  test('part time has the same percentages of fewer hours, and months without a published figure have no limit', () => {
    const enrolment = { ...amara('2025-01-06'), routeId: partTime30.id, hoursPerWeek: 22.2 };
    const steps = caseloadHistory(history({}, { enrolment, route: partTime30 }));
    expect(steps.map(({ day, limitPoints }) => [day, limitPoints])).toEqual([
      ['2025-01-06', 261],
      ['2025-02-03', 261],
      ['2025-07-06', 522],
      ['2026-01-06', 783],
      ['2026-07-06', null],
      ['2026-11-22', null],
    ]);
  });

  test('a pause moves the next stage and changes no number by itself', () => {
    const pauses = [breakInLearning('2026-08-03', '2026-08-31')];
    const input = history({ allocations: [allocated('1', '2026-07-06')] }, { enrolment: amara('2026-04-06', pauses) });
    const steps = caseloadHistory(input);
    expect(on(steps, '2026-08-03')).toMatchObject({ state: 'paused', used: 63, available: 435 });
    expect(on(steps, '2026-08-31')).toMatchObject({ state: 'running', events: [{ words: 'The programme goes on' }] });
    const stage = steps.find(({ stage: name }) => name === 'Months 7 to 12');
    expect(stage?.day).toBe('2026-11-03');
  });

  test('the night on which the clocks change changes nothing', () => {
    const around = (day: string, endsOn: string) =>
      caseloadHistory(history({ allocations: [allocated('1', day, { endsOn, endReason: 'closed' })] })).map(
        ({ day: from, used }) => [from, used],
      );
    expect(around('2026-10-25', '2026-10-26').slice(2, 4)).toEqual([
      ['2026-10-25', 63],
      ['2026-10-26', 0],
    ]);
  });
});

describe('settings in versions', () => {
  const heavier: SettingVersion = {
    kind: 'workload_figures',
    version: 'office-1',
    effectiveFrom: '2026-09-01',
    value: {
      ...figures,
      targetPoints: 1088,
      tierPoints: { ...figures.tierPoints, C2: { community: 100, licence: 100, custody: 100 } },
    },
    set: { at: new Date('2026-08-20T10:00:00Z'), by: 'Harvey Lunn', reason: 'New weights' },
    note: 'New weights',
  };

  test('every day has the figures of that day', () => {
    const office = { versions: [...DEFAULTS.versions, heavier] };
    const input = history({ allocations: [allocated('1', '2026-07-06')] }, { office });
    expect(told(input).slice(2)).toEqual([
      '2026-07-06 63/435: AMBER-1 taken: C2, community',
      '2026-09-01 100/217: New workload figures count',
      '2026-11-22 100/217: ',
    ]);
    expect(pastLoad(input, '2026-08-31').sentence).toBe('435 points available, 63 used, 14.5%');
  });

  test('extra weights stand apart: they change their own number and never the limit', () => {
    const language = allocated('1', '2026-07-06', { first: { ...first, complexity: ['language'] } });
    expect(caseloadHistory(history({ allocations: [language] })).at(-1)).toMatchObject({
      used: 63,
      withExtra: 75,
      limit: 'within',
    });
  });
});

test('work that is not a case counts while it runs', () => {
  const work = [
    { id: 'w', kind: 'court_report', type: 'fast', level: null, startsOn: '2026-07-06', endsOn: '2026-07-11' },
  ] as const;
  expect(told(history({ work }))).toEqual([
    BEGINS,
    GIVEN,
    '2026-07-06 65/435: Court report',
    '2026-07-11 0/435: Court report: over',
    TODAY_EMPTY,
  ]);
});

test('a rule that was set aside is told with the case, its words and who agreed', () => {
  const overrides = [{ allocationId: '1', attribute: 'high-risk-of-harm', approver: 'Marion Ashby', reason: 'Known.' }];
  expect(told(history({ allocations: [allocated('1', '2026-07-06')], overrides }))[2]).toBe(
    '2026-07-06 63/435: AMBER-1 taken: C2, community; Rule set aside for AMBER-1: High or very high risk of serious harm, agreed by Marion Ashby',
  );
});
