import { addDays, addMonths, daysBetween, londonDay } from '../calendar.ts';
import { caseloadHistory, pastLoad } from '../caseload/history/history.ts';
import { type HistoryInput, runsOn } from '../caseload/history/historyFacts.ts';
import { historyReading } from '../caseload/history/historyReading.ts';
import type { Load } from '../caseload/load.ts';
import { type Office, settingOn } from '../office/settings.ts';
import type { Qualifications } from '../portfolio/versions.ts';
import type { Enrolment } from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import type { Standing } from '../progress/standing.ts';
import { madeUpOf, type StudySession } from '../studyTime/ledger.ts';
import { reviewGap, type ReviewGap } from '../supervision/gap.ts';
import { evidenceFacts } from './evidence.ts';
import type { SignalFacts } from './facts.ts';
import type { PastSession, SignalPast } from './past.ts';

/** Study time is looked at over so many days, today included: the days of a supervision agenda. */
export const STUDY_DAYS = 28;

/** Everything that is known of one trainee on a day. `past` holds nothing that became known later. */
export interface FactsInput {
  readonly enrolment: Enrolment;
  readonly lastSeenOn: string | null;
  readonly route: Route;
  readonly standing: Pick<Standing, 'place' | 'late' | 'rows'>;
  readonly past: SignalPast;
  readonly office: Office;
  readonly qualifications: Qualifications;
  readonly today: string;
}

const dayOf = (seconds: number) => londonDay(new Date(seconds * 1000));
const latest = (...days: readonly (string | null)[]) =>
  days.reduce<string>((newest, day) => (day !== null && day > newest ? day : newest), '');

function lateModules({ standing: { late, rows } }: FactsInput): SignalFacts['late'] {
  const due = new Map(rows.map(({ moduleId, dueOn }) => [moduleId, dueOn]));
  return late.flatMap((one) => {
    const dueOn = due.get(one.moduleId) ?? null;
    return dueOn === null ? [] : [{ ...one, dueOn }];
  });
}

/** Days from one to another on which she was on leave or did not work. */
function leaveDays({ past: { leave } }: FactsInput, from: string, to: string): number {
  const away = new Set<string>();
  for (const { startsOn, endsOn, removedAt } of leave) {
    if (removedAt !== null) continue;
    const last = endsOn < to ? endsOn : addDays(to, -1);
    for (let day = startsOn > from ? startsOn : from; day <= last; day = addDays(day, 1)) away.add(day);
  }
  return away.size;
}

function quietOf(input: FactsInput): SignalFacts['quiet'] {
  const { enrolment, lastSeenOn, today } = input;
  const back = enrolment.pauses.map(({ endsOn }) => (endsOn !== null && endsOn <= today ? endsOn : null));
  const since = latest(enrolment.startedOn, lastSeenOn, ...back);
  return { since, days: Math.max(0, daysBetween(since, today) - leaveDays(input, since, today)) };
}

function historyInput({ enrolment, route, past, office, today }: FactsInput): HistoryInput {
  const { allocation, change, reduction, agreement, work, override } = past;
  const facts = {
    allocations: allocation,
    changes: change,
    reductions: reduction,
    agreements: agreement,
    work,
    overrides: override,
  };
  return { enrolment, route, facts, office, today };
}

/** The whole history is worked out for those alone who are over their limit: it tells since when. */
function caseloadFacts(input: FactsInput, load: Load): Pick<SignalFacts, 'caseload' | 'overLimit' | 'overrides'> {
  const { past, today } = input;
  const { allocation, agreement, override } = past;
  const { available, used, percent, limit } = load;
  const running = new Set(allocation.filter((one) => runsOn(one, today)).map(({ id }) => id));
  const reading = limit === 'over' ? historyReading(caseloadHistory(historyInput(input)), agreement) : null;
  return {
    caseload: { available, used, percent, limit },
    overLimit: reading && {
      since: reading.since ?? today,
      agreedUntil: reading.agreement?.until ?? null,
      allocationIds: [...running].sort(),
    },
    overrides: override
      .filter(({ allocationId }) => running.has(allocationId))
      .map(({ id, enteredAt }) => ({ id, on: dayOf(enteredAt) })),
  };
}

