import type { PlacementTerms } from '../placements/agreement.ts';
import type { PlacementKind } from '../placements/words.ts';
import type { RecordedSnapshot } from '../portfolio/evidenceState.ts';
import type { PeerAttendance, PeerFormat, PeerRole } from '../peerSessions/words.ts';
import type { EvidenceKind } from '../portfolio/words.ts';
import type { StudyPart } from '../studyTime/words.ts';
import type { WeekPattern } from './pattern.ts';
import type { WeekPlace } from './words.ts';

/** Where she is for some days in place of what her pattern says. `endsOn` is the last day. */
export interface WeekException {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: WeekPlace;
  readonly words: string;
  /** Seconds since 1970, like every `changedAt` here. */
  readonly changedAt: number;
}

/** Days of a placement: those of its weekdays (1 Monday to 7 Sunday) from the first to the last day. */
export interface PlacementFact extends PlacementTerms {
  readonly id: string;
  readonly kind: PlacementKind;
  /** How many people have agreed to it. */
  readonly agreements: number;
  readonly changedAt: number;
}

/** What she added to her week herself. */
export interface AppointmentFact {
  readonly id: string;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly isPrivate: boolean;
  readonly revision: number;
  readonly changedAt: number;
}

/** Study time that was planned; taken and lost minutes are null until she says what became of it. */
export interface StudyFact {
  readonly id: string;
  readonly day: string;
  readonly minutes: number;
  readonly part: StudyPart;
  readonly startsAt: string | null;
  readonly revision: number;
  readonly takenMinutes: number | null;
  readonly lostMinutes: number | null;
  readonly changedAt: number;
}

/** A peer session of the cohort that she is in. */
export interface PeerSessionFact {
  readonly id: string;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly format: PeerFormat | null;
  /** What she does in it. */
  readonly roles: readonly PeerRole[];
  /** What of its checklist is ticked. */
  readonly done: readonly string[];
  readonly isHeld: boolean;
  readonly revision: number;
  readonly changedAt: number;
}

/** A past session that she was at or led, and what she has said about it. */
export interface PeerAfterFact {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  /** Seconds since 1970; null while it is not closed. */
  readonly heldAt: number | null;
  readonly attendance: PeerAttendance | null;
  readonly isLeader: boolean;
  readonly hasIntention: boolean;
  readonly hasReview: boolean;
  readonly hasFeedback: boolean;
  /** She is in that cohort now. */
  readonly isMember: boolean;
}

/** What may have come of a plan: a snapshot that was not taken back, in the criteria of its own version. */
export interface CameFact {
  readonly id: string;
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly version: string;
  readonly claims: readonly string[];
  /** Seconds since 1970. */
  readonly submittedAt: number;
}

/** Everything that decides a trainee's week, by what it is. One query gives it: `listWeekFacts`. */
export type WeekFact =
  | ({ readonly fact: 'pattern'; readonly changedAt: number } & WeekPattern)
  | ({ readonly fact: 'exception' } & WeekException)
  | ({ readonly fact: 'placement' } & PlacementFact)
  | ({ readonly fact: 'appointment' } & AppointmentFact)
  | ({ readonly fact: 'study' } & StudyFact)
  | ({ readonly fact: 'peerSession' } & PeerSessionFact)
  | ({ readonly fact: 'peerAfter' } & PeerAfterFact)
  | {
      readonly fact: 'meeting';
      readonly id: string;
      readonly day: string;
      readonly startsAt: string;
      readonly changedAt: number;
    }
  | {
      readonly fact: 'action';
      readonly id: string;
      readonly reviewId: string;
      readonly words: string;
      readonly dueOn: string;
      readonly changedAt: number;
    }
  | {
      /** Of the contact log, for her to do. */
      readonly fact: 'contactAction';
      readonly id: string;
      readonly traineeId: string;
      readonly words: string;
      readonly dueOn: string;
      readonly changedAt: number;
    }
  | {
      readonly fact: 'planned';
      readonly id: string;
      readonly kind: EvidenceKind;
      /** In `version`; null: the first one there was. What is left of it `plannedAhead` says. */
      readonly criteria: readonly string[];
      readonly version: string | null;
      /** The evidence that was begun from it, where that is known. */
      readonly evidenceId: string | null;
      readonly came: readonly CameFact[];
      readonly day: string;
      readonly changedAt: number;
    }
  | {
      readonly fact: 'returned';
      readonly id: string;
      readonly title: string;
      /** Whether it stands as returned `isReturned` says. */
      readonly snapshot: RecordedSnapshot;
    }
  | { readonly fact: 'done'; readonly id: string };

export type FactOf<K extends WeekFact['fact']> = Extract<WeekFact, { fact: K }>;
