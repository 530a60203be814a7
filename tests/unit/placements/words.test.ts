import { expect, test } from 'vitest';
import {
  agreementWords,
  durationWords,
  missingWords,
  PLACEMENT_KIND_NAMES,
  placementDays,
  placementTime,
  timesWords,
  totalsWords,
  weekdayWords,
} from '#src/components/placements/words.ts';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';

test.each([
  ['one day', '2026-11-26', '2026-11-26', 'Thursday 26 November 2026'],
  ['two days', '2026-11-26', '2026-11-27', 'Thursday 26 November to Friday 27 November 2026'],
  ['from one month into the next', '2026-11-30', '2026-12-01', 'Monday 30 November to Tuesday 1 December 2026'],
  ['over the turn of the year', '2026-12-31', '2027-01-04', 'Thursday 31 December 2026 to Monday 4 January 2027'],
])('the days of a placement: %s', (_story, startsOn, endsOn, words) => {
  expect(placementDays({ startsOn, endsOn })).toBe(words);
});

const agreed = (...names: string[]) => ({
  agreements: names.map((name) => ({ personId: name, name, at: new Date(0) })),
});

test.each([
  ['nobody', agreed(), 'Nobody has agreed yet.'],
  ['one', agreed('Ruth Adeyemi'), 'Agreed by Ruth Adeyemi.'],
  ['both', agreed('Ruth Adeyemi', 'Kerry Bell'), 'Agreed by Ruth Adeyemi and Kerry Bell.'],
  [
    'the host too',
    { ...agreed('Ruth Adeyemi', 'Kerry Bell'), host: { name: 'Jo', agrees: true } },
    'Agreed by Ruth Adeyemi, Kerry Bell and Jo for the host.',
  ],
  ['a host who said no', { ...agreed(), host: { name: 'Jo', agrees: false } }, 'Nobody has agreed yet.'],
])('who agreed: %s', (_story, placement, words) => {
  expect(agreementWords(placement)).toBe(words);
});

test.each(PLACEMENT_KINDS)('%s has a name that people read', (kind) => {
  expect(PLACEMENT_KIND_NAMES[kind]).toMatch(/^[A-Z][a-z ]+$/u);
});

test('who is missing is named, to the trainee and to those who look after her', () => {
  const people = [{ part: 'manager', name: 'Kerry Bell' }];
  expect(missingWords([], { audience: 'self', people })).toBe('');
  expect(missingWords(['tutor', 'manager', 'host'], { audience: 'self', people })).toBe(
    'Still to agree: your tutor, your manager (Kerry Bell) and the host.',
  );
  expect(missingWords(['tutor'], { audience: 'colleague' })).toBe('Still to agree: the tutor.');
});

test.each([
  ['every working day', [1, 2, 3, 4, 5], ''],
  ['two of them', [3, 4], 'Wednesdays and Thursdays'],
  ['with the Saturday', [1, 6], 'Mondays and Saturdays'],
])('weekdays: %s', (_story, weekdays, words) => {
  expect(weekdayWords({ startsOn: '2026-11-02', endsOn: '2026-11-20', weekdays })).toBe(words);
});

test.each([
  ['both', '09:30', '16:00', '9:30am to 4pm'],
  ['the beginning', '09:30', null, 'from 9:30am'],
  ['the end', null, '16:00', 'until 4pm'],
  ['none', null, null, ''],
])('times, where known: %s', (_story, startsAt, endsAt, words) => {
  expect(timesWords({ startsAt, endsAt })).toBe(words);
});

test('days, weekdays and times are one line', () => {
  const when = { startsOn: '2026-11-02', endsOn: '2026-11-20', weekdays: [1], startsAt: '09:00', endsAt: null };
  expect(placementTime(when)).toBe('Monday 2 November to Friday 20 November 2026, Mondays, from 9am');
  expect(placementTime({ startsOn: '2026-11-02', endsOn: '2026-11-02' })).toBe('Monday 2 November 2026');
});

test.each([
  [0, '0 hours'],
  [1, '1 minute'],
  [60, '1 hour'],
  [444, '7 hours 24 minutes'],
])('%i minutes are %s', (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});

test('attendance says every number with what it is out of', () => {
  const totals = { plannedDays: 6, pastDays: 5, attendedDays: 2, partDays: 1, missedDays: 1, unrecordedDays: 1 };
  expect(totalsWords({ ...totals, minutes: 930, plannedMinutes: 1980 })).toBe(
    'There on 3 of 6 days planned, 1 of them in part, 1 missed: 15 hours 30 minutes of 33 hours planned. Not recorded yet: 1 day.',
  );
  const plain = { plannedDays: 1, pastDays: 1, attendedDays: 1, partDays: 0, missedDays: 0, unrecordedDays: 0 };
  expect(totalsWords({ ...plain, minutes: 420, plannedMinutes: null })).toBe('There on 1 of 1 day planned: 7 hours.');
});
