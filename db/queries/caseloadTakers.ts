import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { assignments, cohortMemberships, moduleCompletions, people } from '#db/schema/index.ts';

/** Something that decides whether a trainee may take a case: a module she has done, or a tutor she has now. */
export type TakerFact =
  | { readonly fact: 'module'; readonly traineeId: string; readonly id: string; readonly name: null }
  | { readonly fact: 'tutor'; readonly traineeId: string; readonly id: string; readonly name: string };

const takerFacts = prepared((db) => {
  const ids = sql`(select value from json_each(${sql.placeholder('traineeIds')}))`;
  const today = sql.placeholder('today');
  return db
    .select({
      fact: sql<TakerFact['fact']>`f.fact`,
      traineeId: sql<string>`f.trainee_id`,
      id: sql<string>`f.id`,
      name: sql<string | null>`f.name`,
    })
    .from(
      sql`(
        select 'module' as fact, trainee_id, module_id as id, null as name from ${moduleCompletions} where trainee_id in ${ids}
        union all
        select 'tutor', m.trainee_id, p.id, p.name from ${cohortMemberships} m
          join ${assignments} a on a.cohort_id = m.cohort_id and a.kind = 'tutor' and a.starts_on <= ${today} and (a.ends_on is null or a.ends_on > ${today})
          join ${people} p on p.id = a.person_id
          where m.trainee_id in ${ids} and m.left_on is null and p.id <> m.trainee_id
      ) f`,
    )
    .orderBy(sql`f.fact, f.name, f.id`)
    .prepare();
});

/** Modules these trainees have done and the tutors they have on a day. One query. */
export async function listTakerFacts(db: Reader, traineeIds: readonly string[], today: string): Promise<TakerFact[]> {
  if (traineeIds.length === 0) return [];
  return (await takerFacts(db).all({ traineeIds: JSON.stringify(traineeIds), today })) as TakerFact[];
}
