import { AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';

/** What is done to a case of its own, so that one thing does not stand in the way of another. */
const CASE_USES = ['read', 'move', 'join', 'carry', 'change', 'setAside', 'close', 'rename'] as const;
export type CaseUse = (typeof CASE_USES)[number];
/** Her share of a case of `Records.caseIds`. */
export const allocationOf = (caseId: string) => caseId.replace(/^case-/, 'carried-');

/** The ids of one cell's cases, by what is done to them. */
export const caseIdsOf = (id: string) =>
  Object.fromEntries(CASE_USES.map((use) => [use, `case-${use}-${id}`])) as Record<CaseUse, string>;

interface CaseRecords {
  readonly caseIds: Readonly<Record<CaseUse, string>>;
  readonly reductionId: string;
  readonly workId: string;
}

const FAR = '2099-01-05';
let references = 0;

/** Shadowed or worth nothing, so that they change nobody's limit; a rule stands against the one of terrorism. */
export function addCaseRecords(insert: Insert, traineeId: string, records: CaseRecords): void {
  const dated = { trainee_id: traineeId, starts_on: LONG_AGO };
  const entered = { entered_by: 'kerry', entered_at: AT };
  for (const [use, id] of Object.entries(records.caseIds)) {
    const attributes = use === 'setAside' ? '["terrorism"]' : '[]';
    const reference = `WORLD-${(references += 1)}`;
    insert('cases', { id, reference, tier: 'D2', kind: 'custody', created_at: AT, attributes });
    insert('case_allocations', {
      id: allocationOf(id),
      case_id: id,
      ...dated,
      manager_id: 'kerry',
      carrying: use === 'setAside' ? 'sole' : 'shadow',
      share_percent: 0,
      allocated_at: AT,
      available_points: 435,
      used_points_before: 0,
      used_points_after: 0,
    });
  }
  insert('workload_reductions', {
    id: records.reductionId,
    ...dated,
    reason: 'Groups',
    reason_id: 'groups',
    hours_per_week: 0,
    ends_on: null,
    ...entered,
  });
  insert('caseload_work', { id: records.workId, ...dated, kind: 'other_report', ends_on: FAR, ...entered });
}

export function addObjection(insert: Insert, traineeId: string, id: string): void {
  insert('case_objections', { id, trainee_id: traineeId, words: 'Not so.', raised_at: AT });
}
