import type { OverAgreement } from '../caseload/agreement.ts';
import type { CaseChange, PastAllocation, PastOverride } from '../caseload/history/historyFacts.ts';
import type { DatedWork, Reduction } from '../caseload/load.ts';
import type { AssessmentOutcome, CountersignOutcome, CriterionOutcome } from '../portfolio/words.ts';
import type { StudyRecord, StudySession } from '../studyTime/ledger.ts';
import type { SignalNote } from './signal.ts';

/** Seconds since 1970: when something became known here. */
type Instant = number;

/** One look of an assessor at a version, and what came of it later. */
export interface PastAssessment {
  readonly outcome: AssessmentOutcome;
  readonly assessedAt: Instant;
  readonly needsCountersign: boolean;
  readonly countersigned: CountersignOutcome | null;
  readonly countersignedAt: Instant | null;
  readonly decided: readonly (readonly [criterionId: string, outcome: CriterionOutcome])[];
  /** Looks of quality assurers, the newest last. */
  readonly looks: readonly {
    readonly at: Instant;
    readonly said: readonly (readonly [criterionId: string, outcome: 'agree' | 'reject'])[];
  }[];
}

/** A version of a piece of evidence that was handed in, with everything that was done with it. */
export interface PastVersion {
  readonly id: string;
  readonly evidenceId: string;
  readonly number: number;
  readonly submittedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly removedAt: Instant | null;
  /** An observation or a discussion: it counts once both have signed. */
  readonly isRecord: boolean;
  readonly signatures: readonly Instant[];
  readonly qualificationVersion: string;
  readonly claims: readonly string[];
  readonly signedWholeAt: Instant | null;
  readonly signed: readonly {
    readonly at: Instant;
    readonly unlockedAt: Instant | null;
    readonly claims: readonly string[];
  }[];
  readonly assessments: readonly PastAssessment[];
}

/** A session of study with every record about it, and when it was planned and taken out again. */
export interface PastSession extends Omit<StudySession, 'record' | 'earlier'> {
  readonly plannedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly records: readonly (Omit<StudyRecord, 'recordedAt'> & { readonly recordedAt: Instant })[];
}

/** Everything that signals about one trainee are worked out from, each with when it became known. In any order unless said. */
export interface SignalPast {
  readonly allocation: readonly (PastAllocation & { readonly endedAt: Instant | null })[];
  readonly change: readonly (CaseChange & { readonly changedAt: Instant })[];
  readonly override: readonly (PastOverride & { readonly id: string; readonly enteredAt: Instant })[];
  readonly reduction: readonly (Reduction & { readonly enteredAt: Instant; readonly endedAt: Instant | null })[];
  readonly agreement: readonly OverAgreement[];
  readonly work: readonly (DatedWork & { readonly enteredAt: Instant })[];
  readonly version: readonly PastVersion[];
  readonly session: readonly PastSession[];
  /** Reviews whose record is ready to sign or signed. */
  readonly review: readonly { readonly heldOn: string; readonly readyAt: Instant }[];
  readonly meeting: readonly {
    readonly day: string;
    readonly plannedAt: Instant;
    readonly cancelledAt: Instant | null;
  }[];
  readonly placement: readonly {
    readonly id: string;
    readonly kind: string;
    readonly place: string;
    readonly endsOn: string;
    readonly proposedAt: Instant;
    readonly cancelledAt: Instant | null;
  }[];
  /** Days of leave and days on which she does not work; `endsOn` is the last one. */
  readonly leave: readonly {
    readonly startsOn: string;
    readonly endsOn: string;
    readonly enteredAt: Instant;
    readonly removedAt: Instant | null;
  }[];
  /** Only those that she shares now. */
  readonly checkIn: readonly {
    readonly month: string;
    readonly answers: readonly number[];
    readonly sharedAt: Instant;
  }[];
  readonly ending: readonly { readonly endedOn: string; readonly kind: string; readonly enteredAt: Instant }[];
  /** The newest about each kind. */
  readonly note: readonly SignalNote[];
  /** Days on which she did something here, for looking back: the table of people keeps the last sign-in alone. */
  readonly trace: readonly { readonly day: string }[];
  /** Modules that were done, for looking back. */
  readonly completion: readonly { readonly moduleId: string; readonly version: string; readonly at: Instant }[];
  /** What an enrolment was before it was changed, for looking back. */
  readonly enrolment: readonly {
    readonly routeId: string;
    readonly startedOn: string;
    readonly hoursPerWeek: number;
    readonly until: string;
  }[];
}

/** A trainee about whom nothing is known yet. */
export const NOTHING_PAST: SignalPast = {
  allocation: [],
  change: [],
  override: [],
  reduction: [],
  agreement: [],
  work: [],
  version: [],
  session: [],
  review: [],
  meeting: [],
  placement: [],
  leave: [],
  checkIn: [],
  ending: [],
  note: [],
  trace: [],
  completion: [],
  enrolment: [],
};
