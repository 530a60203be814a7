import { describe, expect, test } from 'vitest';
import { type CaseFileFact, caseFileOf, subjectsOf } from '#src/domain/caseload/caseFile.ts';
import { caseHistory } from '#src/domain/caseload/caseHistory.ts';

const TODAY = '2026-11-22';
const AT = 1_795_000_000;
const facts = {
  reference: 'AMBER-1',
  tier: 'C2',
  kind: 'community',
  transitionToAdulthood: 0,
  letterTier: null,
  activity: 'active',
  attributes: [],
  complexity: [],
} as const;
const first: CaseFileFact = { fact: 'first', at: AT, ...facts };
type Allocation = Extract<CaseFileFact, { fact: 'allocation' }>;
const allocation = (id: string, change: Partial<Allocation> = {}): Allocation => ({
  fact: 'allocation',
  at: AT,
  id,
  traineeId: 'amara',
  traineeName: 'Amara Okafor',
  cohortId: 'london',
  managerId: 'kerry',
  managerName: 'Kerry Bell',
  carrying: 'sole',
  sharePercent: 100,
  startsOn: TODAY,
  endsOn: null,
  availablePoints: 435,
  usedPointsBefore: 0,
  usedPointsAfter: 63,
  movedFrom: null,
  endReason: null,
  endedBy: null,
  endedAt: null,
  overReason: null,
  overUntil: null,
  ...change,
});
const ended = { endsOn: TODAY, endReason: 'moved', endedBy: 'Kerry Bell' } as const;
const toTom = { traineeId: 'tom', traineeName: 'Tom Hughes' };
const all = { named: (id: string) => id, showsPoints: () => true };
const fileOf = (...rest: CaseFileFact[]) => caseFileOf('case', [first, ...rest], TODAY)!;

test('a case that is not there is none', () => {
  expect(caseFileOf('case', [], TODAY)).toBeNull();
});

describe('moved twice in one day', () => {
  const file = fileOf(
    allocation('one', { ...ended, endedAt: AT + 60 }),
    allocation('two', { ...toTom, ...ended, at: AT + 60, movedFrom: 'one', endedAt: AT + 60 }),
    allocation('three', { at: AT + 60, movedFrom: 'two' }),
  );

  test('both moves stay in the history, newest first', () => {
    expect(caseHistory(file, all).map(({ title }) => title)).toEqual([
      'Moved from Tom Hughes to Amara Okafor: sole, 100% of it',
      'Moved from Amara Okafor to Tom Hughes: sole, 100% of it',
      'Allocated to Amara Okafor: sole, 100% of it',
    ]);
  });

  test('one carries it now', () => {
    expect(file.carried.map(({ id }) => id)).toEqual(['three']);
    expect(subjectsOf(file).map(({ traineeId }) => traineeId)).toEqual(['amara']);
  });
});

describe('when nobody carries it any more', () => {
  test('it is the record of those who did last', () => {
    const file = fileOf(
      allocation('one', { ...ended, endedAt: AT + 60 }),
      allocation('two', { ...toTom, ...ended, at: AT + 60, endReason: 'closed', movedFrom: 'one', endedAt: AT + 90 }),
    );
    expect(subjectsOf(file).map(({ traineeId }) => traineeId)).toEqual(['tom']);
    expect(caseHistory(file, all)[0]?.title).toBe('Closed for Tom Hughes');
  });
});

describe('what changed', () => {
  const change = (number: number, more: object): CaseFileFact => ({
    fact: 'change',
    at: AT + number,
    effectiveOn: TODAY,
    by: 'Kerry Bell',
    number,
    ...facts,
    ...more,
  });

  test('is said by what differs from before', () => {
    const file = fileOf(allocation('one'), change(1, { tier: 'B1' }), change(2, { tier: 'B1', reference: 'FERN-2' }));
    const lines = caseHistory(file, all).flatMap((event) => event.lines);
    expect(lines).toEqual(expect.arrayContaining(['Tier: C2, now B1.', 'Reference: AMBER-1, now FERN-2.']));
    expect([file.now.tier, file.now.reference, file.changes]).toEqual(['B1', 'FERN-2', 2]);
  });

  test('counts from its day: one that is to come does not yet', () => {
    const file = fileOf(change(1, { tier: 'B1', effectiveOn: '2026-11-23' }));
    expect([file.now.tier, file.changes]).toEqual(['C2', 1]);
  });
});

test('the points of a caseload that the viewer may not see are left out', () => {
  const file = fileOf(allocation('one', { overReason: 'Cover', overUntil: '2026-11-30' }), allocation('two', toTom));
  const shown = caseHistory(file, { ...all, showsPoints: ({ traineeId }) => traineeId === 'amara' });
  expect(shown.find(({ id }) => id === 'one')?.lines).toEqual([
    'From 0 to 63 points; 435 were available.',
    'Over the limit, agreed until Monday 30 November 2026: Cover',
  ]);
  expect(shown.find(({ id }) => id === 'two')?.lines).toEqual([]);
});
