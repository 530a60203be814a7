import { daysBetween } from '../calendar.ts';
import type { Standing } from '../progress/standing.ts';

/** Days without a sign-in after which a tutor is told. Source: docs/decisions.md, "Who needs me". */
export const QUIET_DAYS = 10;

const MOST_NAMED = 5;

export interface Member {
  readonly traineeId: string;
  readonly name: string;
  readonly standing: Pick<Standing, 'late' | 'place'>;
  /** The day she was last seen in the portal, or null where she never was. */
  readonly lastSeenOn: string | null;
}

export interface Attention {
  readonly traineeId: string;
  readonly name: string;
  /** Plain sentences, the weightiest first. */
  readonly reasons: readonly string[];
  readonly nextStep: string;
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function quietDays({ lastSeenOn }: Member, today: string): number | null {
  return lastSeenOn === null ? null : daysBetween(lastSeenOn, today);
}

function lateReason({ standing }: Member): string | null {
  const [oldest] = standing.late;
  if (!oldest) return null;
  const weeks = plural(oldest.weeksLate, 'week');
  return standing.late.length === 1
    ? `1 module ${weeks} late`
    : `${plural(standing.late.length, 'module')} late, the oldest by ${weeks}`;
}

function quietReason(member: Member, today: string): string | null {
  const { state } = member.standing.place;
  if (state === 'before' || state === 'after' || state === 'paused') return null;
  const days = quietDays(member, today);
  if (days === null) return 'has not signed in yet';
  return days >= QUIET_DAYS ? `not seen for ${plural(days, 'day')}` : null;
}

function weight(member: Member, today: string): number {
  const late = member.standing.late.reduce((sum, { weeksLate }) => sum + 10 + weeksLate, 0);
  return late + (quietReason(member, today) ? 10 + (quietDays(member, today) ?? 0) : 0);
}

/** Who of a cohort needs the tutor first: at most five, each with reasons and the next sensible step. Nobody where all is well. */
export function attentionList(members: readonly Member[], today: string): Attention[] {
  const withReasons = members.map((member) => ({
    member,
    reasons: [lateReason(member), quietReason(member, today)].filter((reason) => reason !== null),
  }));
  return withReasons
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => weight(b.member, today) - weight(a.member, today))
    .slice(0, MOST_NAMED)
    .map(({ member, reasons }) => ({
      traineeId: member.traineeId,
      name: member.name,
      reasons,
      nextStep: quietReason(member, today)
        ? 'Ring today and ask how things are'
        : 'Agree a catching-up order at the next meeting',
    }));
}
