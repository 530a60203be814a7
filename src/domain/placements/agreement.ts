/** Who agrees to a placement beside the trainee, who proposes it. */
const AGREEING_PARTS = ['tutor', 'manager', 'host'] as const;
export type AgreeingPart = (typeof AGREEING_PARTS)[number];

/** What the host said by the link. */
export interface HostAnswer {
  readonly name: string;
  readonly job: string;
  readonly agrees: boolean;
  readonly words: string;
  readonly at: Date;
}

/** Who said what about a placement. */
export interface AgreementFacts {
  readonly agreements: readonly {
    readonly personId: string;
    readonly name: string;
    readonly at: Date;
    /** As whose: her tutor's, her manager's, or both. */
    readonly as: readonly AgreeingPart[];
  }[];
  readonly host: HostAnswer | null;
  /** Set where the place was offered by the host: offering it is agreeing. */
  readonly offerId: string | null;
}

/** Which parts still have to agree, in the order of `AGREEING_PARTS`. */
export function missingParts({ agreements, host, offerId }: AgreementFacts): AgreeingPart[] {
  const agreed = new Set(agreements.flatMap((agreement) => agreement.as));
  if (host !== null || offerId !== null) agreed.add('host');
  return AGREEING_PARTS.filter((part) => !agreed.has(part));
}

export type PlacementState = 'cancelled' | 'over' | 'declined' | 'agreed' | 'proposed';

interface Standing extends AgreementFacts {
  readonly endsOn: string;
  readonly cancelledAt: Date | null;
}

/** Where a placement stands on a day: cancelled before all else, then over, said no to by the host, agreed by everybody, or proposed. */
export function placementState(placement: Standing, today: string): PlacementState {
  if (placement.cancelledAt !== null) return 'cancelled';
  if (placement.endsOn < today) return 'over';
  if (placement.host?.agrees === false) return 'declined';
  return missingParts(placement).length === 0 ? 'agreed' : 'proposed';
}

/** How many have agreed, the host among them: from the first on, a change is a new proposal (docs/decisions.md). */
export const agreedCount = ({ agreements, host }: Pick<AgreementFacts, 'agreements' | 'host'>): number =>
  agreements.length + (host?.agrees ? 1 : 0);

/** Where and when a placement is: what is agreed to. `weekdays`: 1 Monday to 7 Sunday. */
export interface PlacementTerms {
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: readonly number[];
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** What somebody agrees to, as one line: a form carries it, so that nobody agrees to what was changed while she was reading. */
export function agreedTerms({ place, startsOn, endsOn, weekdays, startsAt, endsAt }: PlacementTerms): string {
  return [startsOn, endsOn, weekdays.join(''), startsAt ?? '', endsAt ?? '', place].join(' | ');
}

interface Begun {
  readonly endsOn: string;
  readonly cancelledAt: Date | null;
  /** Days that were recorded already. */
  readonly recordedDays: number;
}

/** Why a placement cannot be changed or cancelled any more, as a sentence; null where it can. */
export function whyFixed({ endsOn, cancelledAt, recordedDays }: Begun, today: string): string | null {
  if (cancelledAt !== null) return 'This placement was cancelled. Propose another one under Placements.';
  if (recordedDays > 0)
    return 'You were there already, so it stands. A day on which you are not there is recorded as missed.';
  if (endsOn < today) return 'This placement is over, so it stands. Record each day below.';
  return null;
}
