import { describe, expect, test } from 'vitest';
import {
  firstHandedOn,
  handedOn,
  keptDay,
  mayAskWithoutName,
  whyNoQuestion,
} from '#src/domain/peerSessions/questions.ts';

const DAY = '2026-12-10';
const session = { day: DAY, heldAt: null, cancelledAt: null };
const AT = new Date('2026-12-10T16:00:00Z');

describe('a question beforehand', () => {
  test.each([
    ['weeks before', session, '2026-11-01', true],
    ['on the day', session, DAY, true],
    ['the day after, though nobody closed the session', session, '2026-12-11', false],
    ['once the session is closed', { ...session, heldAt: AT }, DAY, false],
    ['for a session that was cancelled', { ...session, cancelledAt: AT }, '2026-11-01', false],
  ])('%s', (_story, of, today, isOpen) => {
    expect(whyNoQuestion(of, today) === null).toBe(isOpen);
  });

  test('comes without a name until the evening before: on the day, whoever types has asked', () => {
    expect(mayAskWithoutName(session, '2026-12-09')).toBe(true);
    expect(mayAskWithoutName(session, DAY)).toBe(false);
  });
});

describe('the day that is kept of a question', () => {
  test('is the day it was asked where it has a name', () => {
    expect(keptDay(session, { today: '2026-11-20', named: true })).toBe('2026-11-20');
  });

  test.each([
    ['asked three weeks before', '2026-11-19', '2026-12-07'],
    ['asked on the evening before they are handed on', '2026-12-06', '2026-12-07'],
    ['asked on the day they are handed on', '2026-12-07', DAY],
    ['asked the evening before the session', '2026-12-09', DAY],
  ])('is the day on which it is handed on with the others where it has none: %s', (_story, today, kept) => {
    expect(keptDay(session, { today, named: false })).toBe(kept);
  });

  test('says nothing about when it was asked: every day before handing on keeps the same', () => {
    const days = ['2026-11-01', '2026-11-20', '2026-12-01', '2026-12-06'];
    expect(new Set(days.map((today) => keptDay(session, { today, named: false })))).toEqual(
      new Set([firstHandedOn(session)]),
    );
  });
});

describe('what whoever leads can read', () => {
  const question = (id: string, askedBy: string | null, askedOn: string) => ({ id, words: id, askedBy, askedOn });
  const all = [
    question('d', null, DAY),
    question('c', 'tom', '2026-11-20'),
    question('b', null, '2026-12-07'),
    question('a', null, '2026-12-07'),
  ];
  const ids = (today: string, day = DAY) => handedOn(all, { day, today }).map(({ id }) => id);

  test.each([
    ['the day before, only those with a name', '2026-12-06', ['c']],
    ['three days before, all that came until then, at once', '2026-12-07', ['a', 'b', 'c']],
    ['on the day, the rest', DAY, ['a', 'b', 'c', 'd']],
  ])('%s', (_story, today, expected) => {
    expect(ids(today)).toEqual(expected);
  });

  test('is in the order of ids, which are drawn, and never in the order in which they came', () => {
    expect(handedOn(all.toReversed(), { day: DAY, today: DAY })).toEqual(handedOn(all, { day: DAY, today: DAY }));
  });

  test('is everything on the day of a session that was moved to an earlier one', () => {
    expect(ids('2026-12-01', '2026-12-01')).toEqual(['a', 'b', 'c', 'd']);
  });
});
