import { describe, expect, test } from 'vitest';
import { calendarEvents } from '#src/domain/week/calendarEvents.ts';
import { londonInstant } from '#src/domain/week/londonTime.ts';
import { agenda, appointment, half, MONDAY, pattern } from './facts.ts';

test.each([
  ['in winter London is UTC', '2026-11-23', '09:30', '2026-11-23T09:30:00.000Z'],
  ['in summer it is an hour ahead', '2026-07-06', '09:30', '2026-07-06T08:30:00.000Z'],
  ['the night before clocks go forward', '2027-03-27', '23:30', '2027-03-27T23:30:00.000Z'],
  ['before they go forward', '2027-03-28', '00:59', '2027-03-28T00:59:00.000Z'],
  [
    'the hour that is left out, as a clock that was not changed shows it',
    '2027-03-28',
    '01:30',
    '2027-03-28T01:30:00.000Z',
  ],
  ['after they went forward', '2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
  ['before they go back', '2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
  ['of the hour that comes twice, the first', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ['after they went back', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ['midnight after they went back', '2026-10-26', '00:00', '2026-10-26T00:00:00.000Z'],
])('%s', (_story, day, time, expected) => {
  expect(londonInstant(day, time).toISOString()).toBe(expected);
});

describe('entries of a calendar', () => {
  const events = (...facts: Parameters<typeof agenda>[0]) =>
    calendarEvents(agenda(facts, { audience: 'calendar', to: MONDAY }));

  test('a place that takes the day is a day, and the time is not taken', () => {
    const [office] = events(pattern());
    expect(office).toMatchObject({
      title: 'Office',
      isBusy: false,
      when: { allDay: true, start: MONDAY, end: '2026-11-24' },
    });
  });

  test('two halves of a day do not lie over each other', () => {
    const days = [[half('office', 'morning'), half('court', 'afternoon')], [], [], [], [], [], []];
    const [morning, afternoon] = events(pattern({ days })).map(({ when }) => when);
    expect(morning?.end.valueOf()).toBeLessThanOrEqual(Number(afternoon?.start.valueOf()));
  });

  test('an appointment has its times, its revision, and none of its words', () => {
    const [found] = events(appointment({ revision: 3 })).filter(({ title }) => title === 'Appointment');
    expect(found).toMatchObject({ isBusy: true, sequence: 3, changedAt: new Date(1_800_000_000_000) });
    expect(found?.when).toEqual({
      allDay: false,
      start: new Date('2026-11-23T08:30:00Z'),
      end: new Date('2026-11-23T09:15:00Z'),
    });
  });

  test('an appointment in the hour that clocks leave out still ends after it begins', () => {
    const lost = appointment({ day: '2027-03-28', startsAt: '01:30', endsAt: '02:00' });
    const [found] = calendarEvents(agenda([lost], { from: '2027-03-28', to: '2027-03-28', audience: 'calendar' }));
    expect(Number(found?.when.end.valueOf())).toBeGreaterThan(Number(found?.when.start.valueOf()));
  });

  test('what is moved keeps its key; days of a usual week have one for each day', () => {
    const [before] = events(appointment()).map(({ key }) => key);
    const [after] = calendarEvents(
      agenda([appointment({ day: '2026-11-24' })], { audience: 'calendar', usual: [[], [], [], [], [], [], []] }),
    );
    expect(events(appointment()).map(({ key }) => key)).toContain(after?.key);
    expect(before).toBeDefined();
    const week = calendarEvents(agenda([pattern()], { audience: 'calendar' })).map(({ key }) => key);
    expect(new Set(week).size).toBe(week.length);
  });
});
