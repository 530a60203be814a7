import { createHash } from 'node:crypto';
import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarEvent } from '#src/domain/week/calendarEvents.ts';

const NAME = 'My training week';
const FOUR_HOURS_SECONDS = 4 * 3600;

/** Nothing of a record's id is in it. `seed` tells two people's calendars apart, in which a bank holiday has the same key. */
const uidOf = (seed: string, key: string) =>
  `${createHash('sha256').update(`${seed}\n${key}`).digest('hex').slice(0, 40)}@pqip-portal`;

interface CalendarFile {
  /** Different for each person and the same for good; only its hash goes out. */
  readonly seed: string;
  readonly events: readonly CalendarEvent[];
  /** Stands for when the plan was made, where an entry follows from the programme. */
  readonly madeAt: Date;
}

const asInstant = (day: string) => new Date(`${day}T00:00:00Z`);

/** The file that a calendar program reads (RFC 5545). The same plan gives the same bytes, so that an ETag can be made of them. */
export function calendarFile({ seed, events, madeAt }: CalendarFile): string {
  const calendar = new ICalCalendar({
    name: NAME,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'PQiP', product: 'Learning portal', language: 'EN' },
    ttl: FOUR_HOURS_SECONDS,
  });
  for (const { key, title, when, isBusy, isTentative, sequence, changedAt } of events) {
    calendar.createEvent({
      id: uidOf(seed, key),
      summary: title,
      allDay: when.allDay,
      start: when.allDay ? asInstant(when.start) : when.start,
      end: when.allDay ? asInstant(when.end) : when.end,
      sequence,
      stamp: changedAt ?? madeAt,
      lastModified: changedAt ?? madeAt,
      status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      busystatus: isBusy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
