import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import { loadOf } from '#src/domain/caseload/load.ts';
import { TIERS } from '#src/domain/caseload/words.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import { type SettingVersion, settingOn, versionsOf } from '#src/domain/office/settings.ts';
import { newestVersion, settingTimeline, settingView } from '#src/domain/office/timeline.ts';
import { OFFICE_SETTINGS, settingOfSlug, settingSlug } from '#src/domain/office/words.ts';
import { load, stage } from '../caseload/figures.ts';
import { figuresVersion, officeOf, rulesVersion } from './versions.ts';

const DEFAULT = figuresVersion('2026-02', { from: '2026-02-01' });
const LATER_DEFAULT = figuresVersion('2027-04', { from: '2027-04-01' });
const SET = figuresVersion('set', { from: '2026-12-01', at: 100 });
const AGAIN = figuresVersion('again', { from: '2026-12-01', at: 200 });
const NEXT = figuresVersion('next', { from: '2027-02-01', at: 150 });

const inForce = (day: string, ...versions: SettingVersion[]) =>
  settingOn(officeOf(...versions), 'workload_figures', day).version;

describe('which version counts on a day', () => {
  test.each([
    ['the default, as long as nothing was set', '2026-11-30', [DEFAULT, SET], '2026-02'],
    ['what was set, from its first day', '2026-12-01', [DEFAULT, SET], 'set'],
    ['of two for one day the one that was set later', '2026-12-01', [AGAIN, DEFAULT, SET], 'again'],
    ['until the next one begins', '2027-01-31', [NEXT, SET, DEFAULT], 'set'],
    ['from its first day the next one', '2027-02-01', [NEXT, SET, DEFAULT], 'next'],
    [
      'a default that comes later does not take the place of what was set',
      '2027-05-01',
      [DEFAULT, SET, LATER_DEFAULT],
      'set',
    ],
    ['but does where nothing was set by then', '2027-05-01', [DEFAULT, LATER_DEFAULT], '2027-04'],
    ['before the first, the first', '2020-01-01', [LATER_DEFAULT, DEFAULT], '2026-02'],
  ])('%s', (_story, day, versions, version) => {
    expect(inForce(day, ...versions)).toBe(version);
  });

  test('versions of another kind are not asked', () => {
    const office = officeOf(DEFAULT, rulesVersion('rules', { from: '2026-03-01', at: 900 }));
    expect(settingOn(office, 'workload_figures', '2026-12-01').version).toBe('2026-02');
    expect(versionsOf(office, 'case_rules').map(({ version }) => version)).toEqual(['rules']);
    expect(() => settingOn(office, 'supervision', '2026-12-01')).toThrow('no version of the setting supervision');
  });
});

describe('a new version leaves the past as it was', () => {
  const anyCase = fc.record({
    tier: fc.constantFrom(...TIERS),
    kind: fc.constantFrom('community', 'licence', 'custody'),
    transitionToAdulthood: fc.boolean(),
    sharePercent: fc.integer({ min: 0, max: 100 }),
  } as const);
  const anyDay = fc.integer({ min: -200, max: 400 }).map((days) => addDays('2026-11-22', days));
  const anyChange = fc.record({
    targetPoints: fc.integer({ min: 1, max: 4000 }),
    limitPercent: fc.integer({ min: 50, max: 150 }),
    underUsePercent: fc.integer({ min: 0, max: 100 }),
  });

  test('no figure of a day before its first day changes, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 8 }), anyDay, anyDay, anyChange, (cases, from, day, change) => {
        fc.pre(day < from);
        const before = officeOf(DEFAULT, SET, LATER_DEFAULT);
        const after = officeOf(...before.versions, figuresVersion('new', { from, at: 900 }, change));
        const figuresOn = (office: typeof before) => settingOn(office, 'workload_figures', day).value;
        const input = { ...load({ cases }).input, place: { state: 'running', stage: stage(60) } as const, today: day };
        const loadWith = (office: typeof before) => loadOf({ ...input, figures: figuresOn(office) });
        expect(loadWith(after)).toEqual(loadWith(before));
      }),
    );
  });

  test('from its first day on it counts, until a later one', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, day) => {
        fc.pre(from <= day);
        expect(inForce(day, DEFAULT, figuresVersion('new', { from, at: 900 }))).toBe(
          from > '2026-01-31' || day >= from ? 'new' : '2026-02',
        );
      }),
    );
  });
});

