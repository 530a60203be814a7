import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { assessorStandings, people } from '#db/schema/index.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';

type StandingCells = readonly [
  id: string,
  assessorId: string,
  standing: AssessorStanding,
  countersignerId: string | null,
  effectiveFrom: string,
  reason: string,
  enteredBy: string,
  enteredAt: number,
  enteredByName: string,
];

/** Entries as one list of JSON: there is one at least for each who assesses, and rows cost more to hand over than to find. */
const standingsWhere = (condition: SQL) =>
  prepared((db) =>
    db
      .select({
        list: sql<string>`(select json_group_array(json(n.json)) from (
          select json_array(t.id, t.assessor_id, t.standing, t.countersigner_id, t.effective_from, t.reason, t.entered_by, t.entered_at, p.name) as json
          from ${assessorStandings} t join ${people} p on p.id = t.entered_by where ${condition}
          order by t.entered_at, t.rowid) n)`,
      })
      .from(sql`(select 1)`)
      .prepare(),
  );

const all = standingsWhere(sql`true`);
const ofSome = standingsWhere(sql`t.assessor_id in (select value from json_each(${sql.placeholder('assessorIds')}))`);

function standingOf(cells: StandingCells) {
  const [id, assessorId, standing, countersignerId, effectiveFrom, reason, enteredBy, enteredAt, enteredByName] = cells;
  return {
    ...{ id, assessorId, standing, countersignerId, effectiveFrom, reason, enteredBy, enteredByName },
    enteredAt: new Date(enteredAt * 1000),
  };
}

/** How far assessors are, each from a day on, in the order in which it was entered. All of them where no ids are given. One query. */
export async function listAssessorStandings(db: Reader, assessorIds?: readonly string[]) {
  const [found] = await (assessorIds === undefined
    ? all(db).all()
    : ofSome(db).all({ assessorIds: JSON.stringify(assessorIds) }));
  return (JSON.parse(found?.list ?? '[]') as StandingCells[]).map(standingOf);
}

/** Keeps how far an assessor is from a day on. A repeat with the same id changes nothing. */
export async function insertAssessorStanding(
  tx: Writer,
  standing: typeof assessorStandings.$inferInsert,
): Promise<void> {
  await tx.insert(assessorStandings).values(standing);
}
