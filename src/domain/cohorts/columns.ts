import { counted } from '../counted.ts';
import { daysBetween, formatDay } from '../calendar.ts';
import { openSignals } from '../signals/order.ts';
import { SIGNAL_WORDS } from '../signals/words.ts';
import { durationWords } from '../studyTime/duration.ts';
import type { CohortRow } from './row.ts';
import type { SortKey } from './view.ts';

/** What stands in one cell: its words, the page with the fact behind it, and its status where it has one. */
export interface CohortCell {
  readonly text: string;
  readonly href: string | null;
  readonly status?: 'late' | 'over' | 'paused' | undefined;
}

/** A column of the cohort's table, on the page and in the file alike. */
export interface CohortColumn {
  readonly key: SortKey;
  readonly heading: string;
  readonly cell: (row: CohortRow) => CohortCell;
  /** What it is sorted by. */
  readonly value: (row: CohortRow) => number | string;
}

const about = ({ traineeId }: CohortRow, rest: string) => `/trainees/${traineeId}${rest}`;
const longest = ({ facts }: CohortRow) => facts.late.reduce((most, { weeksLate }) => Math.max(most, weeksLate), 0);

function weekCell(row: CohortRow): CohortCell {
  const { state, week, weeksInRoute } = row.standing.place;
  const href = about(row, '#progress');
  if (state === 'before') return { text: 'Not begun', href };
  if (state === 'after') return { text: 'Over', href };
  const words = `${String(week)} of ${String(weeksInRoute)}`;
  return state === 'paused' ? { text: `Paused before ${words}`, href, status: 'paused' } : { text: words, href };
}

function lateCell(row: CohortRow): CohortCell {
  const count = row.facts.late.length;
  if (count === 0) return { text: 'None', href: null };
  const text = `${String(count)} late, ${count === 1 ? 'by' : 'the oldest by'} ${counted(longest(row), 'week')}`;
  return { text, href: about(row, '#progress'), status: 'late' };
}

function lostCell(row: CohortRow): CohortCell {
  const { lostMinutes, stillLostMinutes } = row.facts.study;
  if (lostMinutes === 0) return { text: 'None', href: null };
  const madeUp = lostMinutes - stillLostMinutes;
  const words = madeUp > 0 ? `, ${durationWords(madeUp)} of it made up` : '';
  return { text: `${durationWords(lostMinutes)}${words}`, href: about(row, '/study-time') };
}

function caseloadCell(row: CohortRow): CohortCell {
  const { used, available, percent, limit } = row.facts.caseload;
  const share = available === 0 ? 'no points available' : `${percent.toFixed(1)}%`;
  const text = `${String(used)} of ${String(available)} points, ${share}${limit === 'over' ? ': over limit' : ''}`;
  return { text, href: about(row, '/caseload'), ...(limit === 'over' ? { status: 'over' as const } : {}) };
}

function reviewCell(row: CohortRow): CohortCell {
  const { dueOn, isOverdue } = row.review;
  const { plannedOn } = row.facts.supervision;
  const href = about(row, '/supervision');
  if (dueOn === null) return { text: row.standing.place.state === 'after' ? 'No more' : 'After the break', href };
  const day = formatDay(dueOn, { year: row.facts.today, weekday: false });
  const planned =
    plannedOn === null ? '' : `, planned for ${formatDay(plannedOn, { year: row.facts.today, weekday: false })}`;
  return isOverdue
    ? { text: `Was due by ${day}${planned}`, href, status: 'late' }
    : { text: `Due by ${day}${planned}`, href };
}

function evidenceCell(row: CohortRow): CohortCell {
  const { returned, waiting } = row.facts;
  const words = [
    ...(returned.length === 0 ? [] : [`${String(returned.length)} returned`]),
    ...(waiting.length === 0 ? [] : [`${String(waiting.length)} waiting for a decision`]),
  ].join(', ');
  return words === '' ? { text: 'None', href: null } : { text: words, href: about(row, '#portfolio') };
}

/** When somebody was last here, in words. */
export function seenWords(lastSeenOn: string | null, today: string): string {
  if (lastSeenOn === null) return 'Never';
  const days = daysBetween(lastSeenOn, today);
  if (days <= 0) return 'Today';
  return days === 1 ? 'Yesterday' : `${String(days)} days ago`;
}

/** Kinds of her signals by name; a noted one says so. */
function needCell(row: CohortRow): CohortCell {
  const words = row.signals.map(({ kind, note }) => `${SIGNAL_WORDS[kind].name}${note === null ? '' : ' (noted)'}`);
  if (words.length === 0) return { text: 'Nothing', href: null };
  return { text: words.join('; '), href: about(row, '#signals') };
}

/** The columns of a cohort's table, in their order. */
export const COHORT_COLUMNS: readonly CohortColumn[] = [
  {
    key: 'name',
    heading: 'Trainee',
    cell: (row) => ({ text: row.name, href: about(row, '') }),
    value: ({ name }) => name,
  },
  { key: 'need', heading: 'Needs a look', cell: needCell, value: (row) => openSignals(row).length },
  { key: 'week', heading: 'Week', cell: weekCell, value: ({ standing }) => standing.place.week },
  { key: 'behind', heading: 'Late', cell: lateCell, value: ({ facts }) => facts.late.length },
  {
    key: 'done',
    heading: 'Done of due',
    cell: ({ standing }) => ({ text: `${String(standing.doneOfDue)} of ${String(standing.expected)}`, href: null }),
    value: ({ standing }) => standing.doneOfDue,
  },
  {
    key: 'lost',
    heading: 'Study time lost, 4 weeks',
    cell: lostCell,
    value: ({ facts }) => facts.study.lostMinutes,
  },
  {
    key: 'caseload',
    heading: 'Caseload against limit',
    cell: caseloadCell,
    value: ({ facts }) => facts.caseload.percent,
  },
  { key: 'review', heading: 'Three-way review', cell: reviewCell, value: ({ review }) => review.dueOn ?? '9999-12-31' },
  {
    key: 'evidence',
    heading: 'Evidence on its way',
    cell: evidenceCell,
    value: ({ facts }) => facts.returned.length + facts.waiting.length,
  },
  {
    key: 'seen',
    heading: 'Last seen',
    cell: ({ lastSeenOn, facts }) => ({ text: seenWords(lastSeenOn, facts.today), href: null }),
    value: ({ lastSeenOn }) => lastSeenOn ?? '',
  },
];

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en-GB');
}

/** The rows in the order asked for; ties by name. */
export function inOrder(
  rows: readonly CohortRow[],
  { by, order }: { readonly by: SortKey; readonly order: 'asc' | 'desc' },
): CohortRow[] {
  const value = COHORT_COLUMNS.find(({ key }) => key === by)?.value ?? (({ name }: CohortRow) => name);
  const direction = order === 'desc' ? -1 : 1;
  return rows.toSorted((one, other) => direction * compare(value(one), value(other)) || compare(one.name, other.name));
}
