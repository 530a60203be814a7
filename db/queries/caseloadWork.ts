import { and, eq, isNull, or, gt, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { caseloadWork, cohortMemberships, people, workloadReductions } from '#db/schema/index.ts';
import type { TraineeSubject } from '#src/domain/access/viewer.ts';

/** Every reduction of a trainee, the latest first, with who entered it. */
export async function listReductions(db: Reader, traineeId: string) {
  return db
    .select({
      id: workloadReductions.id,
      reasonId: workloadReductions.reasonId,
      reason: workloadReductions.reason,
      hoursPerWeek: workloadReductions.hoursPerWeek,
      startsOn: workloadReductions.startsOn,
      endsOn: workloadReductions.endsOn,
      enteredBy: people.name,
    })
    .from(workloadReductions)
    .innerJoin(people, eq(people.id, workloadReductions.enteredBy))
    .where(eq(workloadReductions.traineeId, traineeId))
    .orderBy(sql`${workloadReductions.startsOn} desc, ${workloadReductions.enteredAt} desc`);
}

export type ReductionRow = Awaited<ReturnType<typeof listReductions>>[number];

/** Work of a trainee that is not a case and that still counts or is to come, the soonest to end first. */
export async function listOpenWork(db: Reader, traineeId: string, today: string) {
  return db
    .select({
      id: caseloadWork.id,
      kind: caseloadWork.kind,
      type: caseloadWork.type,
      level: caseloadWork.level,
      startsOn: caseloadWork.startsOn,
      endsOn: caseloadWork.endsOn,
      enteredBy: people.name,
    })
    .from(caseloadWork)
    .innerJoin(people, eq(people.id, caseloadWork.enteredBy))
    .where(and(eq(caseloadWork.traineeId, traineeId), gt(caseloadWork.endsOn, today)))
    .orderBy(caseloadWork.endsOn, caseloadWork.id);
}

export type WorkRow = Awaited<ReturnType<typeof listOpenWork>>[number];

const subjectOf = (table: typeof workloadReductions | typeof caseloadWork) => ({
  traineeId: table.traineeId,
  cohortId: sql<
    string | null
  >`(select cohort_id from ${cohortMemberships} m where m.trainee_id = ${table.traineeId} and m.left_on is null)`,
  startsOn: table.startsOn,
  endsOn: table.endsOn,
});

type Dated = TraineeSubject & { readonly startsOn: string; readonly endsOn: string | null };

/** Whose reduction it is, for `authorise`; null where there is none. */
export async function findReductionSubject(db: Reader, id: string): Promise<Dated | null> {
  const [row] = await db
    .select(subjectOf(workloadReductions))
    .from(workloadReductions)
    .where(eq(workloadReductions.id, id));
  return row ?? null;
}

/** Whose work it is, for `authorise`; null where there is none. */
export async function findWorkSubject(db: Reader, id: string): Promise<Dated | null> {
  const [row] = await db.select(subjectOf(caseloadWork)).from(caseloadWork).where(eq(caseloadWork.id, id));
  return row ?? null;
}

/** Keeps a reduction. A repeat with the same id changes nothing. */
export async function insertReduction(tx: Writer, row: typeof workloadReductions.$inferInsert): Promise<void> {
  await tx.insert(workloadReductions).values(row).onConflictDoNothing();
}

/** Keeps a piece of work. A repeat with the same id changes nothing. */
export async function insertWork(tx: Writer, row: typeof caseloadWork.$inferInsert): Promise<void> {
  await tx.insert(caseloadWork).values(row).onConflictDoNothing();
}

export interface Earlier {
  readonly id: string;
  /** The first day without it. */
  readonly endsOn: string;
  readonly endedBy: string;
  readonly endedAt: Date;
}

/** Gives a reduction an earlier end; one that ends before that stays as it is. */
export async function endReduction(tx: Writer, { id, ...ending }: Earlier): Promise<void> {
  const isLater = or(isNull(workloadReductions.endsOn), gt(workloadReductions.endsOn, ending.endsOn));
  await tx
    .update(workloadReductions)
    .set(ending)
    .where(and(eq(workloadReductions.id, id), isLater));
}

/** Gives a piece of work an earlier end; one that ends before that stays as it is. */
export async function endWork(tx: Writer, { id, endsOn }: Pick<Earlier, 'id' | 'endsOn'>): Promise<void> {
  await tx
    .update(caseloadWork)
    .set({ endsOn })
    .where(and(eq(caseloadWork.id, id), gt(caseloadWork.endsOn, endsOn)));
}
