import { listEnrolledIds, type ReplayScope } from '#db/queries/signals/enrolled.ts';
import { listWholePasts } from '#db/queries/signals/signalPast.ts';
import { listTrainees, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Database } from '#db/client.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { NO_FACTS } from '#src/domain/modules/state.ts';
import { type Office, settingOn } from '#src/domain/office/settings.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import type { Enrolment } from '#src/domain/programme/place.ts';
import { standing } from '#src/domain/progress/standing.ts';
import { enrolmentOn, knownOn, lastTraceOn } from '#src/domain/signals/known.ts';
import { NOTHING_PAST, type SignalPast } from '#src/domain/signals/past.ts';
import { readTrainee } from '#src/domain/signals/readFacts.ts';
import type { ReplayedTrainee, ReplayedWeek } from '#src/domain/signals/replay.ts';
import type { SignalRules } from '#src/domain/signals/schema.ts';
import type { Signal } from '#src/domain/signals/signal.ts';
import { isInFirstWeeks, signalsOf } from '#src/domain/signals/signals.ts';
import type { Content } from '../content.ts';
import { readOffice } from '../office.ts';
import { readQualifications } from '../qualification.ts';

/** So many trainees are read at a time: their whole past is in memory meanwhile. */
const AT_A_TIME = 100;

export interface ReplayInput {
  readonly database: Database;
  readonly content: Content;
  readonly scope: ReplayScope;
  /** The days looked at, in order, and the day it is. */
  readonly days: readonly string[];
  readonly today: string;
  /** Thresholds to try; without them those in force. */
  readonly rules?: SignalRules | undefined;
}

interface Settings {
  readonly content: Content;
  readonly office: Office;
  readonly qualifications: Qualifications;
  readonly rules: SignalRules;
}

/** The settings that had been entered by the end of a day; thresholds are given apart, because it is they that are tried. */
const officeOn = ({ versions }: Office, day: string): Office => ({
  versions: versions.filter(({ set }) => set === null || londonDay(set.at) <= day),
});

/** The modules that were done by the end of a day. What was only ticked has no day of its own in the past. */
const doneBy = ({ completion }: SignalPast, day: string) =>
  new Map(
    completion
      .map(({ moduleId, version, at }) => ({ moduleId, version, at: new Date(at * 1000) }))
      .filter(({ at }) => londonDay(at) <= day)
      .map(({ moduleId, ...done }) => [moduleId, { ...NO_FACTS, completion: done }]),
  );

/** A trainee on a day of the past, from what was known on it alone. */
export interface PastDay extends ReplayedWeek {
  readonly signals: readonly Signal[];
}

function onDay(trainee: TraineeRecord, whole: SignalPast, { day, ...settings }: Settings & { day: string }): PastDay {
  const { content, qualifications, rules } = settings;
  const past = knownOn(whole, day);
  const enrolment: Enrolment = {
    ...enrolmentOn(trainee.enrolment, whole, day),
    endedOn: past.ending.at(-1)?.endedOn ?? null,
  };
  const route = content.routes.find(({ id }) => id === enrolment.routeId);
  if (!route) throw new Error(`No route in src/content/programme is called ${enrolment.routeId}`);
  const { modules, checks } = content;
  const lastSeen = trainee.lastSeenAt && londonDay(trainee.lastSeenAt);
  const { facts } = readTrainee({
    ...{ enrolment, route, past, qualifications, today: day },
    lastSeenOn: lastTraceOn(whole, lastSeen, day),
    standing: standing({ enrolment, route, modules, checks, facts: doneBy(whole, day), today: day }),
    office: officeOn(settings.office, day),
  });
  const signals = signalsOf(facts, rules);
  return { day, isInFirstWeeks: isInFirstWeeks(facts, rules), kinds: signals.map(({ kind }) => kind), signals };
}

/** Days before her start and after her end are no weeks of hers. */
function isHers(trainee: TraineeRecord, whole: SignalPast, day: string): boolean {
  const { startedOn } = enrolmentOn(trainee.enrolment, whole, day);
  const endedOn = whole.ending.at(-1)?.endedOn ?? null;
  return startedOn <= day && (endedOn === null || day <= endedOn);
}

/** A trainee's weeks, with what would have been said in each. */
export interface ReplayedPast extends ReplayedTrainee {
  readonly traineeId: string;
  readonly weeks: readonly PastDay[];
}

function replayOf(
  trainee: TraineeRecord,
  whole: SignalPast,
  { days, ...settings }: Settings & { days: readonly string[] },
): ReplayedPast {
  const ending = whole.ending.at(-1);
  return {
    traineeId: trainee.traineeId,
    weeks: days.filter((day) => isHers(trainee, whole, day)).map((day) => onDay(trainee, whole, { ...settings, day })),
    withdrewOn: ending?.kind === 'withdrawn' ? ending.endedOn : null,
  };
}

/**
 * What each signal would have said about everybody in scope, a day a week, from facts that were known on that day alone. Reads, and
 * writes nothing. Breaks stand as they are entered now: when they were entered is not kept.
 */
export async function* replaySignals(input: ReplayInput): AsyncGenerator<ReplayedPast> {
  const { database, content, scope, days, today } = input;
  const [ids, office, qualifications] = await database.read((db) =>
    Promise.all([listEnrolledIds(db, scope), readOffice(db, content), readQualifications(db, { content, day: today })]),
  );
  const rules = input.rules ?? settingOn(office, 'signals', today).value;
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const some = ids.slice(at, at + AT_A_TIME);
    const [trainees, pasts] = await database.read((db) =>
      Promise.all([listTrainees(db, some), listWholePasts(db, some)]),
    );
    const settings = { content, office, qualifications, rules, days };
    for (const trainee of trainees) yield replayOf(trainee, pasts.get(trainee.traineeId) ?? NOTHING_PAST, settings);
  }
}