function sessionOf({ records, ...session }: PastSession): StudySession {
  const [record = null, ...earlier] = records
    .map((one) => ({ ...one, recordedAt: new Date(one.recordedAt * 1000) }))
    .sort((one, other) => other.number - one.number);
  return { ...session, record, earlier };
}

/** Her sessions as every other page has them: without those that were taken out of the plan. */
export function studySessionsOf({ session }: Pick<SignalPast, 'session'>): StudySession[] {
  return session.filter(({ withdrawnAt }) => withdrawnAt === null).map(sessionOf);
}

function studyFacts({ past, today }: FactsInput): SignalFacts['study'] {
  const sessions = studySessionsOf(past);
  const from = addDays(today, 1 - STUDY_DAYS);
  const within = sessions.filter(({ day }) => from <= day && day <= today);
  const lost = within.map((session) => ({
    id: session.id,
    on: session.day,
    lost: session.record?.lostMinutes ?? 0,
    left: session.makesUp === null ? (session.record?.lostMinutes ?? 0) - madeUpOf(session, sessions) : 0,
  }));
  const still = lost.filter(({ left }) => left > 0).sort((one, other) => (one.on < other.on ? -1 : 1));
  return {
    lostMinutes: lost.reduce((sum, one) => sum + one.lost, 0),
    stillLostMinutes: still.reduce((sum, { left }) => sum + left, 0),
    stillLost: still.map(({ id, on }) => ({ id, on })),
  };
}

function gapOf({ enrolment, standing, past, office, today }: FactsInput): ReviewGap {
  const held = past.review.map(({ heldOn }) => heldOn).filter((day) => day <= today);
  return reviewGap({
    rules: settingOn(office, 'supervision', today).value,
    enrolment,
    lastHeldOn: held.length === 0 ? null : latest(...held),
    today,
    isOver: standing.place.state === 'after',
  });
}

function supervisionFacts({ past, today }: FactsInput, gap: ReviewGap): SignalFacts['supervision'] {
  const planned = past.meeting.filter(({ day, cancelledAt }) => cancelledAt === null && day >= today);
  return {
    overdueSince: gap.isOverdue && gap.dueOn !== null ? addDays(gap.dueOn, 1) : null,
    sentence: gap.sentence,
    plannedOn: planned.map(({ day }) => day).sort()[0] ?? null,
  };
}

/** Called off, and no other of its kind runs, is to come, or ended after that. */
function cancelledPlacements({ past: { placement } }: FactsInput): SignalFacts['cancelledPlacements'] {
  return placement.flatMap(({ id, kind, place, cancelledAt }) => {
    if (cancelledAt === null) return [];
    const on = dayOf(cancelledAt);
    const hasOther = placement.some((one) => one.kind === kind && one.cancelledAt === null && one.endsOn >= on);
    return hasOther ? [] : [{ id, place, on }];
  });
}

function sharedCheckIns({ past: { checkIn }, today }: FactsInput): SignalFacts['sharedCheckIns'] {
  const oldest = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  return checkIn
    .filter(({ month }) => month >= oldest)
    .map(({ month, answers, sharedAt }) => ({ month, answers, sharedOn: dayOf(sharedAt) }))
    .toSorted((one, other) => (one.month > other.month ? -1 : 1));
}

/** A trainee as she is on a day: the facts for signals, and the load and the gap they were taken from. */
export interface ReadTrainee {
  readonly facts: SignalFacts;
  readonly load: Load;
  readonly gap: ReviewGap;
}

/** The facts that signals about one trainee rest on, by the functions of the pages that show each of them. */
export function readTrainee(input: FactsInput): ReadTrainee {
  const { enrolment, lastSeenOn, standing, past, qualifications, today } = input;
  const { state, week, pause } = standing.place;
  const load = pastLoad(historyInput(input), today);
  const gap = gapOf(input);
  const facts = {
    traineeId: enrolment.traineeId,
    today,
    startedOn: enrolment.startedOn,
    place: { state, week, pause },
    late: lateModules(input),
    lastSignInOn: lastSeenOn,
    quiet: quietOf(input),
    ...evidenceFacts(past.version, qualifications),
    ...caseloadFacts(input, load),
    study: studyFacts(input),
    supervision: supervisionFacts(input, gap),
    cancelledPlacements: cancelledPlacements(input),
    sharedCheckIns: sharedCheckIns(input),
  };
  return { facts, load, gap };
}
