import { describe, expect, test } from 'vitest';
import { standingOnDay, type StandingRow } from '#src/domain/quality/standing.ts';

const row = (effectiveFrom: string, change: Partial<StandingRow> = {}): StandingRow => ({
  assessorId: 'owen',
  standing: 'qualified',
  countersignerId: null,
  effectiveFrom,
  ...change,
});
const training = (effectiveFrom: string, countersignerId = 'joan') =>
  row(effectiveFrom, { standing: 'in_training', countersignerId });

describe('how far an assessor is', () => {
  test('is new until somebody enters more: everything is sampled, nothing countersigned', () => {
    expect(standingOnDay([], 'owen', '2026-11-19')).toEqual({
      standing: 'new',
      countersignerId: null,
      needsCountersign: false,
      since: null,
    });
  });

  test.each([
    ['the day before', '2026-08-31', 'new', false],
    ['on the first day', '2026-09-01', 'in_training', true],
    ['the last day of it', '2026-10-31', 'in_training', true],
    ['once the next begins', '2026-11-01', 'qualified', false],
  ])('%s', (_story, day, standing, needsCountersign) => {
    const rows = [training('2026-09-01'), row('2026-11-01')];
    expect(standingOnDay(rows, 'owen', day)).toMatchObject({ standing, needsCountersign });
  });

  test('what was entered last counts, of two that begin on one day', () => {
    const rows = [training('2026-09-01'), row('2026-09-01')];
    expect(standingOnDay(rows, 'owen', '2026-09-02').standing).toBe('qualified');
  });

  test('an earlier day that is entered later changes nothing of today', () => {
    const rows = [training('2026-09-01'), row('2026-06-01')];
    expect(standingOnDay(rows, 'owen', '2026-09-02').standing).toBe('in_training');
  });

  test('is hers alone', () => {
    expect(standingOnDay([training('2026-09-01')], 'daniel', '2026-09-02').standing).toBe('new');
  });
});
