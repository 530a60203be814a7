import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { listMembersNow } from '#db/queries/signals/members.ts';
import { listCohortPasts, listPasts, type LookedAt } from '#db/queries/signals/signalPast.ts';
import { type FactsByModule, listCohortModuleFacts, listModuleFacts } from '#db/queries/progress.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays, addMonths, londonDay } from '#src/domain/calendar.ts';
import { type Office, settingOn } from '#src/domain/office/settings.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import { notedSignals } from '#src/domain/signals/noted.ts';
import { NOTHING_PAST, type SignalPast } from '#src/domain/signals/past.ts';
import { type ReadTrainee, readTrainee, STUDY_DAYS } from '#src/domain/signals/readFacts.ts';
import type { TraineeSignals } from '#src/domain/signals/signal.ts';
import { isInFirstWeeks, signalsOf } from '#src/domain/signals/signals.ts';
import { officeNow, readOffice } from '../office.ts';
import { today } from '../portal.ts';
import { qualificationsNow, readQualifications } from '../qualification.ts';
import { findRoute, standingOf, type TraineeStanding } from '../standings.ts';

/** Leave is looked at over so many days: whoever was not seen for longer is told of anyway. */
const LEAVE_DAYS = 120;

const NO_FACTS_YET: FactsByModule = new Map();

/** A trainee with her signals, and what else was read for them: a page about a cohort asks no further question for it. */
export interface LoadedSignals extends TraineeSignals, Pick<ReadTrainee, 'load' | 'gap'> {
  readonly trainee: TraineeRecord;
  readonly standing: TraineeStanding['standing'];
  readonly moduleFacts: FactsByModule;
}

function lookedAt(day: string): LookedAt {
  return {
    studyFrom: addDays(day, 1 - STUDY_DAYS),
    leaveFrom: addDays(day, -LEAVE_DAYS),
    monthFrom: addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7),
  };
}

interface Rules {
  readonly office: Office;
  readonly qualifications: Qualifications;
}

async function rulesNow(): Promise<Rules> {
  const [office, qualifications] = await Promise.all([officeNow(), qualificationsNow()]);
  return { office, qualifications };
}

/** Everything known of a trainee -> her signals: the one way for her tutor's pages, her own and the hourly look. */
function signalsFrom(found: TraineeStanding, past: SignalPast, { office, qualifications }: Rules): LoadedSignals {
  const { trainee, standing, facts: moduleFacts } = found;
  const { traineeId, name, enrolment, lastSeenAt } = trainee;
  const day = today();
  const lastSeenOn = lastSeenAt && londonDay(lastSeenAt);
  const route = findRoute(enrolment.routeId);
  const whole = readTrainee({ enrolment, lastSeenOn, route, standing, past, office, qualifications, today: day });
  const rules = settingOn(office, 'signals', day).value;
  const signals = notedSignals(signalsOf(whole.facts, rules), past.note, day);
  return {
    ...whole,
    traineeId,
    name,
    isInFirstWeeks: isInFirstWeeks(whole.facts, rules),
    signals,
    trainee,
    standing,
    moduleFacts,
  };
}

/** The signals of everybody a question finds, in its order. Three queries in one round trip. */
async function loadOfCohort(
  db: Reader,
  cohortId: string,
  members: Promise<readonly TraineeRecord[]>,
): Promise<LoadedSignals[]> {
  const [rules, trainees, facts, pasts] = await Promise.all([
    rulesNow(),
    members,
    listCohortModuleFacts(db, cohortId),
    listCohortPasts(db, cohortId, lookedAt(today())),
  ]);
  return trainees.map((trainee) => {
    const { traineeId } = trainee;
    const standing = standingOf(trainee, facts.get(traineeId) ?? NO_FACTS_YET);
    return signalsFrom(standing, pasts.get(traineeId) ?? NOTHING_PAST, rules);
  });
}

/**
 * Everybody in a cohort with her signals, by name; nobody where the viewer is not its tutor. `needsFirst` gives the order in which a
 * tutor reads. Three queries in one round trip.
 */
export async function loadCohortSignals(
  db: Reader,
  viewer: Viewer,
  cohortId: string,
): Promise<readonly LoadedSignals[]> {
  if (!viewer.tutorOf.includes(cohortId)) return [];
  return loadOfCohort(db, cohortId, listCohortTrainees(db, viewer, cohortId));
}

/**
 * The same for the portal itself, which tells people of new signals: whoever is told is asked about afterwards, one by one. Three
 * queries in one round trip.
 */
export async function loadCohortSignalsAsPortal(db: Reader, cohortId: string): Promise<readonly LoadedSignals[]> {
  return loadOfCohort(db, cohortId, listMembersNow(db, cohortId));
}

/** What `readSignals` found: how to work them out once the rest of a page is there. */
export interface ReadSignals {
  readonly past: SignalPast;
  of(standing: TraineeStanding): LoadedSignals;
}

/**
 * Reads what the signals of one trainee rest on and gives back how to work them out, so that a page can ask beside its other
 * questions. `studyFrom`: study time of a page that begins earlier. Whether the viewer may see it is the page's. One query.
 */
export async function readSignals(db: Reader, traineeId: string, studyFrom?: string): Promise<ReadSignals> {
  const days = lookedAt(today());
  const from = {
    ...days,
    studyFrom: studyFrom !== undefined && studyFrom < days.studyFrom ? studyFrom : days.studyFrom,
  };
  const [rules, pasts] = await Promise.all([rulesNow(), listPasts(db, [traineeId], from)]);
  const past = pasts.get(traineeId) ?? NOTHING_PAST;
  return { past, of: (standing) => signalsFrom(standing, past, rules) };
}

/** One trainee with her signals; null where there is no such trainee or the viewer may not see them. Three queries in one round trip. */
export async function loadTraineeSignals(db: Reader, viewer: Viewer, traineeId: string): Promise<LoadedSignals | null> {
  const [trainee, facts, read] = await Promise.all([
    findTrainee(db, traineeId),
    listModuleFacts(db, traineeId),
    readSignals(db, traineeId),
  ]);
  if (!trainee || !can(viewer, 'signal.read', trainee)) return null;
  return read.of(standingOf(trainee, facts));
}

/** The same inside a transaction, with the thresholds in force: the settings are read there too and never from what is kept. */
export async function findSignalsToNote(tx: Reader, traineeId: string) {
  const trainee = await findTrainee(tx, traineeId);
  if (!trainee) return null;
  const rules = { office: await readOffice(tx), qualifications: await readQualifications(tx) };
  const facts = await listModuleFacts(tx, traineeId);
  const past = (await listPasts(tx, [traineeId], lookedAt(today()))).get(traineeId) ?? NOTHING_PAST;
  const { signals } = signalsFrom(standingOf(trainee, facts), past, rules);
  return { trainee, signals, thresholds: settingOn(rules.office, 'signals', today()).value };
}
