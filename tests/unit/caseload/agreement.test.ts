import { expect, test } from 'vitest';
import { agreementOn, type OverAgreement } from '#src/domain/caseload/agreement.ts';

const agreed = (id: string, startsOn: string, agreedAt: number): OverAgreement => ({
  id,
  reason: 'Cover',
  startsOn,
  until: '2026-12-11',
  by: 'Kerry Bell',
  allocationId: null,
  agreedAt,
});

test.each([
  ['none', [], null],
  ['one that has begun', [agreed('first', '2026-11-02', 1)], 'first'],
  ['of two the one agreed last', [agreed('second', '2026-11-16', 2), agreed('first', '2026-11-02', 1)], 'second'],
  [
    'one that has not begun yet does not count',
    [agreed('first', '2026-11-02', 1), agreed('next', '2026-11-27', 2)],
    'first',
  ],
  ['one that begins today counts', [agreed('today', '2026-11-26', 3)], 'today'],
  [
    'agreed again before the first one begins',
    [agreed('late', '2026-11-02', 5), agreed('early', '2026-11-20', 1)],
    'late',
  ],
])('the agreement to be over the limit that stands: %s', (_story, agreements, standing) => {
  expect(agreementOn(agreements, '2026-11-26')?.id ?? null).toBe(standing);
});

test('an agreement whose last day is over is still the one that stood last', () => {
  expect(agreementOn([agreed('first', '2026-11-02', 1)], '2027-03-01')?.until).toBe('2026-12-11');
});
