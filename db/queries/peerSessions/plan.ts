import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  cohortMemberships,
  peerMaterials,
  peerParts,
  peerPreparations,
  peerSessions,
  people,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { DonePreparation } from '#src/domain/peerSessions/checklist.ts';
import type { Part } from '#src/domain/peerSessions/parts.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';

/** Something to read or to have at hand. `address` is that of a public page, or null. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly address: string | null;
  readonly addedById: string;
  readonly addedBy: string;
}

type PlanRow =
  | ({ readonly what: 'part' } & Part)
  | {
      readonly what: 'done';
      readonly item: string;
      readonly personId: string;
      readonly name: string;
      readonly at: number;
    }
  | ({ readonly what: 'material' } & Material)
  | { readonly what: 'reasons'; readonly reasons: readonly Justification[] };

const id = sql.placeholder('sessionId');

/** Whoever has left the cohort does nothing in what is still to come; what was held keeps who did it. */
const stillThere = sql`(exists (select 1 from ${cohortMemberships} c join ${peerSessions} z on z.id = p.session_id
    where c.trainee_id = p.trainee_id and c.cohort_id = z.cohort_id and c.left_on is null)
  or exists (select 1 from ${peerSessions} z where z.id = p.session_id and z.held_at is not null))`;

const planRows = prepared((db) =>
  db
    .select({ json: sql<string>`f.json` })
    .from(
      sql`(
        select 1 as rank, p.given_at as at, json_object('what', 'part', 'traineeId', p.trainee_id, 'name', w.name, 'role', p.role) as json
          from ${peerParts} p join ${people} w on w.id = p.trainee_id where p.session_id = ${id} and p.ended_at is null and ${stillThere}
        union all
        select 2, d.done_at, json_object('what', 'done', 'item', d.item, 'personId', d.person_id, 'name', w.name, 'at', d.done_at)
          from ${peerPreparations} d join ${people} w on w.id = d.person_id where d.session_id = ${id}
        union all
        select 3, m.added_at, json_object('what', 'material', 'id', m.id, 'title', m.title, 'words', m.words, 'address', m.address, 'addedById', m.added_by, 'addedBy', w.name)
          from ${peerMaterials} m join ${people} w on w.id = m.added_by where m.session_id = ${id} and m.removed_at is null
        union all
        select 4, 0, json_object('what', 'reasons', 'reasons', json(s.reasons)) from ${peerSessions} s where s.id = ${id}
      ) f`,
    )
    .orderBy(sql`f.rank, f.at, f.json`)
    .prepare(),
);

/** Everything that belongs to the plan of one session beside its own row. */
export interface SessionPlan {
  /** Who does what now. */
  readonly parts: readonly Part[];
  readonly done: readonly DonePreparation[];
  readonly materials: readonly Material[];
  /** Why passages may stand in its words. */
  readonly reasons: readonly Justification[];
}

/** Who does what, what is prepared and what there is to read. Whoever calls has asked whether the session may be read. One query. */
export async function findSessionPlan(db: Reader, sessionId: string): Promise<SessionPlan> {
  const rows = (await planRows(db).all({ sessionId })).map(({ json }) => JSON.parse(json) as PlanRow);
  return {
    parts: rows.flatMap((row) => (row.what === 'part' ? [row] : [])),
    done: rows.flatMap((row) => (row.what === 'done' ? [{ ...row, doneAt: new Date(row.at * 1000) }] : [])),
    materials: rows.flatMap((row) => (row.what === 'material' ? [row] : [])),
    reasons: rows.flatMap((row) => (row.what === 'reasons' ? row.reasons : [])),
  };
}

/** Somebody who is in a cohort now. */
export interface CohortMember {
  readonly traineeId: string;
  readonly name: string;
}

/** Who is in a cohort now, by name. Whoever calls says who may know it. One query. */
export async function listMembersOf(db: Reader, cohortId: string): Promise<CohortMember[]> {
  return db
    .select({ traineeId: people.id, name: people.name })
    .from(cohortMemberships)
    .innerJoin(people, eq(people.id, cohortMemberships.traineeId))
    .where(and(eq(cohortMemberships.cohortId, cohortId), isNull(cohortMemberships.leftOn)))
    .orderBy(asc(people.name), asc(people.id));
}

/** Somebody to swap with, and the sessions that she leads from a day on. */
export interface Colleague extends CohortMember {
  readonly leads: readonly { readonly id: string; readonly day: string }[];
}

/** The others of a cohort that the viewer is in, by name, each with what she leads from a day on; nobody in any other. One query. */
export async function listColleagues(
  db: Reader,
  viewer: Viewer,
  { cohortId, from }: { readonly cohortId: string; readonly from: string },
): Promise<Colleague[]> {
  if (!viewer.memberOf.includes(cohortId)) return [];
  const leads = sql<string>`(select json_group_array(json_object('id', s.id, 'day', s.day)) from ${peerParts} p
    join ${peerSessions} s on s.id = p.session_id
    where p.trainee_id = ${people.id} and p.role = 'leader' and p.ended_at is null and s.cohort_id = ${cohortId}
      and s.day >= ${from} and s.held_at is null and s.cancelled_at is null)`;
  const rows = await db
    .select({ traineeId: people.id, name: people.name, leads })
    .from(cohortMemberships)
    .innerJoin(people, eq(people.id, cohortMemberships.traineeId))
    .where(and(eq(cohortMemberships.cohortId, cohortId), isNull(cohortMemberships.leftOn), ne(people.id, viewer.id)))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map((row) => ({ ...row, leads: JSON.parse(row.leads) as Colleague['leads'] }));
}

/** What one trainee does in which sessions now, and what of them is prepared. */
export async function listOwnParts(db: Reader, traineeId: string) {
  return db
    .select({
      sessionId: peerParts.sessionId,
      role: peerParts.role,
      done: sql<string>`(select json_group_array(d.item) from ${peerPreparations} d where d.session_id = ${peerParts.sessionId})`,
    })
    .from(peerParts)
    .where(and(eq(peerParts.traineeId, traineeId), isNull(peerParts.endedAt)));
}
