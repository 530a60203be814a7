import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { cohortLooks, cohorts, savedFilters } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { CohortLook } from '#src/domain/cohorts/changes.ts';

/** A way of looking that a tutor keeps: a name and the query of the page's address. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** A cohort with what one tutor keeps about it. */
export interface CohortDesk {
  readonly cohortId: string;
  readonly name: string;
  readonly look: CohortLook | null;
  readonly savedViews: readonly SavedView[];
}

type LookCells = readonly [at: number, signals: string[], beforeAt: number | null, beforeSignals: string[] | null];

const person = sql.placeholder('personId');
const look = sql`(select json_array(l.looked_at, json(l.signals), l.before_at, json(l.before_signals)) from ${cohortLooks} l
  where l.person_id = ${person} and l.cohort_id = ${cohorts.id})`;
const views = sql`(select json_group_array(json(n.json)) from (select json_object('id', f.id, 'name', f.name, 'query', f.query) as json
  from ${savedFilters} f where f.person_id = ${person} and f.cohort_id = ${cohorts.id} and f.removed_at is null
  order by f.name, f.id) n)`;

const oneDesk = prepared((db) =>
  db
    .select({
      cohortId: cohorts.id,
      name: cohorts.name,
      look: sql<string | null>`${look}`,
      views: sql<string>`${views}`,
    })
    .from(cohorts)
    .where(sql`${cohorts.id} = ${sql.placeholder('cohortId')}`)
    .prepare(),
);

const instantOf = (seconds: number) => new Date(seconds * 1000);

function lookOf(json: string | null): CohortLook | null {
  if (json === null) return null;
  const [at, signals, beforeAt, beforeSignals] = JSON.parse(json) as LookCells;
  return {
    lookedAt: instantOf(at),
    signals,
    beforeAt: beforeAt === null ? null : instantOf(beforeAt),
    beforeSignals,
  };
}

/** A cohort as its tutor has it before her: her last look at it and the views that she keeps; null where it is not hers. One query. */
export async function findCohortDesk(
  db: Reader,
  viewer: Pick<Viewer, 'id' | 'tutorOf'>,
  cohortId: string,
): Promise<CohortDesk | null> {
  if (!viewer.tutorOf.includes(cohortId)) return null;
  const [row] = await oneDesk(db).all({ cohortId, personId: viewer.id });
  return row
    ? {
        cohortId: row.cohortId,
        name: row.name,
        look: lookOf(row.look),
        savedViews: JSON.parse(row.views) as SavedView[],
      }
    : null;
}

/** Keeps a tutor's look in place of the one before. */
export async function upsertLook(
  tx: Writer,
  { personId, cohortId, look: seen }: { personId: string; cohortId: string; look: CohortLook },
): Promise<void> {
  const { lookedAt, beforeAt } = seen;
  const kept = {
    lookedAt,
    beforeAt,
    signals: [...seen.signals],
    beforeSignals: seen.beforeSignals && [...seen.beforeSignals],
  };
  await tx
    .insert(cohortLooks)
    .values({ personId, cohortId, ...kept })
    .onConflictDoUpdate({ target: [cohortLooks.personId, cohortLooks.cohortId], set: kept });
}
