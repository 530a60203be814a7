import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/client.ts';
import { auditEntries, cohorts, people } from '#db/schema/index.ts';
import type { AuditAct } from '#src/domain/audit/words.ts';

/** Which entries: `before` is the place after which the next page begins. */
export interface AuditFilter {
  readonly personId?: string | undefined;
  readonly act?: AuditAct | undefined;
  readonly before?: number | undefined;
  readonly most: number;
}

/** Newest first. `place` is where it stands in the table: entries are only ever added. */
export async function listAuditEntries(db: Reader, { personId, act, before, most }: AuditFilter) {
  const [actor, subject] = [alias(people, 'actor'), alias(people, 'subject')];
  const place = sql<number>`audit_entries.rowid`;
  return db
    .select({
      place,
      id: auditEntries.id,
      at: auditEntries.at,
      act: auditEntries.act,
      actorId: auditEntries.actorId,
      actor: actor.name,
      personId: auditEntries.personId,
      person: subject.name,
      cohort: cohorts.name,
      details: auditEntries.details,
    })
    .from(auditEntries)
    .leftJoin(actor, eq(actor.id, auditEntries.actorId))
    .leftJoin(subject, eq(subject.id, auditEntries.personId))
    .leftJoin(cohorts, eq(cohorts.id, auditEntries.cohortId))
    .where(
      and(
        personId === undefined ? undefined : eq(auditEntries.personId, personId),
        act === undefined ? undefined : eq(auditEntries.act, act),
        before === undefined ? undefined : lt(place, before),
      ),
    )
    .orderBy(desc(place))
    .limit(most);
}

export type AuditRow = Awaited<ReturnType<typeof listAuditEntries>>[number];

/** Names of the people and cohorts that these ids lead to; ids that lead nowhere are left out. */
export async function listNamesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const all = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await db.all<{ id: string; name: string }>(
    sql`select id, name from ${people} where id in ${all} union all select id, name from ${cohorts} where id in ${all}`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The same for cohorts alone. */
export async function listNamesOfCohorts(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohorts)
    .where(inArray(cohorts.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
