import { daysBetween, formatDay } from '#src/domain/calendar.ts';
import type { AgreeingPart, PlacementState } from '#src/domain/placements/agreement.ts';
import type { AttendanceTotals } from '#src/domain/placements/attendance.ts';
import { placementDates, WORKING_WEEK } from '#src/domain/placements/days.ts';
import type { Attendance, PlacementKind } from '#src/domain/placements/words.ts';
import { timeWords } from '#src/domain/week/times.ts';

/** What a kind of placement is called. */
export const PLACEMENT_KIND_NAMES: Record<PlacementKind, string> = {
  prison: 'Prison',
  court: 'Court',
  approved_premises: 'Approved premises',
  victim_liaison: 'Victim liaison',
  unpaid_work: 'Unpaid work',
  programmes: 'Programmes',
  other_office: 'Another office',
  partner_agency: 'Partner agency',
};

export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Whether somebody was there, in words. */
export const ATTENDANCE_WORDS: Record<Attendance, string> = {
  attended: 'There all day',
  part: 'There for part of it',
  missed: 'Not there',
};

/** Tag and words of each state. */
export const PLACEMENT_TAGS = {
  cancelled: { kind: 'paused', text: 'Cancelled' },
  over: { kind: 'done', text: 'Over' },
  declined: { kind: 'returned', text: 'The host said no' },
  agreed: { kind: 'agreed', text: 'Agreed' },
  proposed: { kind: 'proposed', text: 'To be agreed' },
} as const satisfies Record<PlacementState, { kind: string; text: string }>;

interface When {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays?: readonly number[] | undefined;
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
}

/** "Thursday 26 November 2026" or "Thursday 26 November to Friday 27 November 2026", with both years where they differ. */
export function placementDays({ startsOn, endsOn }: Pick<When, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn
    ? formatDay(startsOn, { year: true })
    : `${formatDay(startsOn, { year: endsOn })} to ${formatDay(endsOn, { year: true })}`;
}

/** "Wednesdays and Thursdays", or empty where it is every working day of its time. */
export function weekdayWords({ startsOn, endsOn, weekdays = WORKING_WEEK }: Omit<When, 'startsAt' | 'endsAt'>): string {
  const isUsual = weekdays.length === WORKING_WEEK.length && WORKING_WEEK.every((day) => weekdays.includes(day));
  const count = placementDates({ place: '', startsOn, endsOn, weekdays }).length;
  if (isUsual || count === daysBetween(startsOn, endsOn) + 1) return '';
  return listed(weekdays.map((day) => `${WEEKDAY_NAMES[day - 1] ?? ''}s`));
}

/** "9:30am to 4pm", "from 9:30am", or empty where no time is known. */
export function timesWords({ startsAt, endsAt }: Pick<When, 'startsAt' | 'endsAt'>): string {
  if (startsAt && endsAt) return `${timeWords(startsAt)} to ${timeWords(endsAt)}`;
  if (startsAt) return `from ${timeWords(startsAt)}`;
  return endsAt ? `until ${timeWords(endsAt)}` : '';
}

/** Days, weekdays and times in one line. */
export const placementTime = (placement: When): string =>
  [placementDays(placement), weekdayWords(placement), timesWords(placement)].filter((part) => part !== '').join(', ');

/** "A", "A and B", "A, B and C". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

interface Agreement {
  readonly agreements: readonly { readonly name: string }[];
  readonly host?: { readonly name: string; readonly agrees: boolean } | null | undefined;
}

/** Who agreed, or that nobody has yet. */
export function agreementWords({ agreements, host }: Agreement): string {
  const names = agreements.map(({ name }) => name);
  const all = host?.agrees ? [...names, `${host.name} for the host`] : names;
  return all.length === 0 ? 'Nobody has agreed yet.' : `Agreed by ${listed(all)}.`;
}

/** Whom something is said to: the trainee herself, or somebody who looks after her. */
export type Audience = 'self' | 'colleague';

interface Agreers {
  readonly audience: Audience;
  /** Who is her tutor and her manager now. */
  readonly people?: readonly { readonly part: string; readonly name: string }[];
}

/** "Still to agree: your manager (Kerry Bell) and the host." or empty where nobody is missing. */
export function missingWords(parts: readonly AgreeingPart[], { audience, people = [] }: Agreers): string {
  if (parts.length === 0) return '';
  const whose = audience === 'self' ? 'your' : 'the';
  const names = parts.map((part) => {
    if (part === 'host') return 'the host';
    const own = people.filter((person) => person.part === part).map(({ name }) => name);
    return `${whose} ${part}${own.length > 0 ? ` (${listed(own)})` : ''}`;
  });
  return `Still to agree: ${listed(names)}.`;
}

/** "7 hours 24 minutes". */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ') || '0 hours';
}

const daysWords = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Attendance in one or two sentences, each number with what it is out of. */
export function totalsWords(totals: AttendanceTotals): string {
  const there = totals.attendedDays + totals.partDays;
  const days = `There on ${there} of ${daysWords(totals.plannedDays)} planned`;
  const part = totals.partDays > 0 ? `, ${totals.partDays} of them in part` : '';
  const missed = totals.missedDays > 0 ? `, ${totals.missedDays} missed` : '';
  const planned = totals.plannedMinutes === null ? '' : ` of ${durationWords(totals.plannedMinutes)} planned`;
  const open = totals.unrecordedDays > 0 ? ` Not recorded yet: ${daysWords(totals.unrecordedDays)}.` : '';
  return `${days}${part}${missed}: ${durationWords(totals.minutes)}${planned}.${open}`;
}
