import { addDays, formatDay, isDay, weekStart } from '../calendar.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { weekdayOf } from './pattern.ts';

/** Two weeks from a Monday, as the page of a week shows them. */
export interface WeekView {
  /** The Monday. */
  readonly from: string;
  /** The Sunday of the second week. */
  readonly to: string;
  /** Whether today is in the first of the two. */
  readonly isNow: boolean;
}

const DAYS_SHOWN = 14;
const EARLIEST = '2020-01-01';
const LATEST = '2099-12-01';

/** The two weeks to show for an address: from the week of the day it names, else of today. */
export function weekView(named: string | null, today: string): WeekView {
  const isNamed = named !== null && isDay(named) && named >= EARLIEST && named <= LATEST;
  const from = weekStart(isNamed ? named : today);
  return { from, to: addDays(from, DAYS_SHOWN - 1), isNow: from === weekStart(today) };
}

/** One day on the page: its column from Monday and its row, from 0, and what is on it. */
export interface ShownDay {
  readonly day: string;
  readonly column: number;
  readonly row: 0 | 1;
  readonly isToday: boolean;
  readonly items: readonly AgendaItem[];
}

/** A part of the page, in the order in which it is read. */
export interface ShownWeek {
  readonly id: 'first' | 'second' | 'earlier';
  readonly heading: string;
  readonly days: readonly ShownDay[];
  /** Modules of that week, in its heading's place instead of on the day they are due. */
  readonly modules: readonly AgendaItem[];
}

function rangeWords(from: string, to: string): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = isOneMonth ? String(Number(from.slice(8))) : formatDay(from, { weekday: false });
  return `${first} to ${formatDay(to, { weekday: false })}`;
}

function headingOf(view: WeekView, row: 0 | 1): string {
  const monday = addDays(view.from, row * 7);
  const range = rangeWords(monday, addDays(monday, 6));
  return view.isNow ? `${row === 0 ? 'This week' : 'Next week'}: ${range}` : range;
}

/**
 * What the page shows, in the order it is read: today first where today is in it, then the days after, and the days of this week
 * that are over at the end. On a wide screen each day says its column and row, so that a week reads from Monday.
 */
export function shownWeeks(agenda: Agenda, view: WeekView, today: string): ShownWeek[] {
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(view.from, index)).map(
    (day, index): ShownDay => ({
      day,
      column: weekdayOf(day),
      row: index < 7 ? 0 : 1,
      isToday: day === today,
      items: agenda.items.filter((item) => item.day === day && item.kind !== 'module'),
    }),
  );
  const modulesOf = (row: 0 | 1) =>
    agenda.items.filter(({ kind, day }) => kind === 'module' && (day < addDays(view.from, 7) ? 0 : 1) === row);
  const isOver = ({ day }: ShownDay) => view.isNow && day < today;
  const week = (id: 'first' | 'second', row: 0 | 1): ShownWeek => ({
    id,
    heading: headingOf(view, row),
    days: days.filter((day) => day.row === row && !isOver(day)),
    modules: modulesOf(row),
  });
  const earlier = days.filter(isOver);
  const over: ShownWeek = { id: 'earlier', heading: 'Earlier this week', days: earlier, modules: [] };
  return [week('first', 0), week('second', 1), ...(earlier.length > 0 ? [over] : [])];
}
