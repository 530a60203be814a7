import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, handOvers, people, personRoles } from '#db/schema/index.ts';

/** Everybody who is an assessor or has trainees to assess, with how many on a day, by name. One query. */
export async function listHandOverPeople(db: Reader, day: string) {
  return db
    .select({
      id: people.id,
      name: people.name,
      disabledAt: people.disabledAt,
      isAssessor: sql<number>`exists (select 1 from ${personRoles} r where r.person_id = people.id and r.role = 'assessor')`,
      trainees: sql<number>`(select count(distinct g.trainee_id) from ${assignments} g where g.person_id = people.id and g.kind = 'assessor' and (g.ends_on is null or g.ends_on > ${day}))`,
    })
    .from(people)
    .where(
      sql`${people.id} in (select r.person_id from ${personRoles} r where r.role = 'assessor' union select g.person_id from ${assignments} g where g.kind = 'assessor' and (g.ends_on is null or g.ends_on > ${day}))`,
    )
    .orderBy(asc(people.name), asc(people.id));
}

export type HandOverPersonRow = Awaited<ReturnType<typeof listHandOverPeople>>[number];

interface TraineeRow {
  traineeId: string;
  name: string;
  managerIds: string;
  hasNew: number;
  waiting: number;
  held: number;
  unfinished: number;
}

/**
 * The trainees that an assessor has on a day or later, with what of theirs waits and what she has not finished. Names and numbers: no
 * title and no text. One query.
 */
export async function listHandOverTrainees(
  db: Reader,
  { fromId, toId, day }: { fromId: string; toId: string; day: string },
) {
  const on = sql.raw('(g.ends_on is null or g.ends_on > ');
  const rows = await db.all<TraineeRow>(sql`
    select p.id as traineeId, p.name as name,
      (select json_group_array(g.person_id) from assignments g where g.trainee_id = p.id and g.kind = 'manager' and ${on}${day})) as managerIds,
      exists (select 1 from assignments g where g.trainee_id = p.id and g.kind = 'assessor' and g.person_id = ${toId} and g.starts_on <= ${day} and g.ends_on is null) as hasNew,
      (select count(*) from submissions s left join assessments a
          on a.id = (select b.id from assessments b where b.submission_id = s.id order by b.assessed_at desc, b.rowid desc limit 1)
        where s.trainee_id = p.id
        and (a.id is null or exists (select 1 from countersignatures c where c.assessment_id = a.id and c.outcome = 'sent_back')
          or exists (select 1 from verification_decisions v where v.outcome = 'reject' and v.verification_id =
            (select w.id from verifications w where w.assessment_id = a.id order by w.verified_at desc, w.rowid desc limit 1)))
        and (s.writer_id is null or (select count(*) from record_signatures r where r.submission_id = s.id) >= 2)
        and not exists (select 1 from submissions n where n.evidence_id = s.evidence_id and n.number > s.number)
        and not exists (select 1 from sign_offs o where o.submission_id = s.id)
        and not exists (select 1 from withdrawals w where w.submission_id = s.id)) as waiting,
      (select count(*) from assessment_drafts d join submissions s on s.id = d.submission_id where d.assessor_id = ${fromId} and s.trainee_id = p.id) as held,
      (select count(*) from evidence_items e where e.writer_id = ${fromId} and e.trainee_id = p.id and e.removed_at is null
        and not exists (select 1 from submissions s where s.evidence_id = e.id and not exists (select 1 from withdrawals w where w.submission_id = s.id))) as unfinished
    from people p
    where p.id in (select g.trainee_id from assignments g where g.person_id = ${fromId} and g.kind = 'assessor' and ${on}${day}))
    order by p.name, p.id`);
  return rows.map(({ managerIds, hasNew, ...row }) => ({
    ...row,
    managerIds: JSON.parse(managerIds) as string[],
    hasNew: hasNew === 1,
  }));
}

/** A hand-over by its id, or null. Has this form been sent before? */
export async function findHandOver(db: Reader, id: string) {
  const [row] = await db.select().from(handOvers).where(eq(handOvers.id, id));
  return row ?? null;
}

type NewHandOver = typeof handOvers.$inferInsert & { readonly trainees: readonly string[] };

/**
 * Ends every assignment of the one and begins those of the other, on the same day. What would only have begun then does not begin;
 * a trainee who has the new assessor already keeps that assignment.
 */
export async function handOverTrainees(tx: Writer, handOver: NewHandOver, begins: readonly string[]): Promise<void> {
  const { id, fromId, toId, startsOn, trainees } = handOver;
  await tx.insert(handOvers).values(handOver);
  const hers = and(
    eq(assignments.personId, fromId),
    eq(assignments.kind, 'assessor'),
    inArray(assignments.traineeId, [...trainees]),
    or(isNull(assignments.endsOn), gt(assignments.endsOn, startsOn)),
  );
  await tx
    .update(assignments)
    .set({ endsOn: sql`max(${assignments.startsOn}, ${startsOn})` })
    .where(hers);
  if (begins.length > 0)
    await tx.insert(assignments).values(
      begins.map((traineeId) => ({
        ...{ id: `${id}:${traineeId}`, kind: 'assessor' as const },
        ...{ personId: toId, traineeId, startsOn },
      })),
    );
}

/** What was handed over, newest first. One query. */
export async function listHandOvers(db: Reader, most: number) {
  const name = (column: typeof handOvers.fromId | typeof handOvers.toId | typeof handOvers.handedBy) =>
    sql<string>`(select p.name from ${people} p where p.id = ${column})`;
  return db
    .select({
      id: handOvers.id,
      fromName: name(handOvers.fromId),
      toName: name(handOvers.toId),
      startsOn: handOvers.startsOn,
      trainees: handOvers.trainees,
      handedByName: name(handOvers.handedBy),
      handedAt: handOvers.handedAt,
    })
    .from(handOvers)
    .orderBy(sql`${handOvers.handedAt} desc, ${handOvers}.rowid desc`)
    .limit(most);
}
