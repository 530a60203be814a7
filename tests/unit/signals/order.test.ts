import { expect, test } from 'vitest';
import { isForTutor, needsFirst, notedApart, openSignals, orderWords } from '#src/domain/signals/order.ts';
import type { NotedSignal } from '#src/domain/signals/signal.ts';
import { aNote, aSignal } from './facts.ts';

const mine = (since = '2026-11-10') => aSignal({ actor: 'tutor', since });
const others = (since = '2026-11-10') => aSignal({ kind: 'over-limit', actor: 'manager', since });
const noted = aSignal({ note: aNote() });
const one = (name: string, signals: readonly NotedSignal[], isInFirstWeeks = false) => ({
  traineeId: name.toLowerCase(),
  name,
  isInFirstWeeks,
  signals,
});
const names = (people: readonly ReturnType<typeof one>[], most = 9) => needsFirst(people, most).map(({ name }) => name);

test('whoever needs something of the tutor comes before those about whom somebody else acts', () => {
  expect(names([one('Ada', [others(), others()]), one('Bea', [mine()])])).toEqual(['Bea', 'Ada']);
});

test('of those, the first weeks come before later ones', () => {
  expect(names([one('Ada', [mine(), others()]), one('Bea', [mine()], true)])).toEqual(['Bea', 'Ada']);
});

test('then more signals before fewer, then what has stood longest, then the name', () => {
  const people = [
    one('Cleo', [mine('2026-11-10')]),
    one('Ada', [mine('2026-11-10')]),
    one('Dina', [mine('2026-11-01')]),
    one('Bea', [mine('2026-11-20'), others('2026-11-20')]),
  ];
  expect(names(people)).toEqual(['Bea', 'Dina', 'Ada', 'Cleo']);
});

test('the same people in another order come out in the same order', () => {
  const people = [one('Ada', [mine()]), one('Bea', [others()]), one('Cleo', [mine()], true), one('Dina', [mine()])];
  expect(names(people.toReversed())).toEqual(names(people));
});

test('whoever has nothing, or nothing that is not noted, is not in it', () => {
  expect(names([one('Ada', []), one('Bea', [noted]), one('Cleo', [noted, others()])])).toEqual(['Cleo']);
});

test('what was noted counts for no place in it', () => {
  expect(names([one('Ada', [noted, others()]), one('Bea', [mine()])])).toEqual(['Bea', 'Ada']);
  expect(isForTutor(one('Ada', [noted, others()]))).toBe(false);
});

test('no more than were asked for', () => {
  expect(names([one('Ada', [mine()]), one('Bea', [mine()]), one('Cleo', [mine()])], 2)).toEqual(['Ada', 'Bea']);
});

test('open and noted signals are all of them', () => {
  const trainee = one('Ada', [noted, others()]);
  expect([...openSignals(trainee), ...notedApart(trainee)]).toHaveLength(2);
});

test('the order is said in words, and that there is no score', () => {
  expect(orderWords(12)).toMatch(/first 12 weeks first.*There is no score/);
  expect(orderWords(0)).not.toMatch(/first 0 weeks/);
});
