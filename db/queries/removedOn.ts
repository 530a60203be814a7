import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { contentRemovals } from '#db/schema/index.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';

/** When the words of a record were removed, in seconds since 1970, as a piece of SQL; null while they are there. */
export const removedOn = (group: RecordGroup, recordId: SQL): SQL<number | null> =>
  sql<
    number | null
  >`(select g.removed_at from content_removals g where g.kind = ${sql.raw(`'${group}'`)} and g.record_id = ${recordId})`;

/** When the words about a trainee's work and placements were removed, in seconds since 1970; null while they are there. One query. */
export async function findWorkRemoval(db: Reader, traineeId: string): Promise<number | null> {
  const [row] = await db
    .select({ removedAt: sql<number>`${contentRemovals.removedAt}` })
    .from(contentRemovals)
    .where(and(eq(contentRemovals.kind, 'work_record'), eq(contentRemovals.recordId, traineeId)));
  return row?.removedAt ?? null;
}
