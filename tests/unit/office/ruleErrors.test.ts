import { expect, test } from 'vitest';
import { moduleField, ruleField } from '#src/domain/office/readRules.ts';
import { read } from './forms.ts';

const REASON = ruleField('terrorism', 'later', 'reason');
const APPROVER = ruleField('terrorism', 'later', 'approver');
const VERDICT = ruleField('any', 'later', 'verdict');
const NEW = { 'newAttribute.meaning': 'Any fire that was set.' };

test.each<[string, Record<string, string>, string, RegExp]>([
  ['a rule without a reason', { [REASON]: ' ' }, REASON, /Fill this in/],
  ['a rule nobody may set aside', { [APPROVER]: '' }, APPROVER, /Fill this in/],
  ['a verdict that is none', { [VERDICT]: 'maybe' }, VERDICT, /one of the options/],
  [
    'training that is not there',
    { [moduleField('terrorism', 0)]: 'made-up' },
    moduleField('terrorism', 0),
    /no module "made-up"/,
  ],
  ['a stage that ends too early', { 'stages.1.untilWeek': '3' }, 'stages.1.untilWeek', /after week 4/],
  ['a stage without a last week', { 'stages.1.untilWeek': '' }, 'stages.1.untilWeek', /Give a number/],
  ['a kind of case that there is', { ...NEW, 'newAttribute.name': 'Terrorism' }, 'newAttribute.name', /already/],
  ['one that stands for every case', { ...NEW, 'newAttribute.name': 'Any' }, 'newAttribute.name', /already/],
  ['a name without a letter', { ...NEW, 'newAttribute.name': '!!!' }, 'newAttribute.name', /another/],
  ['a meaning without a name', NEW, 'newAttribute.name', /Fill this in/],
  ['a reason that leads to somebody', { [REASON]: 'As for X123456.' }, REASON, /looks like a case reference number/],
  ['a reason as long as a book', { [REASON]: 'x'.repeat(301) }, REASON, /under 300/],
])('rules by stage are refused at the field: %s', (_story, change, field, words) => {
  const { value, errors } = read('case_rules', change);
  expect(value).toBeNull();
  expect(Object.keys(errors)).toEqual([field]);
  expect(errors[field]).toMatch(words);
});

test('an error says where it is, since its field is one of many', () => {
  expect(read('case_rules', { [REASON]: '' }).errors[REASON]).toBe(
    'Terrorism or extremism, from month 13, week 53 on. Fill this in',
  );
  const added = { ...NEW, 'newAttribute.name': 'Arson', [ruleField('new', 'later', 'verdict')]: 'maybe' };
  expect(Object.values(read('case_rules', added).errors)).toEqual([
    'The new kind of case, from month 13, week 53 on. Choose one of the options',
  ]);
  expect(read('workload_figures', { 'tierPoints.B2.licence': '' }).errors['tierPoints.B2.licence']).toBe(
    'Tier B2, licence. Give a number',
  );
});
