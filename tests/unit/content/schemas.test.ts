import { describe, expect, test } from 'vitest';
import { checkSchema } from '#src/domain/checks/schema.ts';
import { moduleMetaSchema } from '#src/domain/modules/schema.ts';
import { daySchema, routeSchema } from '#src/domain/programme/schema.ts';
import { parole, paroleCheck } from '../modules/parole.ts';
import { standard15 } from '../programme/routes.ts';

interface Outcome {
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}

/** "field: sentence" for everything that is wrong. */
function problems({ error }: Outcome): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

describe('front matter of a module', () => {
  const good = parole();
  const section = good.sections[0];

  test('a good one is taken as it is', () => {
    expect(moduleMetaSchema.parse(good)).toEqual(good);
  });

  test.each([
    ['a day that YAML read as a date', { asOf: new Date('2026-11-21') }, 'asOf: Write a day that exists as YYYY-MM-DD'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'asOf: Write a day that exists as YYYY-MM-DD'],
    ['a review before the day it is right for', { reviewBy: '2026-11-21' }, 'reviewBy: The review comes after'],
    [
      'two sections of one name',
      { sections: [section, section] },
      'sections.1.id: Each section has a name of its own.',
    ],
    ['fewer minutes than its sections take', { minutes: 29 }, 'minutes: The sections alone take 30 minutes.'],
    ['no source', { sources: [] }, 'sources: Name at least one source.'],
    [
      'an address that runs script',
      { sources: [{ title: 'A', publisher: 'B', url: 'javascript:alert(1)' }] },
      'sources.0.url: Write a whole address',
    ],
    ['a criterion without its unit', { criteria: ['3'] }, 'criteria.0: Write a criterion in quotes'],
    ['a strand that there is not', { strand: 'cooking' }, 'strand: '],
    ['a field that is misspelt', { sumary: 'x' }, ': Unrecognized key: "sumary"'],
    ['an empty title', { title: '  ' }, 'title: Write at least one word here.'],
    ['a content note left out', { contentNote: undefined }, 'contentNote: '],
  ])('%s is told with its field', (_story, change, problem) => {
    expect(problems(moduleMetaSchema.safeParse({ ...good, ...change })).join('\n')).toContain(problem);
  });
});

describe('a knowledge check', () => {
  const good = paroleCheck();
  const [question] = good.questions;
  const [yes, no] = question?.options ?? [];
  const withOptions = (kind: string, options: unknown[]) => ({ ...good, questions: [{ ...question, kind, options }] });

  test('a good one is taken as it is', () => {
    expect(checkSchema.parse(good)).toEqual(good);
  });

  test.each([
    [
      'two right answers where one is asked',
      withOptions('one', [yes, { ...no, correct: true }]),
      'Exactly one option is right',
    ],
    ['no right answer', withOptions('one', [no, { ...yes, correct: false }]), 'Exactly one option is right'],
    [
      'no right answer among many',
      withOptions('many', [no, { ...yes, correct: false }]),
      'At least one option is right.',
    ],
    ['two options of one name', withOptions('one', [yes, { ...no, id: 'yes' }]), 'Each option has a name of its own.'],
    ['one option only', withOptions('one', [yes]), 'at least two options'],
    ['two questions of one name', { ...good, questions: [question, question] }, 'Each question has a name of its own.'],
    ['no explanation', withOptions('one', [yes, { ...no, explanation: '' }]), 'Write at least one word here.'],
    ['nothing needed to pass', { ...good, passPercent: 0 }, 'At least 1 percent.'],
  ])('%s is refused', (_story, check, problem) => {
    expect(problems(checkSchema.safeParse(check)).join('\n')).toContain(problem);
  });
});

describe('a route', () => {
  const [first, second, third] = standard15.stages;
  test.each([
    ['a gap between stages', { stages: [first, third] }, 'stages.1: Stages follow each other without a gap'],
    [
      'stages that overlap',
      { stages: [first, { ...second, fromMonth: 6 }, third] },
      'stages.1: Stages follow each other',
    ],
    ['stages that end too early', { stages: [first, second] }, 'stages.1: Stages follow each other'],
    ['a stage that ends before it begins', { stages: [{ ...first, toMonth: 0 }, second, third] }, 'stages.0'],
    [
      'a week after the end',
      { modules: [{ moduleId: 'parole-recall', week: 66 }] },
      'modules.0.week: This route has 65 whole weeks.',
    ],
    [
      'a module named twice',
      { modules: [standard15.modules[0], standard15.modules[0]] },
      'modules.1.moduleId: A route names a module once.',
    ],
    [
      'a gateway after the end',
      { gateways: [{ ...standard15.gateways[0], atEndOfMonth: 16 }] },
      'gateways.0: This route has 15 months.',
    ],
    ['fewest hours above the most', { hoursPerWeek: { min: 37, max: 30 } }, 'hoursPerWeek: The fewest hours'],
  ])('%s is told with its place', (_story, change, problem) => {
    expect(problems(routeSchema.safeParse({ ...standard15, ...change })).join('\n')).toContain(problem);
  });

  test('the last week that is whole is taken', () => {
    expect(routeSchema.safeParse({ ...standard15, modules: [{ moduleId: 'parole-recall', week: 65 }] }).success).toBe(
      true,
    );
  });
});

test.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-11-21T00:00:00Z', false],
  ['21/11/2026', false],
])('%s is a day: %j', (text, taken) => {
  expect(daySchema.safeParse(text).success).toBe(taken);
});
