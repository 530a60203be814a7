import { addDays, formatDay, isDay } from '../calendar.ts';
import { type Enrolment, programmePlace } from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import type { Pause } from '../programme/timeline.ts';
import type { WeekPlace } from '../week/words.ts';
import { isPlacementTime, minuteOf, placementDates, type PlacementDays } from './days.ts';

export type { PlacementDays } from './days.ts';

/** What else she has on days of her own: study time that is planned, a supervision meeting, a peer session, or somewhere else than her week says. */
export interface BusyTime {
  readonly kind: 'study' | 'supervision' | 'peer' | WeekPlace;
  readonly startsOn: string;
  /** The last day; for study time, meetings and peer sessions the same as the first. */
  readonly endsOn: string;
  /** `HH:MM`, where it is known. */
  readonly startsAt: string | null;
  readonly minutes: number | null;
}

/** Why a placement cannot be on these days. Each one stops it. */
export interface Clash {
  readonly kind:
    | 'not_a_day'
    | 'order'
    | 'too_long'
    | 'times'
    | 'before_start'
    | 'after_end'
    | 'overlap'
    | 'pause'
    | 'study'
    | 'supervision'
    | 'peer'
    | 'away';
  /** The form field to put right. */
  readonly field: 'startsOn' | 'endsOn' | 'weekdays' | 'endsAt';
  readonly words: string;
}

interface Proposal {
  readonly placement: PlacementDays;
  /** Her other placements; the one with the same id is left out, so that a change does not clash with itself, and so are cancelled ones. */
  readonly others: readonly PlacementDays[];
  readonly enrolment: Enrolment;
  readonly route: Route;
  readonly busy?: readonly BusyTime[];
}

/** Where she cannot be at a placement on the same day. Anywhere else her placement takes the place of. */
const AWAY: Partial<Record<BusyTime['kind'], string>> = {
  leave: 'You are on leave',
  not_working: 'You do not work',
  university: 'You are at university',
  masterclass: 'You have a masterclass',
  training: 'You have training',
};
/** A supervision meeting without an end is counted as so many minutes. */
const MEETING_MINUTES = 60;

const inWords = (day: string) => formatDay(day, { year: true });

function dayClashes(placement: PlacementDays): Clash[] {
  const { startsOn, endsOn, startsAt, endsAt } = placement;
  const clashes: Clash[] = [];
  if (!isDay(startsOn))
    clashes.push({ kind: 'not_a_day', field: 'startsOn', words: 'Give the first day, for example 26 November 2026.' });
  if (!isDay(endsOn))
    clashes.push({ kind: 'not_a_day', field: 'endsOn', words: 'Give the last day, for example 27 November 2026.' });
  if (clashes.length === 0 && endsOn < startsOn)
    clashes.push({ kind: 'order', field: 'endsOn', words: 'The last day is on or after the first day.' });
  if (clashes.length === 0 && !isPlacementTime(placement))
    clashes.push({ kind: 'too_long', field: 'endsOn', words: 'A placement lasts a year at most.' });
  if (startsAt && endsAt && endsAt <= startsAt)
    clashes.push({ kind: 'times', field: 'endsAt', words: 'It ends later than it begins.' });
  return clashes;
}

function programmeClashes({ placement, enrolment, route }: Proposal): Clash[] {
  const { endsOn } = programmePlace(enrolment, route, placement.startsOn);
  const clashes: Clash[] = [];
  if (placement.startsOn < enrolment.startedOn) {
    const words = `The programme begins on ${inWords(enrolment.startedOn)}.`;
    clashes.push({ kind: 'before_start', field: 'startsOn', words });
  }
  if (endsOn !== null && placement.endsOn > endsOn)
    clashes.push({ kind: 'after_end', field: 'endsOn', words: `The programme ends on ${inWords(endsOn)}.` });
  return clashes;
}

/** "on Monday 2 March 2026", "on … and …", or the first two and how many more. */
function daysInWords(days: readonly string[]): string {
  const [first = '', second = '', third] = days;
  if (days.length < 2) return `on ${inWords(first)}`;
  if (days.length === 2) return `on ${inWords(first)} and ${inWords(second)}`;
  const more = days.length === 3 && third ? inWords(third) : `${days.length - 2} more of these days`;
  return `on ${inWords(first)}, ${inWords(second)} and ${more}`;
}

