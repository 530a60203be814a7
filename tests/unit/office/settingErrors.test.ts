import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeField } from '#src/domain/office/readSetting.ts';
import { OFFICE_SETTINGS, type OfficeSetting } from '#src/domain/office/words.ts';
import { formOf, read } from './forms.ts';
import { defaults } from './versions.ts';

const FAR = { 'newFactor.name': 'Far', 'newFactor.meaning': 'Far.' };
const ROUTE = routeField('standard-15');

const QUIET = 'kinds.no-sign-in';

describe('what is wrong stands at its field', () => {
  test.each<[string, OfficeSetting, Record<string, string>, string, RegExp]>([
    ['a number in words', 'workload_figures', { targetPoints: 'many' }, 'targetPoints', /Give a number in digits/],
    ['no number', 'workload_figures', { limitPercent: '' }, 'limitPercent', /Give a number/],
    [
      'a number below nought',
      'workload_figures',
      { 'tierPoints.A3.custody': '-4' },
      'tierPoints.A3.custody',
      /Give a number/,
    ],
    ['half a point', 'workload_figures', { 'tierPoints.A3.custody': '7.5' }, 'tierPoints.A3.custody', /whole numbers/],
    ['a number that is no number', 'workload_figures', { fullTimeHours: '1e3' }, 'fullTimeHours', /Give a number/],
    ['more hours than a week has', 'workload_figures', { fullTimeHours: '60' }, 'fullTimeHours', /48/],
    [
      'a second line below the limit',
      'workload_figures',
      { secondLinePercent: '80' },
      'secondLinePercent',
      /not lower/,
    ],
    [
      'a column that is none',
      'workload_figures',
      { transitionToAdulthoodKind: 'moon' },
      'transitionToAdulthoodKind',
      /./,
    ],
    [
      'more off than at most',
      'workload_figures',
      { 'reductions.0.percent': '30' },
      'reductions.0.percent',
      /not more than/,
    ],
    ['a share above 100', 'complexity', { 'sharePercent.sole': '101' }, 'sharePercent.sole', /100/],
    ['a factor without a name', 'complexity', { 'factors.1.name': '' }, 'factors.1.name', /Fill this in/],
    ['points for nothing', 'complexity', { 'newFactor.points': '9' }, 'newFactor.name', /Say what/],
    ['a new factor without points', 'complexity', FAR, 'newFactor.points', /Give a number/],
    ['too many points', 'complexity', { ...FAR, 'newFactor.points': '900' }, 'newFactor.points', /500/],
    ['half a point of complexity', 'complexity', { 'factors.0.points': '1.5' }, 'factors.0.points', /./],
    ['hours in words', 'study_time', { [ROUTE]: 'a day' }, ROUTE, /digits/],
    ['too many hours for a route', 'study_time', { [ROUTE]: '40' }, ROUTE, /37/],
    ['no weeks between reviews', 'supervision', { everyWeeks: '0' }, 'everyWeeks', /1/],
    ['half a week', 'supervision', { everyWeeks: '1.5' }, 'everyWeeks', /./],
    ['half a day', 'signals', { [`${QUIET}.from`]: '10.5' }, `${QUIET}.from`, /^No sign-in, from\. Use a whole number/],
    [
      'later in the first weeks',
      'signals',
      { [`${QUIET}.fromInFirstWeeks`]: '11' },
      `${QUIET}.fromInFirstWeeks`,
      /10 or less/,
    ],
    ['nobody who acts', 'signals', { [`${QUIET}.actor`]: 'moon' }, `${QUIET}.actor`, /./],
    ['first weeks without a number', 'signals', { firstWeeks: '' }, 'firstWeeks', /Give a number/],
  ])('%s', (_story, kind, change, field, words) => {
    const { value, errors } = read(kind, change);
    expect(value).toBeNull();
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(words);
  });

  test('a factor that there is already is not added again', () => {
    const change = { 'newFactor.name': 'Chaotic', 'newFactor.meaning': 'Same.', 'newFactor.points': '1' };
    expect(read('complexity', change).errors['newFactor.name']).toMatch(/already/);
  });

  test('every mistake is told at once, in the order of the fields', () => {
    expect(Object.keys(read('supervision', { everyWeeks: '', firstWithinWeeks: 'soon' }).errors)).toEqual([
      'everyWeeks',
      'firstWithinWeeks',
    ]);
  });
});

test('a signal that is switched off, and acted on by somebody else, is read from its form', () => {
  const { value } = read('signals', { [`${QUIET}.isOn`]: '', 'kinds.wellbeing.actor': 'manager' });
  expect(value?.kinds['no-sign-in'].isOn).toBe(false);
  expect(value?.kinds.wellbeing).toMatchObject({ isOn: true, actor: 'manager' });
});

describe('what no form can set', () => {
  test.each([
    'label',
    'version',
    'effectiveFrom',
    'source.title',
    'reductions.0.id',
    'stages.0.id',
    'stages.3.untilWeek',
    'factors.0.id',
    'attributes.0.id',
    '__proto__',
    'constructor.name',
  ])('the field %s changes nothing', (field) => {
    for (const kind of OFFICE_SETTINGS) expect(read(kind, { [field]: 'forged' }).value).toEqual(defaults[kind]);
  });

  test('the label stays, whatever was sent', () => {
    expect(read('workload_figures', { label: 'Official figure', limitPercent: '90' }).value).toMatchObject({
      label: 'Estimate for training, not the official workload figure',
      limitPercent: 90,
    });
  });

  test('any text in any field is a value or an error, never a crash', () => {
    const paths = OFFICE_SETTINGS.flatMap((kind) => Object.keys(formOf(kind)).map((path) => ({ kind, path })));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), ({ kind, path }, text) => {
        const { value, errors } = read(kind, { [path]: text });
        expect(value === null).toBe(Object.keys(errors).length > 0);
      }),
    );
  });
});
