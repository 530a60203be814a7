import { addDays } from '#src/domain/calendar.ts';
import { keyOf } from '#src/domain/signals/rules/rule.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** What stood before Ruth when she last looked: since then Tom's lateness has grown and Grace has signed in again. */
const SEEN = [
  `amara evidence-returned ${keyOf(['amara-evidence-1-1'])}`,
  `dev evidence-returned ${keyOf(['dev-evidence-1-1'])}`,
  'grace no-sign-in earlier',
  `jonah assessor-silent ${keyOf(['jonah-more-1-1'])}`,
  'tom modules-late earlier',
  `tom placement-cancelled ${keyOf(['tom-unpaid-work'])}`,
  `tom rule-override ${keyOf(['tom-case-9-override'])}`,
];

const VIEWS = [
  { personId: 'ruth', cohortId: 'london', name: 'Late and over the limit', query: 'late=1&over=1' },
  { personId: 'ruth', cohortId: 'london', name: 'Fullest caseloads first', query: 'sort=caseload&order=desc' },
  { personId: 'gwen', cohortId: 'wales', name: 'In the first weeks', query: 'firstWeeks=1' },
] as const;

/** When Ruth last looked at her cohort, and ways of looking that two tutors keep. */
export function tellCohortViews(rows: DemoRows, { time }: { time: DemoTime }): void {
  const lookedAt = noonOf(addDays(time.today, -4));
  rows.cohortLooks.push({ personId: 'ruth', cohortId: 'london', lookedAt, signals: SEEN });
  const kept = VIEWS.map((view, index) => ({ ...view, id: `demo-view-${String(index + 1)}`, savedAt: lookedAt }));
  rows.savedFilters.push(...kept);
}
