import { describe, expect, test } from 'vitest';
import {
  offersByState,
  type OwnOfferView,
  wishesWords,
  wishOutcome,
} from '#src/components/placements/offers/offerWords.ts';

const AT = new Date('2026-11-01T12:00:00Z');
const TODAY = '2026-11-22';
const offer: OwnOfferView = {
  id: 'offer',
  kind: 'prison',
  place: 'HMP Fernhill',
  hostContact: 'The gate',
  lookFor: 'A wing',
  travelNotes: '',
  startsOn: '2026-12-10',
  endsOn: '2026-12-10',
  seats: 2,
  closesOn: '2026-11-20',
  withdrawnAt: null,
  givenOutAt: null,
  wishes: 1,
  wishedAt: AT,
  rank: null,
  reason: null,
  lot: 'a number',
  firstPlacementId: null,
  seatId: null,
  clashes: [],
};

describe('what became of a wish', () => {
  test.each<[string, Partial<OwnOfferView>, ReturnType<typeof wishOutcome>]>([
    ['nobody can ask any more, nothing is given out', {}, 'waiting'],
    ['withdrawn', { withdrawnAt: AT }, 'withdrawn'],
    ['a seat', { givenOutAt: AT, firstPlacementId: 'a', seatId: 'a' }, 'seat'],
    ['a seat whose plan was proposed anew', { givenOutAt: AT, firstPlacementId: 'a', seatId: 'b' }, 'seat'],
    ['a seat that came back and was passed on to her', { givenOutAt: AT, seatId: 'b' }, 'passed_on'],
    [
      'a seat, and the day is over',
      { givenOutAt: AT, firstPlacementId: 'a', seatId: 'a', endsOn: '2026-11-21' },
      'over',
    ],
    ['a seat that she gave back', { givenOutAt: AT, firstPlacementId: 'a' }, 'given_back'],
    ['no seat', { givenOutAt: AT }, 'none'],
  ])('%s', (_story, change, outcome) => {
    expect(wishOutcome({ ...offer, ...change }, TODAY)).toBe(outcome);
  });
});

test.each([
  [1, 0, '1 seat; nobody has asked for one yet'],
  [2, 1, '2 seats; 1 person has asked for one'],
  [3, 5, '3 seats; 5 people have asked for one'],
])('%i seats and %i wishes', (seats, wishes, words) => {
  expect(wishesWords({ seats, wishes })).toBe(words);
});

test('offers stand under what is to be done with them', () => {
  const offers = [
    { ...offer, id: 'open', closesOn: TODAY },
    { ...offer, id: 'closed' },
    { ...offer, id: 'withdrawn', withdrawnAt: AT },
    { ...offer, id: 'given', givenOutAt: AT },
  ];
  const ids = Object.entries(offersByState(offers, TODAY)).map(([state, own]) => [state, own.map(({ id }) => id)]);
  expect(ids).toEqual([
    ['open', ['open']],
    ['closed', ['closed']],
    ['given_out', ['given']],
    ['withdrawn', ['withdrawn']],
  ]);
});
