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
  readonly late: readonly { readonly moduleId: string; readonly weeksLate: number }[];
  /** The day she last signed in, or null where she never did. */
  readonly lastSignInOn: string | null;
  /** Pieces whose newest version came back and was not handed in again: when it came back. */
  readonly returned: readonly Dated[];
  /** Versions that wait for a decision: when they were handed in. */
  readonly waiting: readonly Dated[];
  /** Her caseload above its limit: since when, and until when that is agreed. Null while she is within it. */
  readonly overLimit: { readonly since: string; readonly agreedUntil: string | null } | null;
  /** Rules set aside for cases that she still has. */
  readonly overrides: readonly Dated[];
  /** Of the last four weeks. */
  readonly study: {
    readonly lostMinutes: number;
    readonly stillLostMinutes: number;
    readonly lastLostOn: string | null;
  };
  /** Three-way reviews: from which day the next one is overdue, or null; and its sentence. */
  readonly supervision: { readonly overdueSince: string | null; readonly sentence: string };
  /** Placements called off, with no other of that kind agreed since. */
  readonly cancelledPlacements: readonly (Dated & { readonly place: string })[];
  /** Check-ins that she shared, newest first: answers from 1 to 5. */
  readonly sharedCheckIns: readonly {
    readonly month: string;
    readonly sharedOn: string;
    readonly answers: readonly number[];
  }[];
}
