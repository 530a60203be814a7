import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AddedCase, allocationEffect } from '#src/domain/caseload/allocationEffect.ts';
import { expectationsText, hasSameOutcome, readExpectation, whatMoved } from '#src/domain/caseload/expectation.ts';
import { loadOf } from '#src/domain/caseload/load.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';
import { cases, figures, load, stage } from './figures.ts';
import { defaultComplexity, defaultRules } from './office.ts';

const onCases = { rules: defaultRules, complexity: defaultComplexity };
const aCase = (change: Partial<AddedCase> = {}): AddedCase => ({
  tier: 'C2',
  kind: 'community',
  transitionToAdulthood: false,
  letterTier: null,
  activity: 'active',
  attributes: [],
  complexity: [],
  carrying: 'sole',
  sharePercent: 100,
  ...change,
});
const taker = (change: Parameters<typeof load>[0] = {}, week = 20) => ({ load: load(change), week, doneModules: [] });

describe('before and after', () => {
  test('a case of 63 points on an empty caseload of 435', () => {
    const { before, after } = allocationEffect(taker(), aCase(), onCases);
    expect([before.used, after.used, after.available, after.percent, after.limit]).toEqual([
      0,
      63,
      435,
      14.5,
      'within',
    ]);
  });

  test('a share counts by its percent, and shadowing adds nothing', () => {
    const shared = aCase({ carrying: 'co_work', sharePercent: 50 });
    expect(allocationEffect(taker(), shared, onCases).after.used).toBe(31.5);
    expect(allocationEffect(taker(), aCase({ carrying: 'shadow', sharePercent: 0 }), onCases).after.used).toBe(0);
  });

  test('a case that is hers already is counted as it would be then, not twice', () => {
    const own = { ...aCase({ id: 'amber' }), sharePercent: 100 };
    const { before, after } = allocationEffect(taker({ cases: [own] }), { ...own, sharePercent: 40 }, onCases);
    expect([before.used, after.used]).toEqual([63, 25.2]);
  });

  test('complexity stands apart and never decides the limit', () => {
    const heavy = aCase({ complexity: ['chaotic', 'high-contact'] });
    const { after, beyondAfter } = allocationEffect(taker({ cases: cases(5, 'C2', 'community') }), heavy, onCases);
    expect([after.used, after.limit, beyondAfter.used]).toEqual([378, 'within', 413]);
  });
});

describe('rules by stage', () => {
  test.each([
    ['sole is blocked', { carrying: 'sole' as const }, ['high-risk-of-harm']],
    ['co-working is blocked', { carrying: 'co_work' as const }, ['high-risk-of-harm']],
    ['shadowing is open', { carrying: 'shadow' as const }, []],
  ])('a high-risk case in month 5: %s', (_story, change, against) => {
    const effect = allocationEffect(taker(), aCase({ attributes: ['high-risk-of-harm'], ...change }), onCases);
    expect(effect.against.map(({ attribute }) => attribute)).toEqual(against);
    expect(effect.findings).toHaveLength(1);
  });

  test('while the programme is paused nobody can set that aside', () => {
    const paused = taker({ place: { state: 'paused', stage: stage(80) } });
    expect(allocationEffect(paused, aCase(), onCases).unable).toBe('The programme is paused');
  });
});

describe('what a page showed, and what is true when it is confirmed', () => {
  const shown = allocationEffect(taker(), aCase(), onCases);
  const text = expectationsText([['amara', shown]]);

  test('nothing moved', () => {
    const expected = readExpectation(text, 'amara');
    expect(expected && whatMoved(expected, shown)).toBeNull();
  });

  test('other numbers, the same outcome: done, and said', () => {
    const expected = readExpectation(text, 'amara')!;
    const now = allocationEffect(taker({ cases: cases(2, 'C2', 'community') }), aCase(), onCases);
    expect(hasSameOutcome(expected, now)).toBe(true);
    expect(whatMoved(expected, now)).toContain('you saw 63 of 435 points after this case, it is 189 of 435 points');
  });

  test('over the limit now: another outcome', () => {
    const expected = readExpectation(text, 'amara')!;
    const now = allocationEffect(taker({ cases: cases(7, 'C2', 'community') }), aCase(), onCases);
    expect(hasSameOutcome(expected, now)).toBe(false);
  });

  test('another rule in the way: another outcome', () => {
    const expected = readExpectation(text, 'amara')!;
    const now = allocationEffect(taker(), aCase({ attributes: ['terrorism'] }), onCases);
    expect(hasSameOutcome(expected, now)).toBe(false);
  });

  test.each(['', 'x', '[]', 'null', '{"amara":1}', '{"amara":{"used":"1"}}', '{"tom":{}}', '{"__proto__":{}}'])(
    'a field that holds %j says nothing',
    (rubbish) => {
      expect(readExpectation(rubbish, 'amara')).toBeNull();
    },
  );
});

describe('a stage that changes on a Sunday', () => {
  const file = new URL('../../../src/content/programme/standard-15.json', import.meta.url);
  const route = routeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const enrolment = { traineeId: 'x', routeId: route.id, startedOn: '2026-05-22', hoursPerWeek: 37, pauses: [] };
  const loadOn = (today: string) =>
    loadOf({
      place: programmePlace(enrolment, route, today),
      hoursPerWeek: 37,
      cases: [],
      reductions: [],
      figures,
      today,
    });

  test.each([
    ['Saturday 21 November, the last day of month 6', '2026-11-21', 435],
    ['Sunday 22 November, the first of month 7', '2026-11-22', 870],
    ['Monday 23 November', '2026-11-23', 870],
  ])('%s', (_story, today, available) => {
    expect(loadOn(today).available).toBe(available);
  });
});
