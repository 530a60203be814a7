import { daysBetween } from '#src/domain/calendar.ts';
import type { Member } from '#src/domain/cohorts/attention.ts';
import type { Standing } from '#src/domain/progress/standing.ts';
import { sortFrom } from '#src/components/ui/sort.ts';

/** A trainee in a cohort's table. */
export interface StandingMember extends Member {
  readonly standing: Standing;
}

/** What the table can be sorted by. */
export const SORT_KEYS = ['name', 'week', 'behind', 'done', 'seen'] as const;
type SortKey = (typeof SORT_KEYS)[number];

/** The order asked for in the address; by name where none is, or none that is known. */
export const readSort = (query: URLSearchParams) => sortFrom(query, SORT_KEYS, { by: 'name', order: 'asc' });

const VALUES: Record<SortKey, (member: StandingMember) => number | string> = {
  name: ({ name }) => name,
  week: ({ standing }) => standing.place.week,
  behind: ({ standing }) => standing.late.length,
  done: ({ standing }) => standing.done,
  seen: ({ lastSeenOn }) => lastSeenOn ?? '',
};

/** The members in the order asked for; ties by name. */
export function inOrder(
  members: readonly StandingMember[],
  { by, order }: { by: string; order: 'asc' | 'desc' },
): StandingMember[] {
  const value = VALUES[SORT_KEYS.find((key) => key === by) ?? 'name'];
  const direction = order === 'desc' ? -1 : 1;
  return members.toSorted((a, b) => direction * compare(value(a), value(b)) || compare(a.name, b.name));
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en-GB');
}

/** When somebody was last here, in words. */
export function seenWords(lastSeenOn: string | null, today: string): string {
  if (lastSeenOn === null) return 'Never';
  const days = daysBetween(lastSeenOn, today);
  if (days <= 0) return 'Today';
  return days === 1 ? 'Yesterday' : `${days} days ago`;
}
