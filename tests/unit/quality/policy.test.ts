import { describe, expect, test } from 'vitest';
import {
  policiesInOrder,
  policyChanges,
  policyLines,
  policyOnDay,
  type PolicyVersion,
  samplingPolicySchema,
} from '#src/domain/quality/policy.ts';
import { aPolicy } from './people.ts';

const version = (name: string, effectiveFrom: string, at: string | null): PolicyVersion => ({
  version: name,
  effectiveFrom,
  policy: aPolicy(),
  reason: 'Because.',
  set: at === null ? null : { at: new Date(`${at}T10:00:00Z`), by: 'Venetia Cole' },
});
const DEFAULT = version('default', '2026-01-01', null);

describe('the policy that counts on a day', () => {
  const versions = [
    DEFAULT,
    version('spring', '2026-04-01', '2026-03-20'),
    version('autumn', '2026-10-01', '2026-09-01'),
  ];

  test.each([
    ['a day before the first one: the first there is', '2025-12-01', 'default'],
    ['the default until somebody set one', '2026-03-31', 'default'],
    ['from its first day', '2026-04-01', 'spring'],
    ['until the day before the next', '2026-09-30', 'spring'],
    ['then the next', '2026-10-01', 'autumn'],
  ])('%s', (_story, day, expected) => {
    expect(policyOnDay(versions, day).version).toBe(expected);
  });

  test('of two that begin on one day the one that was entered later', () => {
    const two = [DEFAULT, version('second', '2026-04-01', '2026-03-21'), version('first', '2026-04-01', '2026-03-20')];
    expect(policyOnDay(two, '2026-04-01').version).toBe('second');
    expect(policiesInOrder(two).map((one) => one.version)).toEqual(['default', 'first', 'second']);
  });

  test('a default that comes with a later release takes the place of nothing that was set', () => {
    const later = [
      DEFAULT,
      version('spring', '2026-04-01', '2026-03-20'),
      version('newer default', '2026-06-01', null),
    ];
    expect(policyOnDay(later, '2026-07-01').version).toBe('spring');
  });
});

describe('what a policy says', () => {
  test('stands there line by line, and a change is told with before and after', () => {
    const before = aPolicy({ interimPercent: 10, everythingOf: ['new'] });
    const after = aPolicy({ interimPercent: 15, everythingOf: ['in_training', 'new'] });
    expect(policyChanges(before, after)).toEqual([
      { label: 'Interim: of each assessor’s pieces decided and not signed', before: '10%', after: '15%' },
      { label: 'Everything is looked at of assessors who are', before: 'new', after: 'in training or new' },
    ]);
    expect(policyChanges(before, before)).toEqual([]);
    expect(policyLines(before)).toHaveLength(13);
  });

  test.each([
    ['more than everything', { interimPercent: 101 }],
    ['less than nothing', { finalPercent: -1 }],
    ['half a percent', { unitsPercent: 0.5 }],
    ['no day to look', { lookWithinDays: 0 }],
    ['a method that there is not', { methodPercent: { hearsay: 10 } }],
  ])('%s is refused', (_story, change) => {
    expect(samplingPolicySchema.safeParse({ ...aPolicy(), ...change }).success).toBe(false);
  });
});
