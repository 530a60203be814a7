import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';
import { type ReplayedTrainee, replayDays, replayReport, spellsOf } from '#src/domain/signals/replay.ts';

const FIRST = '2026-01-04';
/** Weeks from a row of signs: "x" with the signal, "." without. */
const weeks = (row: string, kind: SignalKind = 'modules-late') =>
  [...row].map((sign, at) => ({
    day: addDays(FIRST, at * 7),
    isInFirstWeeks: at < 2,
    kinds: sign === 'x' ? [kind] : [],
  }));
const stayed = (row: string): ReplayedTrainee => ({ weeks: weeks(row), withdrewOn: null });
const left = (row: string): ReplayedTrainee => ({
  weeks: weeks(row),
  withdrewOn: addDays(FIRST, (row.length - 1) * 7 + 3),
});
const late = (...people: ReplayedTrainee[]) => replayReport(people).find(({ kind }) => kind === 'modules-late');

describe('a look back', () => {
  test('is taken on one day a week, the last one being the day asked for', () => {
    expect(replayDays('2026-11-01', '2026-11-22')).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']);
    expect(replayDays('2026-11-22', '2026-11-22')).toEqual(['2026-11-22']);
  });

  test('counts trainees, weeks and the first weeks, each of how many', () => {
    expect(late(stayed('x...'), stayed('....'))).toMatchObject({
      trainees: { count: 1, of: 2 },
      weeks: { count: 1, of: 8 },
      firstWeeks: { count: 1, of: 4 },
    });
  });

  test.each([
    ['....', []],
    ['xx.x', [2, 1]],
    ['.xxx', [3]],
  ])('%s came up and stood so: %s', (row, spells) => {
    expect(spellsOf(weeks(row), 'modules-late')).toEqual(spells);
  });

  test('tells the usual length and the longest', () => {
    expect(late(stayed('x.xx.xxxxx'))?.spells).toEqual({ count: 3, middleWeeks: 2, longestWeeks: 5 });
    expect(late(stayed('...'))?.spells).toBeNull();
  });

  test('sets the last four weeks of those who withdrew beside every four weeks of those who stayed', () => {
    const report = late(left('x.......'), left('......x.'), stayed('x....'));
    expect(report?.beforeWithdrawal).toEqual({ count: 1, of: 2 });
    expect(report?.usualStretch).toEqual({ count: 1, of: 2 });
  });

  test('leaves out who was not in her programme in that time', () => {
    expect(late({ weeks: [], withdrewOn: null }, stayed('....'))?.trainees).toEqual({ count: 0, of: 1 });
  });
});
