import type { AssessorFigureRow } from '#db/queries/qualityAssessors.ts';
import type { Reader } from '#db/client.ts';
import { type Share, shareOfAll } from '#src/domain/quality/figures.ts';
import { today } from '../portal.ts';
import { everyonesFigures, FIGURE_DAYS, readAssessors } from './population.ts';

const NOTHING: Omit<AssessorFigureRow, 'assessorId'> = {
  decided: 0,
  medianDays: null,
  longestDays: null,
  waiting: 0,
  oldestDays: null,
  looked: 0,
  criteria: 0,
  agreed: 0,
};

/** Turnaround and agreement of each assessor over the last 91 days, with how far she is and was. Two queries, and figures at most a minute old. */
export async function loadAssessors(db: Reader) {
  const [{ assessors, rows }, figures] = await Promise.all([readAssessors(db), everyonesFigures()]);
  const byId = new Map(figures.rows.map((row) => [row.assessorId, row]));
  const names = new Map(assessors.map(({ id, name }) => [id, name]));
  return {
    today: today(),
    days: FIGURE_DAYS,
    countedAt: figures.at,
    assessors: assessors.map((assessor) => {
      const row = byId.get(assessor.id) ?? NOTHING;
      const agreement: Share = shareOfAll(row.agreed, row.criteria);
      const history = rows.filter(({ assessorId }) => assessorId === assessor.id).reverse();
      return { ...assessor, ...row, agreement, history };
    }),
    nameOf: (id: string | null) => (id === null ? null : (names.get(id) ?? 'Somebody who assesses no more')),
  };
}

export type AssessorsPage = Awaited<ReturnType<typeof loadAssessors>>;