describe('the versions of a setting on a day', () => {
  const office = officeOf(DEFAULT, SET, AGAIN, NEXT, LATER_DEFAULT);
  const named = (day: string) => {
    const { inForce: now, coming, past } = settingTimeline(office, 'workload_figures', day);
    return {
      now: now.version,
      coming: coming.map(({ version }) => version),
      past: past.map(({ version }) => version.version),
    };
  };

  test.each([
    ['before anything was set', '2026-11-22', { now: '2026-02', coming: ['again', 'next'], past: [] }],
    ['on the first day of what was set', '2026-12-01', { now: 'again', coming: ['next'], past: ['2026-02'] }],
    ['at the end', '2028-01-01', { now: 'next', coming: [], past: ['again', '2026-02'] }],
  ])('%s: one that never counted is left out', (_story, day, expected) => {
    expect(named(day)).toEqual(expected);
  });

  test('what was before is named with its first and last days', () => {
    const { past } = settingTimeline(office, 'workload_figures', '2028-01-01');
    expect(past.map(({ from, until }) => `${from} to ${until}`)).toEqual([
      '2026-12-01 to 2027-01-31',
      '2026-02-01 to 2026-11-30',
    ]);
  });

  test('the newest is the one that was entered last, whenever it counts', () => {
    expect(newestVersion(office, 'workload_figures').version).toBe('again');
    expect(newestVersion(officeOf(DEFAULT), 'workload_figures').version).toBe('2026-02');
    expect(() => newestVersion(officeOf(), 'workload_figures')).toThrow('no version');
  });

  test.each([
    [null, 'again', 'in_force', '2026-02'],
    ['next', 'next', 'to_come', 'again'],
    ['2026-02', '2026-02', 'before', null],
  ])('asked for %j a page shows %s', (version, shown, state, before) => {
    const view = settingView(office, { kind: 'workload_figures', day: '2026-12-24', version });
    expect([view?.shown.version, view?.state, view?.before?.version ?? null]).toEqual([shown, state, before]);
  });

  test('there is nothing to show for a version of another name', () => {
    expect(settingView(office, { kind: 'workload_figures', day: '2026-12-24', version: 'other' })).toBeNull();
  });

  test('a default that came later is pointed to, and not before its day', () => {
    const newer = (day: string) =>
      settingView(office, { kind: 'workload_figures', day, version: null })?.newerDefault?.version ?? null;
    expect([newer('2027-03-31'), newer('2027-04-01')]).toEqual([null, '2027-04']);
  });
});

test.each([
  ['today', '2026-11-22', null],
  ['a later day', '2027-04-01', null],
  ['two years ahead', '2028-11-22', null],
  ['yesterday', '2026-11-21', /Choose today, Sunday 22 November, or a later day/],
  ['last year', '2025-11-22', /What is over stays as it was/],
  ['a slip of the year', '2206-11-22', /Choose a day up to Wednesday 22 November 2028/],
  ['no day', '', /Give the day/],
  ['a day that does not exist', '2027-02-30', /Give the day/],
])('a version may count from: %s', (_story, day, problem) => {
  const said = effectiveDayProblem(day, '2026-11-22');
  if (problem === null) expect(said).toBeNull();
  else expect(said).toMatch(problem);
});

test('every setting has an address of its own, and no other address names one', () => {
  expect(OFFICE_SETTINGS.map((kind) => settingOfSlug(settingSlug(kind)))).toEqual([...OFFICE_SETTINGS]);
  expect([settingOfSlug('case_rules'), settingOfSlug('constructor'), settingOfSlug(undefined)]).toEqual([
    null,
    null,
    null,
  ]);
});