/** The field a clash is told at: the first day, the last day, or the weekdays in between. */
function fieldOf(dates: readonly string[], clashing: readonly string[]): Clash['field'] {
  if (clashing[0] === dates[0]) return 'startsOn';
  return clashing.length === 1 && clashing[0] === dates.at(-1) ? 'endsOn' : 'weekdays';
}

/** Whether two things on one day are at the same time. What has no time may be at any. */
function atTheSameTime({ startsAt, endsAt }: PlacementDays, from: string | null | undefined, minutes: number | null) {
  if (!startsAt || !endsAt || !from || minutes === null) return true;
  const begins = minuteOf(from);
  return begins < minuteOf(endsAt) && minuteOf(startsAt) < begins + minutes;
}

function overlapClashes({ placement, others }: Proposal): Clash[] {
  const dates = placementDates(placement);
  return others.flatMap((other): Clash[] => {
    if (other.cancelledAt || (other.id !== undefined && other.id === placement.id)) return [];
    const minutes = other.startsAt && other.endsAt ? minuteOf(other.endsAt) - minuteOf(other.startsAt) : null;
    if (!atTheSameTime(placement, other.startsAt, minutes)) return [];
    const theirs = new Set(placementDates(other));
    const both = dates.filter((day) => theirs.has(day));
    if (both.length === 0) return [];
    const words = `You are at ${other.place} ${daysInWords(both)}.`;
    return [{ kind: 'overlap', field: fieldOf(dates, both), words }];
  });
}

/** Why something else she has stands in the way, or null where it does not. */
function busyReason({ kind }: BusyTime): Pick<Clash, 'kind' | 'words'> | null {
  if (kind === 'study') return { kind: 'study', words: 'You have study time' };
  if (kind === 'supervision') return { kind: 'supervision', words: 'You have supervision' };
  if (kind === 'peer') return { kind: 'peer', words: 'You have a peer session' };
  const words = AWAY[kind];
  return words === undefined ? null : { kind: 'away', words };
}

function busyClashes({ placement, busy = [] }: Proposal): Clash[] {
  const dates = placementDates(placement);
  const standing = busy.filter((time) =>
    atTheSameTime(placement, time.startsAt, time.kind === 'supervision' ? MEETING_MINUTES : time.minutes),
  );
  const byReason = Map.groupBy(standing, (time) => busyReason(time)?.words);
  return [...byReason.values()].flatMap((times): Clash[] => {
    const reason = times[0] && busyReason(times[0]);
    const both = dates.filter((day) => times.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn));
    if (!reason || both.length === 0) return [];
    return [{ kind: reason.kind, field: fieldOf(dates, both), words: `${reason.words} ${daysInWords(both)}.` }];
  });
}

function pauseWords({ startsOn, endsOn }: Pause): string {
  if (endsOn === null) return `The programme is paused from ${inWords(startsOn)}, with no day back yet.`;
  return `The programme is paused from ${inWords(startsOn)} to ${inWords(addDays(endsOn, -1))}.`;
}

function pauseClashes({ placement, enrolment }: Proposal): Clash[] {
  const dates = placementDates(placement);
  return enrolment.pauses.flatMap((pause): Clash[] => {
    const both = dates.filter((day) => pause.startsOn <= day && (pause.endsOn === null || day < pause.endsOn));
    return both.length === 0 ? [] : [{ kind: 'pause', field: fieldOf(dates, both), words: pauseWords(pause) }];
  });
}

/**
 * Everything that stands in the way of a placement, a plain sentence each; empty where nothing does. Only days on which she would
 * really be there count, and where the times of both are known, only the same time. Bank holidays are no clash.
 */
export function placementClashes(proposal: Proposal): Clash[] {
  const days = dayClashes(proposal.placement);
  if (days.length > 0) return days;
  const others = [pauseClashes, overlapClashes, busyClashes].flatMap((ask) => ask(proposal));
  return [...programmeClashes(proposal), ...others];
}

/** Clashes by the field they are told at; several of one field one after the other. */
export function clashFields(clashes: readonly Clash[]): Record<string, string> {
  const grouped = Map.groupBy(clashes, ({ field }) => field);
  return Object.fromEntries([...grouped].map(([field, own]) => [field, own.map(({ words }) => words).join(' ')]));
}
