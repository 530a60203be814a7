import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { placements, studyRecords, studySessions, weekExceptions } from '#db/schema/index.ts';
import type { BusyDays } from '#src/domain/studyTime/days.ts';
import type { StudyRecord, StudySession } from '#src/domain/studyTime/ledger.ts';

const ofThese = sql`${studySessions.traineeId} in (select value from json_each(${sql.placeholder('traineeIds')}))`;
const inDays = sql`${studySessions.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`;
/** Makes up a session of these days, on whatever day. */
const makesUpOne = sql`${studySessions.makesUp} in (select s.id from ${studySessions} s where s.trainee_id = ${studySessions.traineeId} and s.day between ${sql.placeholder('from')} and ${sql.placeholder('to')})`;

const sessionsWhere = (db: Reader, condition: SQL | undefined) =>
  db
    .select({ session: studySessions, record: studyRecords })
    .from(studySessions)
    .leftJoin(studyRecords, eq(studyRecords.sessionId, studySessions.id))
    .where(condition)
    .orderBy(asc(studySessions.day), sql`coalesce(${studySessions.startsAt}, '')`, asc(studySessions.id));

const sessionRows = prepared((db) =>
  sessionsWhere(db, and(ofThese, isNull(studySessions.withdrawnAt), sql`(${inDays} or ${makesUpOne})`)).prepare(),
);

type Row = Awaited<ReturnType<ReturnType<typeof sessionRows>['all']>>[number];

function recordOf({ record }: Row): StudyRecord[] {
  if (record === null) return [];
  const { takenMinutes, lostMinutes, cause, words, recordedAt, number } = record;
  return [{ takenMinutes, lostMinutes, cause, words, recordedAt, number }];
}

function sessionOf({ session }: Row, rows: readonly Row[]): StudySession {
  const { id, traineeId, day, minutes, part, startsAt, makesUp, isPlanned, revision } = session;
  const records = rows.flatMap(recordOf).sort((one, other) => other.number - one.number);
  const [record = null, ...earlier] = records;
  return { id, traineeId, day, minutes, part, startsAt, makesUp, isPlanned, revision, record, earlier };
}

/**
 * Sessions of these trainees from one day to another, both included, earliest first, with what became of each; and those of
 * other days that make one of them up, which `studyTotals` needs. Withdrawn ones are left out. Whose they may be is the
 * caller's: hand in only people that the viewer may see. One query.
 */
