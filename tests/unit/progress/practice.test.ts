import { describe, expect, test } from 'vitest';
import { practiceGaps, type Shown } from '#src/domain/progress/practice.ts';

const modules = [
  { id: 'harm', criteria: ['4.4', '1.4'] },
  { id: 'recall', criteria: ['5.6'] },
  { id: 'welcome', criteria: [] },
];
const doneOn = (day: string) => ({ completion: { version: '1', at: new Date(`${day}T12:00:00Z`) } });
const handedIn = (day: string, ...claims: string[]): Shown => ({
  kind: 'observation',
  claims,
  submittedAt: new Date(`${day}T12:00:00Z`),
  withdrawnAt: null,
});
const asked = (facts: [string, ReturnType<typeof doneOn>][], shown: Shown[], today: string) =>
  practiceGaps({ modules, facts: new Map(facts), shown, today }).map(({ moduleId }) => moduleId);

describe('did it reach practice', () => {
  test.each([
    ['27 days after the module nobody asks', '2026-10-28', [], []],
    ['28 days after it the portal asks', '2026-10-29', [], ['harm']],
    ['evidence on one of its criteria answers', '2026-10-29', [handedIn('2026-10-10', '4.4')], []],
    ['evidence on the day itself answers', '2026-10-29', [handedIn('2026-10-01', '1.4')], []],
    ['evidence from before the module does not', '2026-10-29', [handedIn('2026-09-30', '4.4')], ['harm']],
    ['evidence on another criterion does not', '2026-10-29', [handedIn('2026-10-10', '5.6')], ['harm']],
  ])('%s', (_story, today, shown, gaps) => {
    expect(asked([['harm', doneOn('2026-10-01')]], shown, today)).toEqual(gaps);
  });

  test.each([
    ['observation', true],
    ['professional_discussion', true],
    ['witness_testimony', true],
    ['work_product', true],
    ['reflective_account', false],
    ['assignment', false],
    ['prior_learning', false],
  ] as const)('evidence of the kind %s answers: %s', (kind, answers) => {
    const shown = { ...handedIn('2026-10-10', '4.4'), kind };
    expect(asked([['harm', doneOn('2026-10-01')]], [shown], '2026-10-29')).toEqual(answers ? [] : ['harm']);
  });

  test('what was taken back answers nothing', () => {
    const shown = { ...handedIn('2026-10-10', '4.4'), withdrawnAt: new Date('2026-10-11T12:00:00Z') };
    expect(asked([['harm', doneOn('2026-10-01')]], [shown], '2026-10-29')).toEqual(['harm']);
  });

  test('the one asked about last comes first, with its criteria and the day of asking', () => {
    const facts = new Map([
      ['harm', doneOn('2026-08-01')],
      ['recall', doneOn('2026-10-01')],
    ]);
    expect(practiceGaps({ modules, facts, shown: [], today: '2026-11-22' })).toEqual([
      { moduleId: 'recall', doneOn: '2026-10-01', askedOn: '2026-10-29', criteria: ['5.6'] },
      { moduleId: 'harm', doneOn: '2026-08-01', askedOn: '2026-08-29', criteria: ['1.4', '4.4'] },
    ]);
  });

  test('a module that is not done, or that prepares for no criterion, is never asked about', () => {
    expect(asked([['welcome', doneOn('2026-01-01')]], [], '2026-11-22')).toEqual([]);
  });

  test('the day counts in London: done at half past midnight in summer is done on that day', () => {
    const late = { completion: { version: '1', at: new Date('2026-06-30T23:30:00Z') } };
    expect(asked([['harm', late]], [], '2026-07-28')).toEqual([]);
    expect(asked([['harm', late]], [], '2026-07-29')).toEqual(['harm']);
  });
});
