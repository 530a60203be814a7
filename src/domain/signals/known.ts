import { addDays, dayNumber, londonDay } from '../calendar.ts';
import type { Enrolment } from '../programme/place.ts';
import type { PastAssessment, PastVersion, SignalPast } from './past.ts';

const DAY = 86_400;
const HOUR = 3600;

/** The first second after a day in London, as seconds since 1970: midnight there is midnight in UTC, or an hour earlier in summer. */
export function endOfDay(day: string): number {
  const midnight = (dayNumber(day) + 1) * DAY;
  const isSummer = londonDay(new Date((midnight - HOUR) * 1000)) === addDays(day, 1);
  return isSummer ? midnight - HOUR : midnight;
}

type By = (at: number) => boolean;
const later = (at: number | null, isBy: By) => (at !== null && isBy(at) ? at : null);

function assessmentBy(one: PastAssessment, isBy: By): PastAssessment {
  const isCountersigned = one.countersignedAt !== null && isBy(one.countersignedAt);
  return {
    ...one,
    countersigned: isCountersigned ? one.countersigned : null,
    countersignedAt: isCountersigned ? one.countersignedAt : null,
    looks: one.looks.filter(({ at }) => isBy(at)),
  };
}

function versionBy(one: PastVersion, isBy: By): PastVersion {
  return {
    ...one,
    withdrawnAt: later(one.withdrawnAt, isBy),
    removedAt: later(one.removedAt, isBy),
    signatures: one.signatures.filter(isBy),
    signedWholeAt: later(one.signedWholeAt, isBy),
    signed: one.signed
      .filter(({ at }) => isBy(at))
      .map((signed) => ({ ...signed, unlockedAt: later(signed.unlockedAt, isBy) })),
    assessments: one.assessments.filter(({ assessedAt }) => isBy(assessedAt)).map((made) => assessmentBy(made, isBy)),
  };
}

/** An end that was entered after the day is not known on it. */
const endBy = <One extends { readonly endsOn: string | null; readonly endedAt: number | null }>(one: One, isBy: By) =>
  one.endedAt !== null && !isBy(one.endedAt) ? { ...one, endsOn: null } : one;

function caseloadBy(past: SignalPast, isBy: By) {
  return {
    allocation: past.allocation.filter(({ allocatedAt }) => isBy(allocatedAt)).map((one) => endBy(one, isBy)),
    change: past.change.filter(({ changedAt }) => isBy(changedAt)),
    override: past.override.filter(({ enteredAt }) => isBy(enteredAt)),
    reduction: past.reduction.filter(({ enteredAt }) => isBy(enteredAt)).map((one) => endBy(one, isBy)),
    agreement: past.agreement.filter(({ agreedAt }) => isBy(agreedAt)),
    work: past.work.filter(({ enteredAt }) => isBy(enteredAt)),
  };
}

function studyBy({ session }: SignalPast, isBy: By): SignalPast['session'] {
  return session
    .filter(({ plannedAt }) => isBy(plannedAt))
    .map((one) => ({
      ...one,
      withdrawnAt: later(one.withdrawnAt, isBy),
      records: one.records.filter(({ recordedAt }) => isBy(recordedAt)),
    }));
}

/** What was known at the end of a day in London: whatever was entered later is left out, and what was undone later is not undone yet. */
export function knownOn(past: SignalPast, day: string): SignalPast {
  const end = endOfDay(day);
  const isBy: By = (at) => at < end;
  return {
    ...past,
    ...caseloadBy(past, isBy),
    session: studyBy(past, isBy),
    version: past.version.filter(({ submittedAt }) => isBy(submittedAt)).map((one) => versionBy(one, isBy)),
    review: past.review.filter(({ readyAt }) => isBy(readyAt)),
    meeting: past.meeting
      .filter(({ plannedAt }) => isBy(plannedAt))
      .map((one) => ({ ...one, cancelledAt: later(one.cancelledAt, isBy) })),
    placement: past.placement
      .filter(({ proposedAt }) => isBy(proposedAt))
      .map((one) => ({ ...one, cancelledAt: later(one.cancelledAt, isBy) })),
    leave: past.leave
      .filter(({ enteredAt }) => isBy(enteredAt))
      .map((one) => ({ ...one, removedAt: later(one.removedAt, isBy) })),
    checkIn: past.checkIn.filter(({ sharedAt }) => isBy(sharedAt)),
    ending: past.ending.filter(({ enteredAt }) => isBy(enteredAt)),
  };
}

/** Her place on a route as it counted on a day: before a change of route, start or hours took effect, what it was before. */
export function enrolmentOn(enrolment: Enrolment, { enrolment: earlier }: SignalPast, day: string): Enrolment {
  const then = earlier.toSorted((one, other) => (one.until < other.until ? -1 : 1)).find(({ until }) => day < until);
  if (!then) return enrolment;
  const { routeId, startedOn, hoursPerWeek } = then;
  return { ...enrolment, routeId, startedOn, hoursPerWeek };
}

/** The last day up to another on which she did something here; null where she had not by then. */
export function lastTraceOn({ trace }: SignalPast, lastSeenOn: string | null, day: string): string | null {
  if (lastSeenOn !== null && lastSeenOn <= day) return lastSeenOn;
  return trace.reduce<string | null>((newest, one) => {
    const isNewer = one.day <= day && (newest === null || newest < one.day);
    return isNewer ? one.day : newest;
  }, null);
}
