import { addDays } from '../calendar.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { stretchOf } from './clashes.ts';
import { londonInstant } from './londonTime.ts';

/** One entry of a calendar file, in generic words. */
export interface CalendarEvent {
  /** What it is of, the same for as long as it exists. The file never shows it: it becomes the UID through a hash. */
  readonly key: string;
  readonly title: string;
  /** Days as `YYYY-MM-DD`, the last one not included, or instants. */
  readonly when:
    | { readonly allDay: true; readonly start: string; readonly end: string }
    | { readonly allDay: false; readonly start: Date; readonly end: Date };
  /** Whether the time is taken: places and days due are not. */
  readonly isBusy: boolean;
  readonly isTentative: boolean;
  /** How often it was changed. */
  readonly sequence: number;
  /** Null where it follows from the programme. */
  readonly changedAt: Date | null;
}

const NOT_BUSY: readonly AgendaItem['kind'][] = ['holiday', 'place', 'contact', 'module', 'evidence'];
/** A half day has no time of its own in the portal; a calendar gets one, so that two halves do not lie over each other. */
const HALF_DAYS = { morning: ['09:00', '12:30'], afternoon: ['13:00', '17:00'] } as const;

function timesOf(item: AgendaItem): readonly [string, string] | null {
  if (item.part === 'morning' || item.part === 'afternoon') return HALF_DAYS[item.part];
  const { startsAt, endsAt } = stretchOf(item);
  return startsAt === null ? null : [startsAt, endsAt ?? startsAt];
}

/** A time that runs to the end of the day ends at midnight. */
function endInstant(day: string, endsAt: string): Date {
  return endsAt === '24:00' ? londonInstant(addDays(day, 1), '00:00') : londonInstant(day, endsAt);
}

function whenOf(item: AgendaItem): CalendarEvent['when'] {
  const times = timesOf(item);
  if (times === null) return { allDay: true, start: item.day, end: addDays(item.day, 1) };
  const start = londonInstant(item.day, times[0]);
  const end = endInstant(item.day, times[1]);
  // An end inside the hour that clocks leave out in March may come out before the start.
  return { allDay: false, start, end: end > start ? end : new Date(start.getTime() + 60_000) };
}

/** Days of the pattern have no record of their own: their key says the day, and nothing about who she is. */
const keyOf = ({ id, kind, day, part, startsAt, place }: AgendaItem) =>
  kind === 'place' && id.startsWith('place:') ? `place:${day}:${part}:${startsAt ?? ''}:${place ?? ''}` : id;

/** The entries of a calendar. Take an agenda that was made for the audience `calendar`: its words go out as they are. */
export function calendarEvents({ items }: Agenda): CalendarEvent[] {
  return items.map((item) => ({
    key: keyOf(item),
    title: item.title,
    when: whenOf(item),
    isBusy: !NOT_BUSY.includes(item.kind) && item.note !== 'due',
    isTentative: item.note !== '' && item.kind === 'placement',
    sequence: item.revision,
    changedAt: item.changedAt === 0 ? null : new Date(item.changedAt * 1000),
  }));
}
