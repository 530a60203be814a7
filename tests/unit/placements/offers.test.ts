import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countDaysInKind,
  type CountedPlacement,
  offerDayProblems,
  offerState,
  ordinal,
  rankWishes,
  type Wish,
} from '#src/domain/placements/offers.ts';

const AT = new Date('2026-11-01T12:00:00Z');
const prison = { kind: 'prison', seats: 2 } as const;
const wish = (traineeId: string, change: Partial<Wish> = {}): Wish => ({
  traineeId,
  hasClash: false,
  daysInKind: 0,
  seatsBefore: 0,
  programmeEndsOn: '2027-06-30',
  lot: traineeId,
  ...change,
});
const order = (...wishes: Wish[]) => rankWishes(prison, wishes).map(({ traineeId }) => traineeId);
const reasons = (...wishes: Wish[]) => rankWishes(prison, wishes).map(({ reason }) => reason);

describe('who comes before whom', () => {
  test.each<[string, Wish, Wish]>([
    [
      'who can be there, whatever else',
      wish('first', { daysInKind: 9, seatsBefore: 9 }),
      wish('second', { hasClash: true }),
    ],
    [
      'fewer days in that kind of place',
      wish('first', { daysInKind: 1, seatsBefore: 3 }),
      wish('second', { daysInKind: 2 }),
    ],
    ['fewer seats given before', wish('first', { programmeEndsOn: '2028-01-01' }), wish('second', { seatsBefore: 1 })],
    ['whose programme ends first', wish('first', { lot: 'z' }), wish('second', { programmeEndsOn: '2027-07-01' })],
    [
      'a programme with an end before one without',
      wish('first', { lot: 'z' }),
      wish('second', { programmeEndsOn: null }),
    ],
    ['the smaller lot', wish('first', { lot: '00' }), wish('second', { lot: '01' })],
  ])('%s', (_story, first, second) => {
    expect(order(first, second)).toEqual(['first', 'second']);
    expect(order(second, first)).toEqual(['first', 'second']);
  });
});

describe('the reason says what decided, and no more', () => {
  test('days in that kind of place', () => {
    expect(reasons(wish('a'), wish('b', { daysInKind: 1 }), wish('c', { daysInKind: 2 }))).toEqual([
      '1st of 3 for 2 seats. No day in a prison so far.',
      '2nd of 3 for 2 seats. 1 day in a prison so far.',
      '3rd of 3 for 2 seats. 2 days in a prison so far. All seats went to those before.',
    ]);
  });

  test('seats given before, the end of the programme and the lot are named where they decided', () => {
    expect(
      reasons(
        wish('a', { programmeEndsOn: '2027-03-31' }),
        wish('b', { lot: '0' }),
        wish('c', { lot: '1' }),
        wish('d', { seatsBefore: 1 }),
      ),
    ).toEqual([
      '1st of 4 for 2 seats. No day in a prison so far; no seat given before; programme ends 31 March 2027.',
      '2nd of 4 for 2 seats. No day in a prison so far; no seat given before; programme ends 30 June 2027; drawn by lot.',
      '3rd of 4 for 2 seats. No day in a prison so far; no seat given before; programme ends 30 June 2027; drawn by lot. All seats went to those before.',
      '4th of 4 for 2 seats. No day in a prison so far; 1 seat given before. All seats went to those before.',
    ]);
  });

  test('a clash is told without saying what stands there: whoever gives the seats out has no business to know', () => {
    expect(reasons(wish('a'), wish('b', { hasClash: true }))).toEqual([
      '1st of 2 for 2 seats. No day in a prison so far.',
      '2nd of 2 for 2 seats. Could not be there on all of these days: another placement, study time, leave, a pause, or the end of the programme.',
    ]);
  });

  test('nobody asked: nobody is ranked', () => {
    expect(rankWishes(prison, [])).toEqual([]);
  });

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [102, '102nd'],
    [111, '111th'],
  ])('%i is the %s', (count, words) => expect(ordinal(count)).toBe(words));
});

