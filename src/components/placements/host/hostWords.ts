import { formatDay, londonDay } from '#src/domain/calendar.ts';
import type { LinkLife } from '#src/domain/links/link.ts';
import { placementDates, WORKING_WEEK } from '#src/domain/placements/days.ts';
import type { HostState } from '#src/domain/placements/hostLink.ts';
import { type LinkEmail, linkEmail, ONE_ANSWER, whatBecame } from '#src/components/links/linkText.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';
import { placementDays } from '#src/components/placements/words.ts';

interface HostDays {
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: readonly number[];
}

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Thursday 26 November 2026 to Friday 27 November 2026, 2 days", and on which weekdays where it is not every working day. */
export function hostDays(placement: HostDays): string {
  const { startsOn, endsOn, weekdays } = placement;
  const when = placementDays({ startsOn, endsOn });
  if (startsOn === endsOn) return when;
  const days = placementDates(placement).length;
  const isUsual = WORKING_WEEK.every((day) => weekdays.includes(day)) && weekdays.length === WORKING_WEEK.length;
  const only = isUsual ? '' : ` (${weekdays.map((day) => WEEKDAYS[day]).join(', ')})`;
  return `${when}${only}: ${days} ${days === 1 ? 'day' : 'days'}`;
}

/** "9am" and so on is not ours to write: times stand as they were given. Null where none was. */
export function hostTimes({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string | null {
  if (startsAt && endsAt) return `${startsAt} to ${endsAt}`;
  if (startsAt) return `From ${startsAt}`;
  return endsAt ? `Until ${endsAt}` : null;
}

/** Status of the host's agreement: its tag. */
export const HOST_TAGS: Record<HostState, { readonly kind: TagKind; readonly text: string }> = {
  not_asked: { kind: 'plain', text: 'Not asked yet' },
  asked: { kind: 'submitted', text: 'Asked' },
  link_over: { kind: 'plain', text: 'The link is over' },
  agreed: { kind: 'agreed', text: 'Agreed' },
  declined: { kind: 'not_met', text: 'Does not agree' },
};

interface MadeLink extends LinkLife {
  readonly madeAt: Date;
  readonly madeByName: string;
}

/** Who made the newest link, when, and what has become of it. */
export function linkWords({ madeAt, madeByName, ...life }: MadeLink, at: Date): string {
  return `${madeByName} made a link on ${formatDay(londonDay(madeAt), { year: true })}. ${whatBecame(life, at)}`;
}

interface Asking {
  readonly traineeName: string;
  readonly days: string;
  readonly address: string;
  readonly from: string;
}

/** An e-mail to the host, ready to be sent. */
export function hostEmail({ traineeName, days, address, from }: Asking): LinkEmail {
  return linkEmail('May a trainee probation officer come to you?', [
    'Hello',
    `${traineeName} is training to be a probation officer and would like to come to you to learn: ${days}.`,
    'Please look at the plan and say whether that is all right. You need no account:',
    address,
    ONE_ANSWER,
    `Thank you\n${from}`,
  ]);
}
