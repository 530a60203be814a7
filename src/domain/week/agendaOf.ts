import { addDays, dayNumber, daysBetween } from '../calendar.ts';
import { type Enrolment, pauseOn, timelineOf } from '../programme/timeline.ts';
import type { Qualifications } from '../portfolio/versions.ts';
import { courseOf, placeOf } from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import { type Agenda, AGENDA_KINDS, type AgendaItem, type Audience } from './agenda.ts';
import type { BankHolidays } from './bankHolidays.ts';
import type { FactOf, WeekFact } from './facts.ts';
import { type ItemMaker, itemMaker } from './items.ts';
import { placesOn } from './places.ts';
import type { WeekDays } from './pattern.ts';
import { programmeItems } from './programmeItems.ts';
import { spanOf } from './times.ts';

/** What a trainee's agenda is made of. */
export interface AgendaFacts {
  readonly facts: readonly WeekFact[];
  readonly enrolment: Enrolment;
  readonly route: Route | null;
  /** Module id -> title. */
  readonly titles: ReadonlyMap<string, string>;
  readonly qualifications: Qualifications;
  readonly holidays: Pick<BankHolidays, 'days'>;
  /** The week of whoever has no pattern. */
  readonly usual: WeekDays;
  readonly from: string;
  readonly to: string;
  /** The programme day: what is behind it does not move. */
  readonly today: string;
  readonly audience: Audience;
}

/** The facts of one kind. */
export function factsOf<K extends WeekFact['fact']>(facts: readonly WeekFact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.fact === kind);
}

const daysFrom = (from: string, to: string) =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

/** Whether the pattern counts on a day: while her programme runs and is not paused. */
function runningDays({ enrolment, route, from }: AgendaFacts): (day: string) => boolean {
  const timeline = timelineOf(enrolment);
  const last = route ? placeOf(courseOf(enrolment, route), from).endsOn : null;
  return (day) =>
    dayNumber(day) >= timeline.start && pauseOn(timeline, dayNumber(day)) === null && (last === null || day <= last);
}

/** Where she is, day by day. */
function placeItems(given: AgendaFacts, make: ItemMaker): AgendaItem[] {
  const { facts, holidays, usual, from, to } = given;
  const runs = runningDays(given);
  const around = {
    patterns: factsOf(facts, 'pattern'),
    exceptions: factsOf(facts, 'exception'),
    placements: factsOf(facts, 'placement'),
    holidays,
    usual,
  };
  return daysFrom(from, to)
    .map((day) => ({ day, places: placesOn(around, day) }))
    .flatMap(({ day, places }) => make.places(day, runs(day) ? places : { ...places, pattern: null }));
}

function recordItems({ facts }: AgendaFacts, make: ItemMaker): AgendaItem[] {
  return [
    ...factsOf(facts, 'study').map(make.study),
    ...factsOf(facts, 'meeting').map(make.meeting),
    ...factsOf(facts, 'peerSession').map(make.peerSession),
    ...factsOf(facts, 'action').map(make.action),
    ...factsOf(facts, 'contactAction').map(make.contactAction),
    ...factsOf(facts, 'appointment').map(make.appointment),
    ...factsOf(facts, 'planned').flatMap(make.planned),
    ...factsOf(facts, 'returned').flatMap(make.returned),
  ];
}

/** Earliest day first, then by time; of things at the same time, in the order of the kinds. */
function inOrder(one: AgendaItem, other: AgendaItem): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  const [first, second] = [spanOf(one).from, spanOf(other).from];
  if (first !== second) return first < second ? -1 : 1;
  const byKind = AGENDA_KINDS.indexOf(one.kind) - AGENDA_KINDS.indexOf(other.kind);
  return byKind || (one.id < other.id ? -1 : 1);
}

/** A trainee's days as a list: everything that her facts and her programme put on them, in words for one audience. */
export function weekAgenda(given: AgendaFacts): Agenda {
  const make = itemMaker(given);
  const items = [...placeItems(given, make), ...recordItems(given, make), ...programmeItems(given, make)];
  const { from, to } = given;
  return { from, to, items: items.filter(({ day }) => from <= day && day <= to).toSorted(inOrder) };
}
