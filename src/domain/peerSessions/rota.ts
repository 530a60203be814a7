import { type Enrolment, programmePlace } from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import { WEEKS_BEFORE_LEADING } from './limits.ts';

/** Somebody of the cohort, and the days of the sessions that she led or is to lead; cancelled ones are not in it. */
export interface RotaMember {
  readonly traineeId: string;
  readonly name: string;
  readonly ledOn: readonly string[];
  readonly enrolment: Enrolment;
  /** Null where her route is not known: then nothing stands in the way. */
  readonly route: Route | null;
}

/** Why somebody cannot be asked to lead on a day. */
export type LeadingObstacle = 'first_weeks' | 'on_a_break' | 'not_started' | 'over' | 'twice_running';

/** Why she is not asked on that day as far as her own programme says, or null. */
export function programmeObstacle({ enrolment, route }: RotaMember, day: string): LeadingObstacle | null {
  if (route === null) return null;
  const { state, week } = programmePlace(enrolment, route, day);
  if (state === 'before') return 'not_started';
  if (state === 'after') return 'over';
  if (state === 'paused') return 'on_a_break';
  return week <= WEEKS_BEFORE_LEADING ? 'first_weeks' : null;
}

/** A session that there is already: whoever leads it counts as the one before or after a new one. */
export interface PlannedDay {
  readonly day: string;
  readonly leaderId: string | null;
}

/** One line of a rota that is proposed. */
export interface RotaLine {
  readonly day: string;
  /** Null where nobody can be asked. */
  readonly leaderId: string | null;
}

const latestOf = (days: readonly string[]) => days.toSorted().at(-1) ?? '';

/** Fewest led first, then whose last one is longest ago; where both are alike, by name, so that the same facts give the same rota. */
function fairly(one: RotaMember, other: RotaMember): number {
  const byCount = one.ledOn.length - other.ledOn.length;
  if (byCount !== 0) return byCount;
  const [last, otherLast] = [latestOf(one.ledOn), latestOf(other.ledOn)];
  if (last !== otherLast) return last < otherLast ? -1 : 1;
  return `${one.name}\n${one.traineeId}` < `${other.name}\n${other.traineeId}` ? -1 : 1;
}

/** Who leads the sessions just before and just after a day. */
function neighbours(day: string, planned: readonly PlannedDay[]): (string | null)[] {
  const sorted = planned.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const before = sorted.findLast((one) => one.day < day);
  const after = sorted.find((one) => one.day > day);
  return [before, after].flatMap((one) => (one ? [one.leaderId] : []));
}

/** Why somebody is not asked for a day, her programme and the sessions around it looked at, or null. */
export function leadingObstacle(
  member: RotaMember,
  day: string,
  planned: readonly PlannedDay[],
): LeadingObstacle | null {
  const obstacle = programmeObstacle(member, day);
  if (obstacle !== null) return obstacle;
  return neighbours(day, planned).includes(member.traineeId) ? 'twice_running' : null;
}

function leaderFor(day: string, members: readonly RotaMember[], planned: readonly PlannedDay[]): string | null {
  const able = members.filter((member) => leadingObstacle(member, day, planned) === null);
  return able.toSorted(fairly)[0]?.traineeId ?? null;
}

const withDay = (members: readonly RotaMember[], { day, leaderId }: RotaLine): RotaMember[] =>
  members.map((member) => (member.traineeId === leaderId ? { ...member, ledOn: [...member.ledOn, day] } : member));

/**
 * Who leads on which day: fewest led first, then longest ago; never in the first twelve weeks, before the programme, during a break or after
 * the end, and never twice running, sessions that there are already among them. The same facts give the same rota, in whatever
 * order they come. A day that nobody can lead stays without a leader. Source: docs/decisions.md.
 */
export function fairRota(
  days: readonly string[],
  members: readonly RotaMember[],
  planned: readonly PlannedDay[],
): RotaLine[] {
  const lines: RotaLine[] = [];
  let counted = [...members];
  for (const day of days.toSorted()) {
    const line = { day, leaderId: leaderFor(day, counted, [...planned, ...lines]) };
    lines.push(line);
    counted = withDay(counted, line);
  }
  return lines;
}
