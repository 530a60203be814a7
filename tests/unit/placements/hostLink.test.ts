import { describe, expect, test } from 'vitest';
import { hostEmail, hostDays, hostTimes } from '#src/components/placements/host/hostWords.ts';
import { linkEnd } from '#src/domain/links/link.ts';
import { hostState, isHostLinkOpen, isSameAnswer } from '#src/domain/placements/hostLink.ts';

const MADE = new Date('2026-11-01T09:00:00Z');
const END = linkEnd(MADE);
const facts = { expiresAt: END, revokedAt: null, isCancelled: false, isAnswered: false };
const at = (instant: string) => new Date(instant);

describe('a link opens the plan', () => {
  test.each<[string, Partial<typeof facts> | { revokedAt: Date }, string, boolean]>([
    ['right after it was made', {}, '2026-11-01T09:00:00Z', true],
    ['a second before its end', {}, '2026-11-15T08:59:59Z', true],
    ['at its end: no', {}, '2026-11-15T09:00:00Z', false],
    ['once taken back: no', { revokedAt: MADE }, '2026-11-02T09:00:00Z', false],
    ['once answered: no', { isAnswered: true }, '2026-11-02T09:00:00Z', false],
    ['for a placement that was cancelled: no', { isCancelled: true }, '2026-11-02T09:00:00Z', false],
  ])('%s', (_story, change, instant, isOpen) => {
    expect(isHostLinkOpen({ ...facts, ...change }, at(instant))).toBe(isOpen);
  });
});

describe('where the agreement of the host stands', () => {
  const link = { expiresAt: END, revokedAt: null };

  test.each([
    ['nobody asked', { link: null, answer: null }, 'not_asked'],
    ['asked', { link, answer: null }, 'asked'],
    ['the link was taken back', { link: { ...link, revokedAt: MADE }, answer: null }, 'link_over'],
    ['yes', { link, answer: { agrees: true } }, 'agreed'],
    ['no', { link, answer: { agrees: false } }, 'declined'],
  ])('%s', (_story, record, state) => {
    expect(hostState(record, at('2026-11-02T09:00:00Z'))).toBe(state);
  });

  test('the link is out of date', () => {
    expect(hostState({ link, answer: null }, END)).toBe('link_over');
  });
});

test('the same answer is the same in every word', () => {
  const said = { name: 'Moira', job: 'Desk', agrees: true, words: '' };
  expect(isSameAnswer(said, { ...said })).toBe(true);
  for (const change of [{ name: 'M' }, { job: 'D' }, { agrees: false }, { words: 'x' }])
    expect(isSameAnswer(said, { ...said, ...change })).toBe(false);
});

describe('what a host reads', () => {
  const days = { place: 'HMP Fernhill', startsOn: '2026-11-23', endsOn: '2026-11-27', weekdays: [1, 2, 3, 4, 5] };

  test.each([
    ['one day', { endsOn: '2026-11-23' }, 'Monday 23 November 2026'],
    ['a week', {}, 'Monday 23 November to Friday 27 November 2026: 5 days'],
    [
      'two days of it',
      { weekdays: [1, 3] },
      'Monday 23 November to Friday 27 November 2026 (Monday, Wednesday): 2 days',
    ],
  ])('%s', (_story, change, words) => {
    expect(hostDays({ ...days, ...change })).toBe(words);
  });

  test.each([
    [{ startsAt: '09:00', endsAt: '16:30' }, '09:00 to 16:30'],
    [{ startsAt: '09:00', endsAt: null }, 'From 09:00'],
    [{ startsAt: null, endsAt: '16:30' }, 'Until 16:30'],
    [{ startsAt: null, endsAt: null }, null],
  ])('%j', (times, words) => {
    expect(hostTimes(times)).toBe(words);
  });

  test('the e-mail holds the link, the days and who sends it', () => {
    const address = 'https://portal.example/host/abc';
    const { text } = hostEmail({ traineeName: 'Amara & Co', days: '1 day', address, from: 'Ruth' });
    for (const words of [address, 'Amara & Co', '1 day', 'Ruth']) expect(text).toContain(words);
  });
});
