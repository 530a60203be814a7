import type { DayPart } from './times.ts';
import type { WeekPlace } from './words.ts';

export const AGENDA_KINDS = [
  'holiday',
  'place',
  'placement',
  'study',
  'supervision',
  'contact',
  'peer-session',
  'appointment',
  'module',
  'evidence',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** Who reads it: herself, her tutor or manager, or a calendar that fetches it by its address and is told generic words only. */
export type Audience = 'self' | 'colleague' | 'calendar';

/** One line of a trainee's week: of one day, at a time or for a part of the day. */
export interface AgendaItem {
  /** Stays the same for the same thing on the same day. */
  readonly id: string;
  readonly kind: AgendaKind;
  /** `YYYY-MM-DD` in London, like every day here. */
  readonly day: string;
  readonly part: DayPart;
  /** `HH:MM` in London, null where only the part of the day is known. `endsAt` may be missing where `startsAt` stands. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly title: string;
  /** A short word after the title, such as "not agreed yet" or "lost"; empty where there is nothing to say. */
  readonly note: string;
  readonly href: string | null;
  /** She may move it herself: an appointment, or study time that has no record yet. */
  readonly movable: boolean;
  /** Only she sees its words. */
  readonly isPrivate: boolean;
  /** Where she is, for the kind `place`. */
  readonly place: WeekPlace | null;
  /** The row behind it, and its revision where it can be changed here. */
  readonly recordId: string;
  readonly revision: number;
  /** Seconds since 1970 when it was last changed; 0 where it follows from the programme. */
  readonly changedAt: number;
}

/** A trainee's days from `from` to `to`, both included, each item in order of day and time. */
export interface Agenda {
  readonly from: string;
  readonly to: string;
  readonly items: readonly AgendaItem[];
}
