import { describe, expect, test } from 'vitest';
import { endOfDay, enrolmentOn, knownOn, lastTraceOn } from '#src/domain/signals/known.ts';
import type { PastVersion } from '#src/domain/signals/past.ts';
import { noon, past } from './facts.ts';

const DAY = '2026-11-10';
const [before, later] = [noon('2026-11-09'), noon('2026-11-11')];

test.each([
  ['in winter', '2026-11-10', '2026-11-11T00:00:00Z'],
  ['in summer', '2026-07-10', '2026-07-10T23:00:00Z'],
  ['on the day the clocks go forward', '2026-03-29', '2026-03-29T23:00:00Z'],
  ['on the day they go back', '2026-10-25', '2026-10-26T00:00:00Z'],
])('a day in London ends at midnight there, %s', (_story, day, instant) => {
  expect(endOfDay(day)).toBe(Date.parse(instant) / 1000);
});

describe('on a day of the past only that counts which was known by its end', () => {
  test('what was entered later is left out', () => {
    const whole = past({
      review: [
        { heldOn: '2026-11-01', readyAt: before },
        { heldOn: '2026-11-02', readyAt: later },
      ],
      checkIn: [{ month: '2026-11', answers: [1, 1, 1], sharedAt: later }],
      ending: [{ endedOn: '2026-11-08', kind: 'withdrawn', enteredAt: later }],
    });
    const known = knownOn(whole, DAY);
    expect(known.review).toHaveLength(1);
    expect(known.checkIn).toEqual([]);
    expect(known.ending).toEqual([]);
  });

  test('what was undone later is not undone yet', () => {
    const placement = { id: 'p', kind: 'court', place: 'Crown court', endsOn: '2026-12-01', proposedAt: before };
    const leave = { startsOn: '2026-11-09', endsOn: '2026-11-12', enteredAt: before };
    const known = knownOn(
      past({ placement: [{ ...placement, cancelledAt: later }], leave: [{ ...leave, removedAt: later }] }),
      DAY,
    );
    expect(known.placement[0]?.cancelledAt).toBeNull();
    expect(known.leave[0]?.removedAt).toBeNull();
  });

  test('evidence stands as it stood: no decision, signature or taking back of later', () => {
    const version: PastVersion = {
      ...{ id: 'v', evidenceId: 'e', number: 1, submittedAt: before, withdrawnAt: later, removedAt: later },
      ...{ isRecord: false, signatures: [later], qualificationVersion: 'one', claims: [], signedWholeAt: later },
      signed: [{ at: before, unlockedAt: later, claims: ['1.1'] }],
      assessments: [
        {
          ...{ outcome: 'returned', assessedAt: before, needsCountersign: true, countersigned: 'agreed' },
          ...{ countersignedAt: later, decided: [], looks: [{ at: later, said: [['1.1', 'reject']] }] },
        },
      ],
    };
    const [known] = knownOn(past({ version: [version, { ...version, id: 'w', submittedAt: later }] }), DAY).version;
    expect(known).toMatchObject({ withdrawnAt: null, removedAt: null, signatures: [], signedWholeAt: null });
    expect(known?.signed[0]?.unlockedAt).toBeNull();
    expect(known?.assessments[0]).toMatchObject({ countersigned: null, countersignedAt: null, looks: [] });
  });

  test('a case that was taken off later is still carried, and one that came later is not', () => {
    const allocation = {
      ...{ id: 'a', caseId: 'c', carrying: 'sole', sharePercent: 100, startsOn: '2026-11-02', endReason: 'closed' },
      ...{ movedFrom: null, by: 'Kerry Bell', first: {}, allocatedAt: before, endsOn: '2026-11-09', endedAt: later },
    } as unknown as Parameters<typeof knownOn>[0]['allocation'][number];
    const known = knownOn(past({ allocation: [allocation, { ...allocation, id: 'b', allocatedAt: later }] }), DAY);
    expect(known.allocation.map(({ id, endsOn }) => [id, endsOn])).toEqual([['a', null]]);
  });

  test('nothing that is known becomes unknown on a later day', () => {
    const whole = past({ review: [{ heldOn: '2026-11-01', readyAt: before }] });
    expect(knownOn(whole, '2027-01-01')).toEqual(knownOn(whole, DAY));
  });
});

test('before a change of route took effect the one before counts', () => {
  const now = { traineeId: 'tom', routeId: 'standard-21', startedOn: '2026-02-02', hoursPerWeek: 37, pauses: [] };
  const earlier = (routeId: string, until: string) => ({ routeId, startedOn: '2026-01-05', hoursPerWeek: 30, until });
  const whole = past({ enrolment: [earlier('second', '2026-10-01'), earlier('first', '2026-06-01')] });
  expect(enrolmentOn(now, whole, '2026-05-31').routeId).toBe('first');
  expect(enrolmentOn(now, whole, '2026-06-01').routeId).toBe('second');
  expect(enrolmentOn(now, whole, '2026-10-01')).toEqual(now);
});

test('a sign-in before the last one is taken from what was done here', () => {
  const whole = past({ trace: [{ day: '2026-11-01' }, { day: '2026-11-12' }, { day: '2026-10-20' }] });
  expect(lastTraceOn(whole, '2026-11-20', '2026-11-25')).toBe('2026-11-20');
  expect(lastTraceOn(whole, '2026-11-20', DAY)).toBe('2026-11-01');
  expect(lastTraceOn(whole, '2026-11-20', '2026-10-01')).toBeNull();
});
