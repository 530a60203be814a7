import { addDays, formatDay, londonDay } from '../calendar.ts';
import type { EndingKind, WithdrawalReason } from '../people/words.ts';
import { ENDING_WORDS, PAUSE_WORDS, WITHDRAWAL_WORDS } from './endingWords.ts';
import type { PauseReason } from './words.ts';

/** What was set for one trainee's place; days `YYYY-MM-DD`, instants in seconds since 1970. */
export interface PlaceFacts {
  readonly memberships: readonly {
    readonly cohortId: string;
    readonly cohortName: string;
    readonly joinedOn: string;
    readonly leftOn: string | null;
  }[];
  readonly changes: readonly {
    readonly fromRouteId: string;
    readonly toRouteId: string;
    readonly fromStartedOn: string;
    readonly toStartedOn: string;
    readonly fromHoursPerWeek: number;
    readonly toHoursPerWeek: number;
    readonly effectiveOn: string;
    readonly reason: string;
  }[];
  readonly breaks: readonly {
    readonly reason: PauseReason;
    readonly startsOn: string;
    /** The first day back. */
    readonly endsOn: string | null;
  }[];
  readonly endings: readonly {
    readonly kind: EndingKind;
    readonly reason: WithdrawalReason | null;
    readonly words: string;
    readonly endedOn: string;
    readonly reopenedAt: number | null;
  }[];
}

/** Something that became of her place, in the words of whoever reads it. */
export interface PlaceEvent {
  readonly on: string;
  readonly title: string;
  readonly lines: readonly string[];
}

interface Reading {
  readonly routeName: (routeId: string) => string;
  /** Cohorts whose name the reader may know; of any other she reads that it was another one. */
  readonly knows: (cohortId: string) => boolean;
  /** Whether reasons of breaks and endings are told: to the trainee herself and to administrators. */
  readonly reasons: boolean;
}

const long = (day: string) => formatDay(day, { year: true, weekday: false });

function membershipEvents({ memberships }: PlaceFacts, { knows }: Reading): PlaceEvent[] {
  const name = ({ cohortId, cohortName }: PlaceFacts['memberships'][number]) =>
    knows(cohortId) ? cohortName : 'another cohort';
  return memberships.flatMap((one) => [
    { on: one.joinedOn, title: `In ${name(one)} from this day`, lines: [] },
    ...(one.leftOn === null ? [] : [{ on: one.leftOn, title: `No longer in ${name(one)}`, lines: [] }]),
  ]);
}

function changeLines(change: PlaceFacts['changes'][number], { routeName }: Reading): string[] {
  const { fromRouteId, toRouteId, fromStartedOn, toStartedOn, fromHoursPerWeek, toHoursPerWeek, reason } = change;
  return [
    fromRouteId === toRouteId ? '' : `Route: ${routeName(fromRouteId)} before, ${routeName(toRouteId)} from then on.`,
    fromStartedOn === toStartedOn
      ? ''
      : `Weeks counted from ${long(toStartedOn)}, before that from ${long(fromStartedOn)}.`,
    fromHoursPerWeek === toHoursPerWeek
      ? ''
      : `${String(toHoursPerWeek)} hours a week, ${String(fromHoursPerWeek)} before.`,
    reason === '' ? 'The reason was removed, because its time was over.' : `Why: ${reason}`,
  ].filter((line) => line !== '');
}

function breakEvents({ breaks }: PlaceFacts, { reasons }: Reading): PlaceEvent[] {
  return breaks.map(({ reason, startsOn, endsOn }) => ({
    on: startsOn,
    title: reasons ? PAUSE_WORDS[reason] : 'A break',
    lines: [
      endsOn === null
        ? `From ${long(startsOn)}; the first day back is not known yet.`
        : `From ${long(startsOn)} to ${long(addDays(endsOn, -1))}; first day back ${long(endsOn)}.`,
    ],
  }));
}

function endingEvents({ endings }: PlaceFacts, { reasons }: Reading): PlaceEvent[] {
  return endings.flatMap(({ kind, reason, words, endedOn, reopenedAt }) => {
    const why = reasons ? [reason === null ? '' : `${WITHDRAWAL_WORDS[reason]}.`, words] : [];
    const ended = {
      on: endedOn,
      title: reasons ? `${ENDING_WORDS[kind]}: last day of the programme` : 'Last day of the programme',
      lines: why.filter((line) => line !== ''),
    };
    if (reopenedAt === null) return [ended];
    return [ended, { on: londonDay(new Date(reopenedAt * 1000)), title: 'Programme opened again', lines: [] }];
  });
}

/** Everything that became of a trainee's place, the newest first. */
export function placeEvents(facts: PlaceFacts, reading: Reading): PlaceEvent[] {
  const changes = facts.changes.map((change) => ({
    on: change.effectiveOn,
    title: 'Place in the programme changed',
    lines: changeLines(change, reading),
  }));
  const events = [
    ...membershipEvents(facts, reading),
    ...changes,
    ...breakEvents(facts, reading),
    ...endingEvents(facts, reading),
  ];
  return events
    .map((event, at) => ({ event, at }))
    .toSorted((one, other) => other.event.on.localeCompare(one.event.on) || other.at - one.at)
    .map(({ event }) => event);
}
