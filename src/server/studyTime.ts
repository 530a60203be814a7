import { listBusyDays, listStudySessions } from '#db/queries/studyTime.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { type Office, settingOn } from '#src/domain/office/settings.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import type { DayFacts } from '#src/domain/studyTime/days.ts';
import { entitledMinutes, entitlementMinutes } from '#src/domain/studyTime/entitlement.ts';
import { type StudySession, type StudyTotals, studyTotals } from '#src/domain/studyTime/ledger.ts';
import { portal, today } from './portal.ts';
import { findRoute } from './standings.ts';

/** First and last day, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

interface StudyFacts extends Days {
  /** From `listStudySessions` for the same days. Others' sessions in it are left out. */
  readonly sessions: readonly StudySession[];
  readonly office: Office;
}

type Trainee = Pick<TraineeRecord, 'traineeId' | 'enrolment'>;

/** The last day of her programme, or null while nobody knows it. */
export function endOf({ enrolment }: Trainee): string | null {
  return programmePlace(enrolment, findRoute(enrolment.routeId), today()).endsOn;
}

/** Minutes a trainee is entitled to from one day to another, by the settings in force on each of them. */
function entitledOf(trainee: Trainee, { from, to, office }: Days & { office: Office }): number {
  return entitledMinutes({
    rulesOn: (day) => settingOn(office, 'study_time', day).value,
    enrolment: trainee.enrolment,
    endsOn: endOf(trainee),
    from,
    to,
  });
}

/** Minutes of a whole week, by the settings in force today. */
export function weeklyEntitlementOf({ enrolment }: Trainee, office: Office): number {
  return entitlementMinutes(settingOn(office, 'study_time', today()).value, enrolment);
}

/** What a trainee was entitled to, planned, took, lost and made up. The one way to these figures for every page. */
export function studyTotalsOf(trainee: Trainee, { sessions, from, to, office }: StudyFacts): StudyTotals {
  const own = sessions.filter(({ traineeId }) => traineeId === trainee.traineeId);
  return studyTotals({
    sessions: own,
    from,
    to,
    entitledMinutes: entitledOf(trainee, { from, to, office }),
    today: today(),
  });
}

/** Everything that decides on which days of a stretch a trainee can study. `trainee`: as it was read. Two queries in one round trip. */
export async function dayFactsOf(db: Reader, trainee: Trainee, days: Days): Promise<DayFacts> {
  const { traineeId, enrolment } = trainee;
  const [busy, sessions] = await Promise.all([
    listBusyDays(db, traineeId, days),
    listStudySessions(db, [traineeId], days),
  ]);
  return { enrolment, endsOn: endOf(trainee), busy, sessions, holidays: portal().content.bankHolidays.days };
}
