import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { listBusyDays, listStudySessions } from '#db/queries/studyTime.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { freeDays } from '#src/domain/studyTime/days.ts';
import { leftToMakeUp, type StudySession, type StudyTotals } from '#src/domain/studyTime/ledger.ts';
import { type Period, weekOf, weeksWithin } from '#src/domain/studyTime/period.ts';
import type { Office } from '#src/domain/office/settings.ts';
import { officeNow } from '../office.ts';
import { portal, today } from '../portal.ts';
import { type Days, endOf, studyTotalsOf, weeklyEntitlementOf } from '../studyTime.ts';

/** So far back a session waits to be recorded, and so far ahead her plan is shown. */
const DAYS_BACK = 56;
const DAYS_AHEAD = 190;
/** Free days are looked for in the next four weeks; so many are named. */
const FREE_WITHIN = 28;
const MOST_FREE_DAYS = 4;

interface Facts {
  readonly sessions: readonly StudySession[];
  readonly office: Office;
}

export interface StudyWeek extends Days {
  readonly totals: StudyTotals;
}

/** The weeks of a time, each with its figures. */
function weeksOf(trainee: TraineeRecord, period: Days, { sessions, office }: Facts): StudyWeek[] {
  return weeksWithin(period).map((days) => ({
    ...days,
    totals: studyTotalsOf(trainee, { sessions, ...days, office }),
  }));
}

const earliest = (...days: readonly string[]) => days.reduce((one, other) => (other < one ? other : one));
const latest = (...days: readonly string[]) => days.reduce((one, other) => (other > one ? other : one));

/** Lost time for which there is no other time yet, the oldest first. */
function toMakeUp(sessions: readonly StudySession[]) {
  return sessions
    .filter(({ makesUp }) => makesUp === null)
    .map((session) => ({ session, left: leftToMakeUp(session, sessions) }))
    .filter(({ left }) => left > 0);
}

/** Everything on a trainee's own page, or null where she is on no route yet. Three queries in one round trip. */
export async function loadOwnStudyTime(db: Reader, traineeId: string, period: Period) {
  const day = today();
  const week = weekOf(day);
  const days = {
    from: earliest(period.from, week.from, addDays(day, -DAYS_BACK)),
    to: latest(period.to, week.to, addDays(day, DAYS_AHEAD)),
  };
  const [trainee, sessions, busy, office] = await Promise.all([
    findTrainee(db, traineeId),
    listStudySessions(db, [traineeId], days),
    listBusyDays(db, traineeId, { from: day, to: addDays(day, FREE_WITHIN) }),
    officeNow(),
  ]);
  if (!trainee) return null;
  const facts = { enrolment: trainee.enrolment, endsOn: endOf(trainee), busy, sessions };
  return {
    ...listsOf(sessions, { day, period, week }),
    sessions,
    week: studyTotalsOf(trainee, { sessions, from: week.from, to: week.to, office }),
    month: studyTotalsOf(trainee, { sessions, from: period.from, to: period.to, office }),
    weeks: weeksOf(trainee, period, { sessions, office }),
    weeklyMinutes: weeklyEntitlementOf(trainee, office),
    toMakeUp: toMakeUp(sessions),
    freeDays: freeDays(
      { ...facts, holidays: portal().content.bankHolidays.days },
      { from: day, to: addDays(day, FREE_WITHIN), most: MOST_FREE_DAYS },
    ),
  };
}

/** Her sessions by what there is to do about them. */
function listsOf(sessions: readonly StudySession[], { day, period, week }: { day: string; period: Days; week: Days }) {
  const within = ({ from, to }: Days) => sessions.filter((session) => from <= session.day && session.day <= to);
  return {
    /** Today's or the last one first. */
    toRecord: sessions.filter((session) => session.record === null && session.day <= day).toReversed(),
    thisWeek: within(week),
    ahead: sessions.filter((session) => session.record === null && session.day >= day),
    recorded: within(period)
      .filter(({ record }) => record !== null)
      .toReversed(),
  };
}

/** What a trainee brings to a meeting about some days. One query. */
export async function loadMeeting(db: Reader, trainee: TraineeRecord, period: Period) {
  const [sessions, office] = await Promise.all([listStudySessions(db, [trainee.traineeId], period), officeNow()]);
  return {
    sessions,
    totals: studyTotalsOf(trainee, { sessions, from: period.from, to: period.to, office }),
    weeks: weeksOf(trainee, period, { sessions, office }),
    weeklyMinutes: weeklyEntitlementOf(trainee, office),
  };
}

/** Everybody in a cohort with her figures, most lost first, and the figures of all; nobody where the viewer is not its tutor. Two queries. */
export async function loadCohortStudyTime(
  db: Reader,
  viewer: Viewer,
  { cohortId, period }: { cohortId: string; period: Period },
) {
  const [trainees, office] = await Promise.all([listCohortTrainees(db, viewer, cohortId), officeNow()]);
  const sessions = await listStudySessions(
    db,
    trainees.map(({ traineeId }) => traineeId),
    period,
  );
  const byTrainee = Map.groupBy(sessions, ({ traineeId }) => traineeId);
  const { from, to } = period;
  const rows = trainees.map((trainee) => {
    const own = byTrainee.get(trainee.traineeId) ?? [];
    const { traineeId, name } = trainee;
    return { traineeId, name, totals: studyTotalsOf(trainee, { sessions: own, from, to, office }) };
  });
  return rows.toSorted(
    (one, other) => other.totals.lostMinutes - one.totals.lostMinutes || one.name.localeCompare(other.name),
  );
}
