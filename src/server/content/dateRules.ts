import type { MeasuredModule } from '#src/domain/modules/measuredMinutes.ts';
import { saidMinutes } from '#src/domain/modules/measuredMinutes.ts';
import { REVIEW_DAYS, reviewState } from '#src/domain/modules/review.ts';
import type { ContentProblem, Findings } from './problems.ts';
import type { WrittenModule } from './readModule.ts';

/** The review day of a module: a warning once it has passed, an error when that is long ago. */
export function reviewFindings({ file, value, lineOf }: WrittenModule, today: string): Findings {
  const state = reviewState(value, today);
  if (state === 'fine' || state === 'due') return { errors: [], warnings: [] };
  const late = state === 'over' ? `more than ${String(REVIEW_DAYS.overAfter)} days ago` : 'and has passed';
  const message = `The review day was ${value.reviewBy}, ${late}. Check the facts, then move asOf and reviewBy forward.`;
  const problem = { file, line: lineOf('reviewBy'), field: 'reviewBy', message };
  return state === 'over' ? { errors: [problem], warnings: [] } : { errors: [], warnings: [problem] };
}

/** Said and measured minutes that are more than a third apart. */
export function minuteWarnings(
  { file, value, lineOf }: WrittenModule,
  measured: MeasuredModule | undefined,
): ContentProblem[] {
  const said = saidMinutes(value);
  const taken = measured?.minutes ?? null;
  if (taken === null || Math.abs(taken - said) * 3 <= said) return [];
  const message = `The sections are said to take ${String(said)} minutes; readers take ${String(taken)}.`;
  return [{ file, line: lineOf('sections'), field: 'sections', message }];
}
