import { describe, expect, test } from 'vitest';
import { inOrder, readSort, seenWords, type StandingMember } from '#src/components/cohorts/order.ts';
import type { Standing } from '#src/domain/progress/standing.ts';

interface Short {
  week?: number;
  late?: number;
  done?: number;
  seen?: string | null;
}

function member(name: string, { week = 1, late = 0, done = 0, seen = null }: Short): StandingMember {
  const standing = {
    place: { week },
    late: Array.from({ length: late }, () => ({ moduleId: 'm', weeksLate: 1 })),
    done,
  } as unknown as Standing;
  return { traineeId: name.toLowerCase(), name, standing, lastSeenOn: seen };
}

const ADA = member('Ada', { week: 20, late: 0, done: 2, seen: '2026-11-20' });
const BEN = member('Ben', { week: 9, late: 2, done: 0, seen: null });
const CERYS = member('Cerys', { week: 20, late: 1, done: 1, seen: '2026-11-02' });
const names = (by: string, order: 'asc' | 'desc' = 'asc') =>
  inOrder([CERYS, ADA, BEN], { by, order }).map(({ name }) => name);

describe('a cohort in order', () => {
  test.each([
    ['of name', 'name', 'asc', ['Ada', 'Ben', 'Cerys']],
    ['of name, backwards', 'name', 'desc', ['Cerys', 'Ben', 'Ada']],
    ['of week as a number: 9 comes before 20', 'week', 'asc', ['Ben', 'Ada', 'Cerys']],
    ['of week backwards, ties by name forwards all the same', 'week', 'desc', ['Ada', 'Cerys', 'Ben']],
    ['of late modules, most first', 'behind', 'desc', ['Ben', 'Cerys', 'Ada']],
    ['of modules done', 'done', 'asc', ['Ben', 'Cerys', 'Ada']],
    ['of last seen, who never was first', 'seen', 'asc', ['Ben', 'Cerys', 'Ada']],
    ['of something unknown: of name', 'salary', 'asc', ['Ada', 'Ben', 'Cerys']],
  ] as const)('%s', (_story, by, order, expected) => {
    expect(names(by, order)).toEqual(expected);
  });

  test('the list that was handed in stays as it was', () => {
    const members = [CERYS, ADA];
    inOrder(members, { by: 'name', order: 'asc' });
    expect(members).toEqual([CERYS, ADA]);
  });

  test('an address without an order means by name', () => {
    expect(readSort(new URLSearchParams())).toEqual({ by: 'name', order: 'asc' });
    expect(readSort(new URLSearchParams('sort=seen&order=desc'))).toEqual({ by: 'seen', order: 'desc' });
  });
});

test.each([
  ['never', null, 'Never'],
  ['today', '2026-11-21', 'Today'],
  ['later than today, by a clock that is ahead', '2026-11-22', 'Today'],
  ['yesterday', '2026-11-20', 'Yesterday'],
  ['two days ago', '2026-11-19', '2 days ago'],
  ['last year', '2025-11-21', '365 days ago'],
])('last seen %s', (_story, lastSeenOn, words) => {
  expect(seenWords(lastSeenOn, '2026-11-21')).toBe(words);
});
