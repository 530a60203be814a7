import { describe, expect, test } from 'vitest';
import { countersigningOf, standingsToEnter, takerProblem } from '#src/domain/handOver/countersigning.ts';
import type { CountersignWorld } from '#src/domain/quality/countersigners.ts';
import type { StandingRow } from '#src/domain/quality/standing.ts';

const DAY = '2026-11-23';
const OWEN: StandingRow = {
  ...{ assessorId: 'owen', standing: 'in_training', countersignerId: 'joan', effectiveFrom: '2026-09-01' },
};
const world = (assessors = ['owen', 'joan', 'daniel'], decisions = 2): CountersignWorld => ({
  ...{ rows: [OWEN], day: DAY, assessors: new Set(assessors) },
  waiting: new Map(decisions === 0 ? [] : [['owen', { decisions, traineeIds: ['amara'] }]]),
});
const of = (known: CountersignWorld, fromId: string) => countersigningOf(known, fromId, (id) => id);

describe('what a hand-over says about countersignatures', () => {
  test('of one who countersigns: for whom, how many wait, and that she may go on', () => {
    expect(of(world(), 'joan')).toEqual({
      ...{ toName: [{ assessorId: 'owen', name: 'owen', waiting: 2 }], mayGoOn: true, ownWaiting: null },
    });
    expect(of(world(undefined, 0), 'joan').toName).toEqual([{ assessorId: 'owen', name: 'owen', waiting: 0 }]);
  });

  test('of one in training: what waits stays with who countersigns it', () => {
    expect(of(world(), 'owen')).toEqual({
      ...{ toName: [], mayGoOn: false, ownWaiting: { decisions: 2, countersignerId: 'joan' } },
    });
  });

  test('of one in training whose countersigner is gone: somebody has to be named, and it is not she', () => {
    expect(of(world(['owen', 'daniel']), 'owen')).toEqual({
      ...{ toName: [{ assessorId: 'owen', name: 'owen', waiting: 2 }], mayGoOn: false, ownWaiting: null },
    });
  });

  test('of anybody else: nothing', () => {
    expect(of(world(), 'daniel')).toEqual({ toName: [], mayGoOn: false, ownWaiting: null });
  });
});

describe('who countersigns from then on', () => {
  const asked = (takerId: string, { fromId = 'joan', byId = 'harvey', known = world() } = {}) =>
    takerProblem(known, { countersigning: of(known, fromId), fromId, takerId, byId });

  test.each([
    ['a qualified colleague', 'daniel'],
    ['she herself, as before', 'joan'],
  ])('may be %s', (_story, takerId) => {
    expect(asked(takerId)).toBeNull();
  });

  test.each([
    ['nobody', '', /Choose who countersigns from then on/],
    ['the one in training herself', 'owen', /Nobody countersigns her own decisions/],
    ['somebody who is no assessor', 'harvey', /Choose a colleague who is an assessor/],
  ])('is not %s', (_story, takerId, words) => {
    expect(asked(takerId)).toMatch(words);
  });

  test('is not the one who goes where she cannot sign in any more', () => {
    const known = world(['owen', 'daniel']);
    expect(of(known, 'joan').toName, 'she countersigns for nobody by now').toEqual([]);
    expect(asked('owen', { fromId: 'owen', known })).toMatch(/Nobody countersigns her own decisions/);
    expect(asked('daniel', { fromId: 'owen', known })).toBeNull();
  });

  test('is not named by the one whose decisions they are', () => {
    expect(asked('daniel', { byId: 'owen' })).toMatch(/your own decisions/);
  });

  test('is not asked where nobody has to be named', () => {
    expect(asked('', { fromId: 'daniel' })).toBeNull();
  });
});

test('what is entered: how far she is as before, and the other countersigns; nothing where she goes on', () => {
  const known = world();
  const taking = { countersigning: of(known, 'joan'), fromId: 'joan' };
  expect(standingsToEnter(known, { ...taking, takerId: 'daniel' })).toEqual([
    { ...OWEN, countersignerId: 'daniel', effectiveFrom: DAY },
  ]);
  expect(standingsToEnter(known, { ...taking, takerId: 'joan' })).toEqual([]);
});
