import { listStudySessions } from '#db/queries/studyTime.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { StudyTotals } from '#src/domain/studyTime/ledger.ts';
import { monthOf, weekOf } from '#src/domain/studyTime/period.ts';
import { officeNow } from '../office.ts';
import { today } from '../portal.ts';
import { studyTotalsOf } from '../studyTime.ts';

/** This week and this month of a trainee's study time, for a line or two on another page. */
export interface StudySummaryFigures {
  readonly week: StudyTotals;
  readonly month: StudyTotals;
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
  const days = { from: week.from < month.from ? week.from : month.from, to: week.to > month.to ? week.to : month.to };
  const [office, sessions] = await Promise.all([officeNow(), listStudySessions(db, [traineeId], days)]);
  return (trainee) => ({
    week: studyTotalsOf(trainee, { sessions, from: week.from, to: week.to, office }),
    month: studyTotalsOf(trainee, { sessions, from: month.from, to: month.to, office }),
  });
}