export async function listStudySessions(
  db: Reader,
  traineeIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<StudySession[]> {
  if (traineeIds.length === 0) return [];
  return sessionsOf(await sessionRows(db).all({ traineeIds: JSON.stringify(traineeIds), from, to }));
}

/** Rows of one session and record each -> one session with its records, in the rows' order. */
function sessionsOf(rows: readonly Row[]): StudySession[] {
  const grouped = Map.groupBy(rows, ({ session }) => session.id);
  return [...grouped.values()].flatMap((own) => own.slice(0, 1).map((first) => sessionOf(first, own)));
}

/** Whose session it is, for `authorise`; null where there is none. */
export async function findStudySubject(db: Reader, sessionId: string): Promise<{ traineeId: string } | null> {
  const [row] = await db
    .select({ traineeId: studySessions.traineeId })
    .from(studySessions)
    .where(eq(studySessions.id, sessionId));
  return row ?? null;
}

/** One session with its records and when it was taken out of the plan, if it was; null where there is none. */
export async function findStudySession(db: Reader, sessionId: string) {
  const rows = await sessionsWhere(db, eq(studySessions.id, sessionId));
  const [session] = sessionsOf(rows);
  return session ? { ...session, withdrawnAt: rows[0]?.session.withdrawnAt ?? null } : null;
}

/** A session and every one that makes it up; for rules about making up. */
export async function listWithMakeUps(db: Reader, sessionId: string): Promise<StudySession[]> {
  const isOne = sql`(${studySessions.id} = ${sessionId} or ${studySessions.makesUp} = ${sessionId})`;
  return sessionsOf(await sessionsWhere(db, and(isOne, isNull(studySessions.withdrawnAt))));
}

const busyDays = prepared((db) =>
  db
    .select({
      kind: sql<BusyDays['kind']>`b.kind`,
      place: sql<string>`b.place`,
      startsOn: sql<string>`b.starts_on`,
      endsOn: sql<string>`b.ends_on`,
      weekdays: sql<string>`b.weekdays`,
    })
    .from(
      sql`(
        select 'placement' as kind, place, starts_on, ends_on, weekdays from ${placements}
        where trainee_id = ${sql.placeholder('traineeId')} and cancelled_at is null
        union all
        select 'leave', place, starts_on, ends_on, '[1,2,3,4,5,6,7]' from ${weekExceptions}
        where trainee_id = ${sql.placeholder('traineeId')} and removed_at is null and place in ('leave', 'not_working')
      ) b`,
    )
    .where(sql`b.ends_on >= ${sql.placeholder('from')} and b.starts_on <= ${sql.placeholder('to')}`)
    .orderBy(sql`b.starts_on`)
    .prepare(),
);

/** Placements and leave of a trainee that touch some days. One query. */
export async function listBusyDays(
  db: Reader,
  traineeId: string,
  { from, to }: { from: string; to: string },
): Promise<BusyDays[]> {
  const rows = await busyDays(db).all({ traineeId, from, to });
  return rows.map((row) => ({ ...row, weekdays: JSON.parse(row.weekdays) as number[] }));
}

/** Keeps planned sessions. A repeat with the same ids changes nothing. */
export async function insertStudySessions(
  tx: Writer,
  sessions: readonly (typeof studySessions.$inferInsert)[],
): Promise<void> {
  if (sessions.length > 0)
    await tx
      .insert(studySessions)
      .values([...sessions])
      .onConflictDoNothing();
}

/** Keeps what became of a session. What was recorded before stays. */
export async function insertStudyRecord(tx: Writer, record: typeof studyRecords.$inferInsert): Promise<void> {
  await tx.insert(studyRecords).values(record);
}

/** Puts a session on another day. */
export async function moveStudySession(
  tx: Writer,
  { id, day, revision }: { id: string; day: string; revision: number },
): Promise<void> {
  await tx.update(studySessions).set({ day, revision }).where(eq(studySessions.id, id));
}

/** Takes a session out of the plan; the row stays. */
export async function withdrawStudySession(
  tx: Writer,
  { id, at, revision }: { id: string; at: Date; revision: number },
): Promise<void> {
  await tx.update(studySessions).set({ withdrawnAt: at, revision }).where(eq(studySessions.id, id));
}

/** Minutes of study time planned and lost over the whole programme in some days: counts for administrators, of nobody in particular. */
export interface StudyCounts {
  readonly plannedMinutes: number;
  readonly lostMinutes: number;
  readonly traineesWithLoss: number;
}

const studyCounts = prepared((db) =>
  db
    .select({
      plannedMinutes: sql<number>`coalesce(sum(case when ${studySessions.isPlanned} then ${studySessions.minutes} end), 0)`,
      lostMinutes: sql<number>`coalesce(sum(${studyRecords.lostMinutes}), 0)`,
      traineesWithLoss: sql<number>`count(distinct case when ${studyRecords.lostMinutes} > 0 then ${studySessions.traineeId} end)`,
    })
    .from(studySessions)
    .leftJoin(
      studyRecords,
      sql`${studyRecords.sessionId} = ${studySessions.id} and not exists (select 1 from ${studyRecords} n where n.session_id = ${studySessions.id} and n.number > ${studyRecords.number})`,
    )
    .where(and(inDays, isNull(studySessions.withdrawnAt)))
    .prepare(),
);

/** Counts over everybody, first and last day included. One query. */
export async function countStudyTime(db: Reader, { from, to }: { from: string; to: string }): Promise<StudyCounts> {
  const [row] = await studyCounts(db).all({ from, to });
  return row ?? { plannedMinutes: 0, lostMinutes: 0, traineesWithLoss: 0 };
}
