import type { Load } from '../caseload/load.ts';
import type { ProgrammePlace } from '../programme/place.ts';

/** Something of hers, by id, and since when it is so. */
export interface Dated {
  readonly id: string;
  readonly on: string;
}

/** What signals are worked out from: the facts of one trainee as they were known on `today`. Days are `YYYY-MM-DD`. */
export interface SignalFacts {
  readonly traineeId: string;
  readonly today: string;
  readonly startedOn: string;
  readonly place: Pick<ProgrammePlace, 'state' | 'week' | 'pause'>;
  /** Modules past their due day, the longest first, in her own weeks: her route, hours and pauses are in it. */
  readonly late: readonly { readonly moduleId: string; readonly weeksLate: number; readonly dueOn: string }[];
  /** The day she last signed in, or null where she never did. */
  readonly lastSignInOn: string | null;
  /** Days since then or since her start or her return from a break, whichever came last; days of leave are not counted. */
  readonly quiet: { readonly since: string; readonly days: number };
  /** Pieces whose newest version came back and was not handed in again: when it came back. */
  readonly returned: readonly Dated[];
  /** Versions that wait for a decision: since when. */
  readonly waiting: readonly Dated[];
  /** What she carries today, of the points available. */
  readonly caseload: Pick<Load, 'available' | 'used' | 'percent' | 'limit'>;
  /** Her caseload above its limit: since when, and until when that is agreed. Null while she is within it. */
  readonly overLimit: {
    readonly since: string;
    readonly agreedUntil: string | null;
    /** Of the allocations that count today. */
    readonly allocationIds: readonly string[];
  } | null;
  /** Rules set aside for cases that she still has. */
  readonly overrides: readonly Dated[];
  /** Of the last four weeks, today included. */
  readonly study: {
    readonly lostMinutes: number;
    readonly stillLostMinutes: number;
    /** The sessions behind what is still lost, earliest first. */
    readonly stillLost: readonly Dated[];
  };
  /** Three-way reviews: from which day the next one is overdue, or null; the sentence that all three read; the next one planned. */
  readonly supervision: {
    readonly overdueSince: string | null;
    readonly sentence: string;
    readonly plannedOn: string | null;
  };
  /** Placements called off, with no other of that kind arranged since. */
  readonly cancelledPlacements: readonly (Dated & { readonly place: string })[];
  /** Check-ins of this month and the one before that she shares now, newest first: answers from 1 to 5. */
  readonly sharedCheckIns: readonly {
    readonly month: string;
    readonly sharedOn: string;
    readonly answers: readonly number[];
  }[];
}
