import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { caseAllocations, cases, people, workloadReductions } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/** What decides the points, as the rules want it. */
export interface CarriedCase {
  readonly caseId: string;
  readonly allocationId: string;
  readonly traineeId: string;
  readonly reference: string;
  readonly tier: (typeof cases.$inferSelect)['tier'];
  readonly kind: (typeof cases.$inferSelect)['kind'];
  readonly transitionToAdulthood: boolean;
  readonly startsOn: string;
  readonly managerName: string;
  readonly overLimitReason: string | null;
  readonly overLimitUntil: string | null;
}

const carriedCases = prepared((db) =>
  db
    .select({
      caseId: cases.id,
      allocationId: caseAllocations.id,
      traineeId: caseAllocations.traineeId,
      reference: cases.reference,
      tier: cases.tier,
      kind: cases.kind,
      transitionToAdulthood: cases.transitionToAdulthood,
      startsOn: caseAllocations.startsOn,
      managerName: people.name,
      overLimitReason: caseAllocations.overLimitReason,
      overLimitUntil: caseAllocations.overLimitUntil,
    })
    .from(caseAllocations)
    .innerJoin(cases, eq(cases.id, caseAllocations.caseId))
    .innerJoin(people, eq(people.id, caseAllocations.managerId))
    .where(runsFor(caseAllocations))
    .orderBy(asc(cases.reference), asc(cases.id))
    .prepare(),
);

/** Cases that these trainees carry on a day, by reference. One query. */
export async function listCarriedCases(
  db: Reader,
  traineeIds: readonly string[],
  today: string,
): Promise<CarriedCase[]> {
  if (traineeIds.length === 0) return [];
  return carriedCases(db).all({ traineeIds: JSON.stringify(traineeIds), today });
}

const reductionsInForce = prepared((db) =>
  db
    .select({
      traineeId: workloadReductions.traineeId,
      reason: workloadReductions.reason,
      hoursPerWeek: workloadReductions.hoursPerWeek,
      startsOn: workloadReductions.startsOn,
      endsOn: workloadReductions.endsOn,
    })
    .from(workloadReductions)
    .where(runsFor(workloadReductions))
    .orderBy(asc(workloadReductions.startsOn))
    .prepare(),
);

/** Reductions in force on a day for these trainees, beyond those of their stage. */
export async function listReductions(db: Reader, traineeIds: readonly string[], today: string) {
  if (traineeIds.length === 0) return [];
  return reductionsInForce(db).all({ traineeIds: JSON.stringify(traineeIds), today });
}

/** What runs on `today` for one of `traineeIds`: a list goes in as one value of JSON, so that the question can stay prepared. */
function runsFor(table: typeof caseAllocations | typeof workloadReductions) {
  const today = sql.placeholder('today');
  const isTheirs = sql`${table.traineeId} in (select value from json_each(${sql.placeholder('traineeIds')}))`;
  return and(isTheirs, lte(table.startsOn, today), or(isNull(table.endsOn), gt(table.endsOn, today)));
}

/** The newest allocations the viewer confirmed, newest first; only to trainees she manages now. */
export async function listLatestAllocations(db: Reader, viewer: Viewer, limit = 10) {
  return db
    .select({
      allocation: caseAllocations,
      reference: cases.reference,
      tier: cases.tier,
      kind: cases.kind,
      traineeName: people.name,
    })
    .from(caseAllocations)
    .innerJoin(cases, eq(cases.id, caseAllocations.caseId))
    .innerJoin(people, eq(people.id, caseAllocations.traineeId))
    .where(and(eq(caseAllocations.managerId, viewer.id), inArray(caseAllocations.traineeId, [...viewer.managerOf])))
    .orderBy(desc(caseAllocations.allocatedAt), desc(caseAllocations.id))
    .limit(limit);
}

/** Has this allocation been confirmed before? A repeated form changes nothing. */
export async function findAllocation(db: Reader, allocationId: string) {
  const [row] = await db.select().from(caseAllocations).where(eq(caseAllocations.id, allocationId));
  return row ?? null;
}

/** A new case and who carries it. */
export async function insertAllocatedCase(
  tx: Writer,
  newCase: typeof cases.$inferInsert,
  allocation: typeof caseAllocations.$inferInsert,
): Promise<void> {
  await tx.insert(cases).values(newCase);
  await tx.insert(caseAllocations).values(allocation);
}