describe('for whatever wishes there are', () => {
  const someWishes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 }).chain((ids) =>
    fc.tuple(
      ...ids.map((traineeId) =>
        fc.record({
          traineeId: fc.constant(traineeId),
          hasClash: fc.boolean(),
          daysInKind: fc.integer({ min: 0, max: 3 }),
          seatsBefore: fc.integer({ min: 0, max: 2 }),
          programmeEndsOn: fc.constantFrom('2027-01-01', '2027-02-01', null),
          lot: fc.constantFrom('0', '1', '2'),
        }),
      ),
    ),
  );
  const offers = fc.record({ kind: fc.constantFrom('prison', 'court'), seats: fc.integer({ min: 1, max: 40 }) });
  const holds = (rule: (offer: { kind: 'prison' | 'court'; seats: number }, wishes: readonly Wish[]) => void) =>
    fc.assert(
      fc.property(offers, someWishes, (offer, wishes) => rule(offer as { kind: 'prison'; seats: number }, wishes)),
    );

  test('as many seats as there are, or as there are people who can be there, and never more', () => {
    holds((offer, wishes) => {
      const able = wishes.filter(({ hasClash }) => !hasClash).length;
      const seated = rankWishes(offer, wishes).filter(({ getsSeat }) => getsSeat);
      expect(seated).toHaveLength(Math.min(offer.seats, able));
    });
  });

  test('nobody with a clash gets a seat', () => {
    holds((offer, wishes) => {
      const clashing = new Set(wishes.filter(({ hasClash }) => hasClash).map(({ traineeId }) => traineeId));
      for (const { traineeId, getsSeat } of rankWishes(offer, wishes))
        expect(getsSeat && clashing.has(traineeId)).toBe(false);
    });
  });

  test('who wished first changes nothing', () => {
    holds((offer, wishes) => {
      expect(rankWishes(offer, wishes.toReversed())).toEqual(rankWishes(offer, wishes));
    });
  });

  test('everybody who wished has one place, from the first to the last, and a reason', () => {
    holds((offer, wishes) => {
      const standings = rankWishes(offer, wishes);
      expect(standings.map(({ rank }) => rank)).toEqual(wishes.map((_, index) => index + 1));
      expect(standings.map(({ traineeId }) => traineeId).sort()).toEqual(
        wishes.map(({ traineeId }) => traineeId).sort(),
      );
      for (const { reason } of standings)
        expect(reason).toMatch(/^\d+(?:st|nd|rd|th) of \d+ for \d+ seats?\. .{10,}\.$/);
    });
  });

  test('nobody goes without a seat while somebody worse placed by days has one', () => {
    holds((offer, wishes) => {
      const seated = new Set(
        rankWishes(offer, wishes).flatMap(({ traineeId, getsSeat }) => (getsSeat ? [traineeId] : [])),
      );
      const days = (isSeated: boolean) =>
        wishes.filter((one) => !one.hasClash && seated.has(one.traineeId) === isSeated).map((one) => one.daysInKind);
      expect(Math.max(0, ...days(true))).toBeLessThanOrEqual(Math.min(99, ...days(false)));
    });
  });

  test('somebody who takes her wish back moves nobody who stood before her', () => {
    holds((offer, wishes) => {
      const all = rankWishes(offer, wishes);
      const gone = all.at(-1)?.traineeId;
      const left = rankWishes(
        offer,
        wishes.filter(({ traineeId }) => traineeId !== gone),
      );
      expect(left.map(({ traineeId, getsSeat }) => [traineeId, getsSeat])).toEqual(
        all.slice(0, -1).map(({ traineeId, getsSeat }) => [traineeId, getsSeat]),
      );
    });
  });
});

describe('days in a kind of place', () => {
  const placement = (change: Partial<CountedPlacement>): CountedPlacement => ({
    kind: 'prison',
    place: 'HMP Fernhill',
    startsOn: '2026-03-02',
    endsOn: '2026-03-08',
    isCounted: true,
    missedDays: 0,
    ...change,
  });

  test.each<[string, readonly CountedPlacement[], number]>([
    ['none', [], 0],
    ['a week has five', [placement({})], 5],
    ['on Tuesdays and Thursdays alone', [placement({ weekdays: [2, 4] })], 2],
    ['a Saturday that is all of it', [placement({ startsOn: '2026-03-07', endsOn: '2026-03-07' })], 1],
    ['days on which she was not there are not counted', [placement({ missedDays: 2 })], 3],
    ['never less than none', [placement({ missedDays: 9 })], 0],
    ['another kind', [placement({ kind: 'court' })], 0],
    ['a proposal that nobody agreed to', [placement({ isCounted: false })], 0],
    ['one that was cancelled', [placement({ cancelledAt: AT })], 0],
    ['two placements', [placement({}), placement({ weekdays: [1] })], 6],
  ])('%s', (_story, placements, days) => {
    expect(countDaysInKind('prison', placements)).toBe(days);
  });
});

describe('where an offer stands', () => {
  const offer = { closesOn: '2026-11-22', withdrawnAt: null, givenOutAt: null };

  test.each([
    ['before its closing day', offer, '2026-11-21', 'open'],
    ['on its closing day', offer, '2026-11-22', 'open'],
    ['the day after', offer, '2026-11-23', 'closed'],
    ['withdrawn', { ...offer, withdrawnAt: AT }, '2026-11-21', 'withdrawn'],
    ['given out', { ...offer, givenOutAt: AT }, '2026-11-23', 'given_out'],
  ])('%s', (_story, facts, today, state) => {
    expect(offerState(facts, today)).toBe(state);
  });

  const days = { startsOn: '2026-12-10', endsOn: '2026-12-11', closesOn: '2026-12-01' };
  test.each([
    ['all is well', {}, []],
    ['it closes today', { closesOn: '2026-11-22' }, []],
    ['it closed yesterday', { closesOn: '2026-11-21' }, ['closesOn']],
    ['it closes on the first day', { closesOn: '2026-12-10' }, ['closesOn']],
    ['the end before the start', { endsOn: '2026-12-09' }, ['endsOn']],
    ['half a year', { endsOn: '2027-06-09' }, ['endsOn']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(offerDayProblems({ ...days, ...change }, '2026-11-22'))).toEqual(fields);
  });
});
