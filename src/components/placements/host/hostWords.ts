import { formatDay, formatInstant, londonDay } from '#src/domain/calendar.ts';
import { placementDates, WORKING_WEEK } from '#src/domain/placements/days.ts';
import { HOST_LINK_DAYS, type HostState } from '#src/domain/placements/hostLink.ts';
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

interface LinkWords {
  readonly madeAt: Date;
  readonly madeByName: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Who made the newest link, when, and what has become of it. */
export function linkWords({ madeAt, madeByName, expiresAt, revokedAt }: LinkWords, at: Date): string {
  const made = `${madeByName} made a link on ${formatDay(londonDay(madeAt), { year: true })}.`;
  if (revokedAt) return `${made} It was taken back on ${formatDay(londonDay(revokedAt), { year: true })}.`;
  const until = formatInstant(expiresAt);
  return at < expiresAt
    ? `${made} It works until ${until}, for one answer.`
    : `${made} It stopped working on ${until}.`;
}

interface Asking {
  readonly traineeName: string;
  readonly days: string;
  readonly address: string;
  readonly from: string;
}

/** An e-mail to the host, ready to be sent. */
export function hostEmail({ traineeName, days, address, from }: Asking): {
  subject: string;
  text: string;
  href: string;
} {
  const subject = 'May a trainee probation officer come to you?';
  const text = [
    'Hello',
    `${traineeName} is training to be a probation officer and would like to come to you to learn: ${days}.`,
    'Please look at the plan and say whether that is all right. You need no account:',
    address,
    `The link takes one answer and works for ${HOST_LINK_DAYS} days. Please keep it to yourself.`,
    `Thank you\n${from}`,
  ].join('\n\n');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return { subject, text, href: `mailto:?${query}` };
}
