import { formatDay } from '#src/domain/calendar.ts';
import type { PlacementKind } from '#src/domain/placements/words.ts';

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

interface PlacementDay {
  readonly placement: { readonly kind: PlacementKind; readonly place: string };
  readonly day: string;
}

/** The next placement day as one sentence; today's says so. */
export const placementDayWords = ({ placement, day }: PlacementDay, today: string) =>
  `${day === today ? 'Placement today:' : `Next placement: ${formatDay(day)},`} ${placement.place}.`;

/** A placement as pages show it. */
export interface PlacementView {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly place: string;
  readonly hostContact: string;
  readonly lookFor: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly agreements: readonly { readonly personId: string; readonly name: string; readonly at: Date }[];
}

/** "Thursday 26 November 2026" or "Thursday 26 November to Friday 27 November 2026", with both years where they differ. */
export function placementDays({ startsOn, endsOn }: Pick<PlacementView, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn
    ? formatDay(startsOn, { year: true })
    : `${formatDay(startsOn, { year: endsOn })} to ${formatDay(endsOn, { year: true })}`;
}

/** Who agreed, or that nobody has yet. */
export function agreementWords({ agreements }: Pick<PlacementView, 'agreements'>): string {
  if (agreements.length === 0) return 'Nobody has agreed yet.';
  return `Agreed by ${agreements.map(({ name }) => name).join(' and ')}.`;
}
