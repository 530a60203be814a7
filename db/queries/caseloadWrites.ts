import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  caseAllocations,
  caseChanges,
  caseOverrides,
  cases,
  cohortMemberships,
  overLimitAgreements,
} from '#db/schema/index.ts';
import type { TraineeSubject } from '#src/domain/access/viewer.ts';
import type { EndReason } from '#src/domain/caseload/words.ts';

/** Who carries a case now and how much of it; the portal's trainees only. */
export async function listOpenShares(db: Reader, caseId: string) {
  return db
    .select({
      allocationId: caseAllocations.id,
      traineeId: caseAllocations.traineeId,
      carrying: caseAllocations.carrying,
      sharePercent: caseAllocations.sharePercent,
    })
    .from(caseAllocations)
    .where(and(eq(caseAllocations.caseId, caseId), isNull(caseAllocations.endsOn)))
    .orderBy(caseAllocations.allocatedAt, sql`${caseAllocations}.rowid`);
}

/** Whose allocation it is, of which case, and whether it runs, for `authorise`; null where there is none. */
export async function findAllocationSubject(
  db: Reader,
  allocationId: string,
): Promise<(TraineeSubject & { caseId: string; isOpen: boolean }) | null> {
  const [row] = await db
    .select({
      traineeId: caseAllocations.traineeId,
      caseId: caseAllocations.caseId,
      endsOn: caseAllocations.endsOn,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
    })
    .from(caseAllocations)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, caseAllocations.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(caseAllocations.id, allocationId));
  if (!row) return null;
  const { endsOn, ...subject } = row;
  return { ...subject, isOpen: endsOn === null };
}

/** An open allocation of a case, in full; null where it has ended or never was. */
export async function findOpenAllocation(db: Reader, allocationId: string) {
  const [row] = await db
    .select()
    .from(caseAllocations)
    .where(and(eq(caseAllocations.id, allocationId), isNull(caseAllocations.endsOn)));
  return row ?? null;
}

/** Keeps a case. A repeat with the same id changes nothing. */
export async function insertCase(tx: Writer, row: typeof cases.$inferInsert): Promise<void> {
  await tx.insert(cases).values(row).onConflictDoNothing();
}

/** Who carries how much of a case from a day on. Throws where she carries it already. */
export async function insertAllocation(tx: Writer, row: typeof caseAllocations.$inferInsert): Promise<void> {
  await tx.insert(caseAllocations).values(row);
}

export interface Ending {
  readonly allocationId: string;
  /** The first day without it. */
  readonly endsOn: string;
  readonly endReason: EndReason;
  readonly endedBy: string;
  readonly endedAt: Date;
}

/** Ends an allocation that runs; one that has ended stays as it is. */
export async function endAllocation(tx: Writer, { allocationId, ...ending }: Ending): Promise<void> {
  await tx
    .update(caseAllocations)
    .set(ending)
    .where(and(eq(caseAllocations.id, allocationId), isNull(caseAllocations.endsOn)));
}

/** Keeps that a rule was set aside. A repeat with the same id changes nothing. */
export async function insertOverride(tx: Writer, row: typeof caseOverrides.$inferInsert): Promise<void> {
  await tx.insert(caseOverrides).values(row).onConflictDoNothing();
}

/** Rules that were set aside for one allocation. */
export async function listOverrides(db: Reader, allocationId: string) {
  return db.select().from(caseOverrides).where(eq(caseOverrides.allocationId, allocationId));
}

/**
 * How a case stands on a day: the newest change of the newest day that has come, else as it was first kept; null where there is no
 * such case. `changes` counts all of its changes. One query.
 */
export async function findCaseOn(db: Reader, caseId: string, today: string) {
  const [row] = await db
    .select({
      first: cases,
      changed: caseChanges,
      changes: sql<number>`(select count(*) from ${caseChanges} n where n.case_id = ${cases.id})`,
    })
    .from(cases)
    .leftJoin(
      caseChanges,
      sql`${caseChanges.id} = (select n.id from ${caseChanges} n where n.case_id = ${cases.id} and n.effective_on <= ${today} order by n.effective_on desc, n.number desc limit 1)`,
    )
    .where(eq(cases.id, caseId));
  return row ? { ...(row.changed ?? row.first), id: caseId, changes: row.changes } : null;
}

export type CaseNow = NonNullable<Awaited<ReturnType<typeof findCaseOn>>>;

/** Keeps how a case is from a day on; its number is the next one of the case. A repeat with the same id changes nothing. */
export async function insertCaseChange(
  tx: Writer,
  row: Omit<typeof caseChanges.$inferInsert, 'number'>,
): Promise<void> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${caseChanges.number}), 0)` })
    .from(caseChanges)
    .where(eq(caseChanges.caseId, row.caseId));
  await tx.insert(caseChanges).values({ ...row, number: (last?.number ?? 0) + 1 });
}

/** Whether a change with this id was kept already. */
export async function hasCaseChange(db: Reader, changeId: string): Promise<boolean> {
  const [row] = await db.select({ id: caseChanges.id }).from(caseChanges).where(eq(caseChanges.id, changeId));
  return row !== undefined;
}

/** Whether an agreement with this id was kept already. */
export async function hasAgreement(db: Reader, agreementId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: overLimitAgreements.id })
    .from(overLimitAgreements)
    .where(eq(overLimitAgreements.id, agreementId));
  return row !== undefined;
}
