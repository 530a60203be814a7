import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { assessments, recordSignatures, submissions } from '#db/schema/index.ts';

/** A first decision on a snapshot. It never changes: snapshots, signatures and decisions are insert-only. Instants are seconds since 1970. */
export interface FirstDecision {
  /** From when the snapshot could be decided on: handed in, or signed by both. */
  readonly from: number;
  /** When it was. */
  readonly to: number;
}

interface FirstDecisionsQuestion {
  readonly assessorId: string;
  /** Decided then or later, in seconds. */
  readonly since: number;
  /** Only what was written after the decision of this place; 0: everything. */
  readonly after: number;
}

const readyAt = sql`case when s.writer_id is null then s.submitted_at
  else coalesce((select max(r.signed_at) from ${recordSignatures} r where r.submission_id = s.id), s.submitted_at) end`;

const found = prepared((db) =>
  db
    .select({ decided: sql<string>`f.decided`, newest: sql<number | null>`f.newest` })
    .from(
      sql`(select json_group_array(json_array(${readyAt}, a.assessed_at)) as decided, max(a.rowid) as newest
        from ${assessments} a join ${submissions} s on s.id = a.submission_id
        where a.assessor_id = ${sql.placeholder('assessorId')} and a.assessed_at >= ${sql.placeholder('since')} and a.rowid > ${sql.placeholder('after')}
          and not exists (select 1 from ${assessments} b where b.submission_id = a.submission_id and (b.assessed_at, b.rowid) < (a.assessed_at, a.rowid))) f`,
    )
    .prepare(),
);

/** First decisions of one assessor, whoever assesses the trainee today, and the place of the newest of them. One query. */
export async function listFirstDecisions(db: Reader, { assessorId, since, after }: FirstDecisionsQuestion) {
  const [row] = await found(db).all({ assessorId, since, after });
  const pairs = JSON.parse(row?.decided ?? '[]') as [from: number, to: number][];
  return { decided: pairs.map(([from, to]): FirstDecision => ({ from, to })), newest: row?.newest ?? after };
}
