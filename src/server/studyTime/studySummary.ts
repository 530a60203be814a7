import { listStudySessions } from '#db/queries/studyTime.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Office } from '#src/domain/office/settings.ts';
import type { StudySession, StudyTotals } from '#src/domain/studyTime/ledger.ts';
import { monthOf, weekOf } from '#src/domain/studyTime/period.ts';
import { officeNow } from '../office.ts';
import { today } from '../portal.ts';
import { type Days, studyTotalsOf } from '../studyTime.ts';

/** This week and this month of a trainee's study time, for a line or two on another page. */
export interface StudySummaryFigures {
  readonly week: StudyTotals;
  readonly month: StudyTotals;
}

/** The first day of the study time that a summary is about: of this week or this month. */
export function summaryFrom(): string {
  const [week, month] = [weekOf(today()), monthOf(today())];
  return week.from < month.from ? week.from : month.from;
}

/** The summary from sessions that were read for something else, at least from `summaryFrom` on. */
export function studySummaryOf(
  trainee: Pick<TraineeRecord, 'traineeId' | 'enrolment'>,
  sessions: readonly StudySession[],
  office: Office,
): StudySummaryFigures {
  const totals = ({ from, to }: Days) => studyTotalsOf(trainee, { sessions, from, to, office });
  return { week: totals(weekOf(today())), month: totals(monthOf(today())) };
}

/**
 * Reads the sessions of this week and month and gives back how to work them out, so that a page can ask beside its other
 * questions. One query (and the settings, which are kept).
 */
export async function readStudySummary(
  db: Reader,
  traineeId: string,
): Promise<(trainee: Pick<TraineeRecord, 'traineeId' | 'enrolment'>) => StudySummaryFigures> {
  const [week, month] = [weekOf(today()), monthOf(today())];
  const days = { from: summaryFrom(), to: week.to > month.to ? week.to : month.to };
  const [office, sessions] = await Promise.all([officeNow(), listStudySessions(db, [traineeId], days)]);
  return (trainee) => studySummaryOf(trainee, sessions, office);
}
