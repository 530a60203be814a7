import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { caseObjections, cases, cohortMemberships, objectionAnswers, people } from '#db/schema/index.ts';
import type { TraineeSubject } from '#src/domain/access/viewer.ts';
import type { Objection } from '#src/domain/caseload/objection.ts';
import { referenceNow } from './caseloadReference.ts';

const objections = prepared((db) =>
  db
    .select({
      id: sql<string>`o.id`,
      traineeId: sql<string>`o.trainee_id`,
      traineeName: sql<string>`t.name`,
      caseId: sql<string | null>`o.case_id`,
      reference: sql<string | null>`case when c.id is null then null else ${referenceNow('c')} end`,
      words: sql<string>`o.words`,
      raisedAt: sql<number>`o.raised_at`,
      answers: sql<string>`(select json_group_array(json(a.json)) from (
        select json_object('id', s.id, 'by', p.name, 'words', s.words, 'settles', s.settles, 'answeredAt', s.answered_at) as json
        from ${objectionAnswers} s join ${people} p on p.id = s.person_id where s.objection_id = o.id order by s.answered_at, s.rowid) a)`,
    })
    .from(sql`${caseObjections} o join ${people} t on t.id = o.trainee_id left join ${cases} c on c.id = o.case_id`)
    .where(sql`o.trainee_id in (select value from json_each(${sql.placeholder('traineeIds')}))`)
    .orderBy(sql`o.raised_at desc, o.rowid desc`)
    .prepare(),
);

/** What these trainees said was not agreed, newest first, each with what was answered. Whoever calls says whose the viewer may see. One query. */
export async function listObjections(db: Reader, traineeIds: readonly string[]): Promise<Objection[]> {
  if (traineeIds.length === 0) return [];
  const rows = await objections(db).all({ traineeIds: JSON.stringify(traineeIds) });
  return rows.map((row) => ({
    ...row,
    raisedAt: new Date(row.raisedAt * 1000),
    answers: (JSON.parse(row.answers) as StoredAnswer[]).map((answer) => ({
      ...answer,
      settles: answer.settles === 1,
      answeredAt: new Date(answer.answeredAt * 1000),
    })),
  }));
}

interface StoredAnswer {
  readonly id: string;
  readonly by: string;
  readonly words: string;
  readonly settles: 0 | 1;
  readonly answeredAt: number;
}

/** Whose objection it is and whether an answer has settled it, for `authorise`; null where there is none. */
export async function findObjectionSubject(
  db: Reader,
  objectionId: string,
): Promise<(TraineeSubject & { isSettled: boolean }) | null> {
  const [row] = await db
    .select({
      traineeId: caseObjections.traineeId,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      isSettled: sql<number>`exists (select 1 from ${objectionAnswers} s where s.objection_id = ${caseObjections.id} and s.settles = 1)`,
    })
    .from(caseObjections)
    .leftJoin(
      cohortMemberships,
      sql`${cohortMemberships.traineeId} = ${caseObjections.traineeId} and ${cohortMemberships.leftOn} is null`,
    )
    .where(sql`${caseObjections.id} = ${objectionId}`);
  return row ? { ...row, isSettled: row.isSettled === 1 } : null;
}

/** Keeps what a trainee said. A repeat with the same id changes nothing. */
export async function insertObjection(tx: Writer, row: typeof caseObjections.$inferInsert): Promise<void> {
  await tx.insert(caseObjections).values(row).onConflictDoNothing();
}

/** Keeps what was answered. A repeat with the same id changes nothing. */
export async function insertObjectionAnswer(tx: Writer, row: typeof objectionAnswers.$inferInsert): Promise<void> {
  await tx.insert(objectionAnswers).values(row).onConflictDoNothing();
}

/** Whether an answer with this id was kept already. */
export async function hasAnswer(db: Reader, answerId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: objectionAnswers.id })
    .from(objectionAnswers)
    .where(sql`${objectionAnswers.id} = ${answerId}`);
  return row !== undefined;
}
