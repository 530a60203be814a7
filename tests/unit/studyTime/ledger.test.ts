import { describe, expect, test } from 'vitest';
import { addTotals, leftToMakeUp, madeUpOf, type StudySession, studyTotals } from '#src/domain/studyTime/ledger.ts';
import { aSession, recorded } from './sessions.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', entitledMinutes: 1865, today: '2026-11-22' };
const totals = (...sessions: StudySession[]) => studyTotals({ ...NOVEMBER, sessions });

const lost = aSession('2026-11-05', { record: recorded(0, 444) });
const again = (day: string, change: Partial<StudySession> = {}) => aSession(day, { makesUp: lost.id, ...change });

describe('study time over some days', () => {
  test('taken and lost add up to what was planned, where everything is recorded', () => {
    const { plannedMinutes, takenMinutes, lostMinutes, lostByCause } = totals(
      lost,
      aSession('2026-11-12', { record: recorded(222, 222, 'court') }),
      aSession('2026-11-19', { record: recorded(444) }),
    );
    expect(takenMinutes + lostMinutes).toBe(plannedMinutes);
    expect({ plannedMinutes, takenMinutes, lostMinutes }).toEqual({
      plannedMinutes: 1332,
      takenMinutes: 666,
      lostMinutes: 666,
    });
    expect(lostByCause).toEqual([
      { cause: 'duty_cover', minutes: 444, sessions: 1 },
      { cause: 'court', minutes: 222, sessions: 1 },
    ]);
  });

  test('what is over waits to be recorded, what comes is ahead, and today is over', () => {
    const { unrecordedMinutes, aheadMinutes } = totals(
      aSession('2026-11-19'),
      aSession('2026-11-22', { minutes: 60 }),
      aSession('2026-11-23', { minutes: 90 }),
    );
    expect({ unrecordedMinutes, aheadMinutes }).toEqual({ unrecordedMinutes: 504, aheadMinutes: 90 });
  });

  test('time without a plan is taken and never planned', () => {
    const figures = totals(aSession('2026-11-14', { isPlanned: false, minutes: 90, record: recorded(90) }));
    expect(figures).toMatchObject({ plannedMinutes: 0, takenMinutes: 90, unplannedMinutes: 90 });
  });

  test('days outside count for nothing but making up', () => {
    const figures = totals(
      aSession('2026-10-31', { record: recorded(444) }),
      lost,
      again('2026-12-03', { record: recorded(444) }),
    );
    expect(figures).toMatchObject({ plannedMinutes: 444, takenMinutes: 0, madeUpMinutes: 444, stillLostMinutes: 0 });
  });

  test('a planned time makes nothing up before it was taken', () => {
    expect(totals(lost, again('2026-11-24'))).toMatchObject({ madeUpMinutes: 0, stillLostMinutes: 444 });
  });

  test('what was to make up and was lost again is lost twice, and one day is still to make up', () => {
    const figures = totals(lost, again('2026-11-10', { record: recorded(0, 444, 'recall') }));
    expect(figures).toMatchObject({ lostMinutes: 888, madeUpMinutes: 0, stillLostMinutes: 444 });
  });

  test('nobody makes up more than was lost', () => {
    const corrected = { ...lost, record: recorded(300, 144) };
    const sessions = [corrected, again('2026-11-10', { record: recorded(444) })];
    expect(madeUpOf(corrected, sessions)).toBe(144);
    expect(leftToMakeUp(corrected, sessions)).toBe(0);
    expect(totals(...sessions).stillLostMinutes).toBe(0);
  });

  test('sessions that name each other end nowhere and count once', () => {
    const one = aSession('2026-11-03', { id: 'one', makesUp: 'other', record: recorded(0, 444) });
    const other = aSession('2026-11-04', { id: 'other', makesUp: 'one', record: recorded(0, 444) });
    expect(totals(one, other)).toMatchObject({ lostMinutes: 888, madeUpMinutes: 0, stillLostMinutes: 0 });
  });

  test('several people add up, cause by cause', () => {
    const one = totals(lost);
    const other = totals(aSession('2026-11-06', { record: recorded(400, 44) }));
    expect(addTotals([one, other])).toMatchObject({
      lostMinutes: 488,
      entitledMinutes: 3730,
      lostByCause: [{ cause: 'duty_cover', minutes: 488, sessions: 2 }],
    });
    expect(addTotals([])).toMatchObject({ lostMinutes: 0, lostByCause: [] });
  });
});
