import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { wellbeingChecks } from '#db/schema/index.ts';

const columns = {
  month: wellbeingChecks.month,
  workload: wellbeingChecks.workload,
  support: wellbeingChecks.support,
  balance: wellbeingChecks.balance,
  words: wellbeingChecks.words,
  revision: wellbeingChecks.revision,
  savedAt: wellbeingChecks.savedAt,
  sharedAt: wellbeingChecks.sharedAt,
};

const own = prepared((db) =>
  db
    .select(columns)
    .from(wellbeingChecks)
    .where(eq(wellbeingChecks.traineeId, sql.placeholder('traineeId')))
    .orderBy(desc(wellbeingChecks.month))
    .prepare(),
);

/** Her check-ins, newest first: for her own eyes, never for anybody else's. One query. */
export async function listOwnCheckIns(db: Reader, traineeId: string) {
  return own(db).all({ traineeId });
}
export type CheckIn = Awaited<ReturnType<typeof listOwnCheckIns>>[number];

const shared = prepared((db) =>
  db
    .select(columns)
    .from(wellbeingChecks)
    .where(and(eq(wellbeingChecks.traineeId, sql.placeholder('traineeId')), isNotNull(wellbeingChecks.sharedAt)))
    .orderBy(desc(wellbeingChecks.month))
    .prepare(),
);

/** Only what she shares now, newest first. One query. */
export async function listSharedCheckIns(db: Reader, traineeId: string): Promise<CheckIn[]> {
  return shared(db).all({ traineeId });
}

/** One of her check-ins, or null. */
export async function findCheckIn(db: Reader, traineeId: string, month: string): Promise<CheckIn | null> {
  const [row] = await db
    .select(columns)
    .from(wellbeingChecks)
    .where(and(eq(wellbeingChecks.traineeId, traineeId), eq(wellbeingChecks.month, month)));
  return row ?? null;
}

export type CheckInToSave = Omit<typeof wellbeingChecks.$inferInsert, 'sharedAt'>;

/** Keeps a check-in. Whether it is shared stays as it is. */
export async function saveCheckIn(tx: Writer, { traineeId, month, ...answers }: CheckInToSave): Promise<void> {
  await tx
    .insert(wellbeingChecks)
    .values({ traineeId, month, ...answers })
    .onConflictDoUpdate({ target: [wellbeingChecks.traineeId, wellbeingChecks.month], set: answers });
}

/** Shares a check-in from an instant on, or takes it back. */
export async function setShared(
  tx: Writer,
  { traineeId, month, sharedAt }: { traineeId: string; month: string; sharedAt: Date | null },
): Promise<void> {
  await tx
    .update(wellbeingChecks)
    .set({ sharedAt })
    .where(and(eq(wellbeingChecks.traineeId, traineeId), eq(wellbeingChecks.month, month)));
}
