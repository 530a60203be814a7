import { sql } from 'drizzle-orm';

/**
 * Whether a decision `a` about a snapshot `s` waits for a countersignature: it was made in training, nobody countersigned it, and it is
 * the newest of the newest snapshot of evidence that was neither taken back nor taken out. Said here and nowhere else.
 */
export const waitsForCountersignature = sql.raw(`(a.needs_countersign = 1
  and not exists (select 1 from countersignatures c where c.assessment_id = a.id)
  and not exists (select 1 from assessments n where n.submission_id = a.submission_id and (n.assessed_at, n.rowid) > (a.assessed_at, a.rowid))
  and not exists (select 1 from submissions m where m.evidence_id = s.evidence_id and m.number > s.number)
  and not exists (select 1 from withdrawals w where w.submission_id = s.id)
  and not exists (select 1 from evidence_items e where e.id = s.evidence_id and e.removed_at is not null))`);

/** What waits of one assessor. */
export interface WaitingFacts {
  /** One decision is one look at one piece of evidence. */
  readonly decisions: number;
  readonly oldestAt: Date;
  /** Whom they are about. */
  readonly traineeIds: readonly string[];
}

/** As JSON what waits of the person of a row of `people`; null for whoever was never in training. For `waitingFactsOf`. */
export const waitingJson = sql<string | null>`(case when exists (
    select 1 from assessor_standings t where t.assessor_id = people.id and t.standing = 'in_training')
  then (select json_object('decisions', count(*), 'oldestAt', min(a.assessed_at), 'traineeIds', json_group_array(distinct s.trainee_id))
    from assessments a join submissions s on s.id = a.submission_id
    where a.assessor_id = people.id and ${waitsForCountersignature}) end)`;

/** As `waitingJson` found it. `oldestAt`: seconds since 1970, null where nothing waits. */
export type WaitingCells = Omit<WaitingFacts, 'oldestAt'> & { readonly oldestAt: number | null };

/** What `waitingJson` found, or null where nothing waits. */
export function waitingFactsOf(found: WaitingCells | null): WaitingFacts | null {
  if (found === null || found.oldestAt === null) return null;
  return { ...found, oldestAt: new Date(found.oldestAt * 1000) };
}
