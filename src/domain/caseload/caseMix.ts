import { addDays } from '../calendar.ts';
import type { WorkloadCase } from './points.ts';
import type { DatedWork } from './work.ts';
import { CASE_KINDS, type CaseKind, LETTER_TIERS, type LetterTier } from './words.ts';

/** Days ahead within which a report counts as due. Source: public screens of the newer service, docs/decisions.md, "Case mix". */
export const PAROLE_DUE_DAYS = 28;
export const OTHER_DUE_DAYS = 14;

/** A report with the day on which it is due. */
export interface ReportDue {
  readonly id: string;
  readonly kind: DatedWork['kind'];
  readonly dueOn: string;
}

/** What kinds of case a caseload is made of: whole cases, whatever her share of them; those she only shadows stand apart. */
export interface CaseMix {
  readonly total: number;
  readonly byTier: readonly { readonly tier: LetterTier | null; readonly cases: number }[];
  readonly byKind: readonly { readonly kind: CaseKind; readonly cases: number }[];
  readonly active: number;
  readonly notActive: number;
  readonly shadowed: number;
  /** Due within 28 days. */
  readonly paroleReports: readonly ReportDue[];
  /** Reports to court, on recall and others, due within 14 days. */
  readonly otherReports: readonly ReportDue[];
}

const OTHER_REPORTS: readonly DatedWork['kind'][] = ['court_report', 'recall_report', 'other_report'];

/** Reports due from today until so many days ahead, soonest first. A report is due on the last day on which it counts. */
function dueWithin(work: readonly DatedWork[], today: string, days: number): ReportDue[] {
  return work
    .map(({ id, kind, endsOn }) => ({ id, kind, dueOn: addDays(endsOn, -1) }))
    .filter(({ dueOn }) => today <= dueOn && dueOn <= addDays(today, days))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/**
 * The case mix by letter tier, type, activity and reports due: what replaces points in the newer service, since no public source
 * gives points for the letters. Source: docs/decisions.md, "Case mix".
 */
export function caseMix(cases: readonly WorkloadCase[], work: readonly DatedWork[], today: string): CaseMix {
  const carried = cases.filter(({ carrying }) => carrying !== 'shadow');
  const count = (isOne: (item: WorkloadCase) => boolean) => carried.filter(isOne).length;
  const active = count(({ activity }) => (activity ?? 'active') === 'active' || activity === 'unpaid_work');
  return {
    total: carried.length,
    byTier: [...LETTER_TIERS, null].map((tier) => ({
      tier,
      cases: count((item) => (item.letterTier ?? null) === tier),
    })),
    byKind: CASE_KINDS.map((kind) => ({ kind, cases: count((item) => item.kind === kind) })),
    active,
    notActive: carried.length - active,
    shadowed: cases.length - carried.length,
    paroleReports: dueWithin(
      work.filter(({ kind }) => kind === 'parole_report'),
      today,
      PAROLE_DUE_DAYS,
    ),
    otherReports: dueWithin(
      work.filter(({ kind }) => OTHER_REPORTS.includes(kind)),
      today,
      OTHER_DUE_DAYS,
    ),
  };
}
