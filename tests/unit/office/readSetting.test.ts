import { describe, expect, test } from 'vitest';
import { settingProblems } from '#src/domain/office/problems.ts';
import { moduleField, moduleFieldCount, ruleField } from '#src/domain/office/readRules.ts';
import { routeField } from '#src/domain/office/readSetting.ts';
import { OFFICE_SCHEMAS, type SettingValue } from '#src/domain/office/settings.ts';
import { OFFICE_SETTINGS } from '#src/domain/office/words.ts';
import { read } from './forms.ts';
import { defaults, known } from './versions.ts';

const rules = defaults.case_rules;

describe('a form that is sent as it was shown', () => {
  test.each(OFFICE_SETTINGS)('%s: says what it began from', (kind) => {
    expect(read(kind)).toEqual({ value: defaults[kind], errors: {} });
  });

  test.each(OFFICE_SETTINGS)('%s: the default itself is in order', (kind) => {
    expect(OFFICE_SCHEMAS[kind].safeParse(defaults[kind]).success).toBe(true);
    expect(settingProblems(kind, defaults[kind] as unknown as SettingValue<typeof kind>, known)).toEqual([]);
  });
});

describe('what a form changes', () => {
  test('a point, a limit and a switch of the workload figures, and nothing else', () => {
    const { value } = read('workload_figures', {
      'tierPoints.C2.community': '70',
      limitPercent: ' 95 ',
      targetPoints: '2,000',
      'paroleReport.counts': 'yes',
    });
    expect(value).toEqual({
      ...defaults.workload_figures,
      targetPoints: 2000,
      limitPercent: 95,
      tierPoints: { ...defaults.workload_figures.tierPoints, C2: { community: 70, licence: 65, custody: 24 } },
      paroleReport: { points: 120, counts: true },
    });
  });

  test('a reduction is left to the manager where its field is empty', () => {
    const { value } = read('workload_figures', { 'reductions.1.percent': '', 'reductions.1.months': '' });
    expect(value?.reductions[1]).toMatchObject({ percent: null, months: null, maximumPercent: 20 });
  });

  test('points and shares of complexity, and a factor that is added', () => {
    const { value } = read('complexity', {
      'factors.0.points': '20',
      'sharePercent.co_work': '40',
      'newFactor.name': 'Far away',
      'newFactor.meaning': 'More than an hour to travel.',
      'newFactor.points': '8',
    });
    expect(value?.factors[0]?.points).toBe(20);
    expect(value?.factors.at(-1)).toEqual({
      id: 'far-away',
      name: 'Far away',
      meaning: 'More than an hour to travel.',
      points: 8,
    });
    expect(value?.sharePercent.co_work).toBe(40);
  });

  test('hours for one route, and none for the others', () => {
    const { value } = read('study_time', { hoursPerWeek: '7.5', [routeField('part-time-30')]: '6' });
    expect(value).toEqual({ hoursPerWeek: 7.5, byRoute: [{ routeId: 'part-time-30', hoursPerWeek: 6 }] });
  });

  test('a rule is changed, another taken away, a third made', () => {
    const { value } = read('case_rules', {
      [ruleField('terrorism', 'later', 'verdict')]: 'co_work',
      [ruleField('any', 'induction', 'verdict')]: '',
      [ruleField('any', 'first-six-months', 'verdict')]: 'co_work',
      [ruleField('any', 'first-six-months', 'reason')]: 'Together at first.',
      [ruleField('any', 'first-six-months', 'approver')]: 'Head of the unit',
    });
    const of = (attribute: string) => value?.rules.filter((rule) => rule.attribute === attribute);
    expect(of('terrorism')?.map(({ verdict }) => verdict)).toEqual(['block', 'block', 'co_work']);
    expect(of('any')).toEqual([
      {
        ...{ attribute: 'any', stage: 'first-six-months', verdict: 'co_work', reason: 'Together at first.' },
        ...{ approver: 'Head of the unit', afterModules: [] },
      },
    ]);
    expect(value?.rules).toHaveLength(rules.rules.length);
  });

  test('training that comes first counts for every stage of the attribute', () => {
    const { value } = read('case_rules', {
      [moduleField('domestic-abuse', 0)]: 'parole-recall',
      [moduleField('sexual-offence', 0)]: 'parole-recall',
    });
    const after = (id: string) =>
      value?.rules.filter(({ attribute }) => attribute === id).map((rule) => rule.afterModules);
    expect(after('domestic-abuse')).toEqual([['parole-recall'], ['parole-recall'], ['parole-recall']]);
    expect(after('sexual-offence')).toEqual([['parole-recall'], ['parole-recall'], ['parole-recall']]);
    expect(after('terrorism')).toEqual([[], [], []]);
  });

  test('there is always one field more for training than there is training', () => {
    expect([moduleFieldCount(rules, 'domestic-abuse'), moduleFieldCount(rules, 'terrorism')]).toEqual([2, 1]);
  });

  test('a kind of case is added with its rules, under an id from its name', () => {
    const { value } = read('case_rules', {
      'newAttribute.name': 'Arson',
      'newAttribute.meaning': 'Any fire that was set.',
      [ruleField('new', 'later', 'verdict')]: 'block',
      [ruleField('new', 'later', 'reason')]: 'For qualified officers.',
      [ruleField('new', 'later', 'approver')]: 'Head of the unit',
    });
    expect(value?.attributes.at(-1)).toEqual({ id: 'arson', name: 'Arson', meaning: 'Any fire that was set.' });
    expect(value?.rules.at(-1)).toMatchObject({ attribute: 'arson', stage: 'later', verdict: 'block' });
  });

  test('a stage is longer', () => {
    expect(read('case_rules', { 'stages.0.untilWeek': '8' }).value?.stages[0]).toMatchObject({
      id: 'induction',
      untilWeek: 8,
    });
  });
});
