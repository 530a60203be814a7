import { describe, expect, test } from 'vitest';
import { reviewGap } from '#src/domain/supervision/gap.ts';

const RULES = { everyWeeks: 8, firstWithinWeeks: 6 };
const enrolment = { startedOn: '2026-06-01', pauses: [] };
const gapOn = (today: string, lastHeldOn: string | null, change: Partial<Parameters<typeof reviewGap>[0]> = {}) =>
  reviewGap({ rules: RULES, enrolment, lastHeldOn, today, ...change });
const aBreak = (startsOn: string, endsOn: string | null) => ({
  enrolment: { startedOn: '2026-06-01', pauses: [{ startsOn, endsOn, reason: 'break_in_learning' as const }] },
});

describe('the gap since the last review', () => {
  test.each([
    ['on the day itself', '2026-09-07', 0, false],
    ['a week on', '2026-09-14', 1, false],
    ['on the last day that was agreed', '2026-11-02', 8, false],
    ['the day after it', '2026-11-03', 8, true],
    ['eleven weeks on', '2026-11-23', 11, true],
  ])('%s', (_story, today, weeks, isOverdue) => {
    expect(gapOn(today, '2026-09-07')).toMatchObject({ weeks, isOverdue, dueOn: '2026-11-02' });
  });

  test('is said in one sentence, with what was agreed', () => {
    expect(gapOn('2026-11-16', '2026-09-07').sentence).toBe(
      'Last review 10 weeks ago, on Monday 7 September; every 8 weeks is agreed.',
    );
    expect(gapOn('2026-09-07', '2026-09-07').sentence).toContain('Last review today');
    expect(gapOn('2026-09-10', '2026-09-07').sentence).toContain('less than a week ago');
  });

  test('counts a change of the clock like any other week', () => {
    expect(gapOn('2026-11-02', '2026-10-19').weeks).toBe(2);
  });

  test('leaves a break in learning out, and says so', () => {
    const gap = gapOn('2026-11-16', '2026-07-06', aBreak('2026-07-20', '2026-09-14'));
    expect(gap).toMatchObject({ weeks: 11, isOverdue: true, dueOn: '2026-10-26' });
    expect(gap.sentence).toBe(
      'Last review 11 weeks ago, not counting the break, on Monday 6 July; every 8 weeks is agreed.',
    );
  });

  test('is never overdue while the programme stands still, and has no day by which', () => {
    const gap = gapOn('2026-11-16', '2026-06-15', aBreak('2026-07-20', null));
    expect(gap).toMatchObject({ weeks: 5, isOverdue: false, dueOn: null });
    expect(gap.sentence).toContain('The programme stands still, and that time does not count.');
  });

  test('ends with the programme', () => {
    const gap = gapOn('2026-11-16', '2026-06-15', { isOver: true });
    expect(gap).toMatchObject({ isOverdue: false, dueOn: null });
    expect(gap.sentence).toContain('The programme is over.');
  });
});

describe('before the first review', () => {
  test.each([
    ['the programme has not begun', '2026-05-25', false, /^No review yet: the programme has not begun\./],
    ['there is time', '2026-06-29', false, /within 6 weeks of the start, by Monday 13 July\.$/],
    ['on the last day', '2026-07-13', false, /by Monday 13 July\.$/],
    [
      'it is overdue',
      '2026-07-20',
      true,
      /^No review yet, 7 weeks after the start; the first is agreed within 6 weeks/,
    ],
  ])('%s', (_story, today, isOverdue, words) => {
    const gap = gapOn(today, null);
    expect(gap.isOverdue).toBe(isOverdue);
    expect(gap.sentence).toMatch(words);
  });

  test('a review that was held before the start counts from the start', () => {
    expect(gapOn('2026-06-15', '2026-05-18').weeks).toBe(2);
  });
});
