import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  moduleCompletions,
  people,
  readinessAgreements,
  readinessChecks,
} from '#db/schema/index.ts';
import type { ReadinessCheck } from '#src/domain/readiness/standing.ts';
import type { ReadinessKind } from '#src/domain/readiness/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';

const isNewestAgreement = sql`${readinessAgreements.revision} = (select max(a.revision) from ${readinessAgreements} a where a.check_id = ${readinessChecks.id})`;

const checksOfOne = prepared((db) =>
  db
    .select({ check: readinessChecks, agreement: readinessAgreements, managerName: people.name })
    .from(readinessChecks)
    .leftJoin(readinessAgreements, and(eq(readinessAgreements.checkId, readinessChecks.id), isNewestAgreement))
    .leftJoin(people, eq(people.id, readinessAgreements.managerId))
    .where(eq(readinessChecks.traineeId, sql.placeholder('traineeId')))
    .orderBy(readinessChecks.savedAt, readinessChecks.id)
    .prepare(),
);

/** What a trainee got ready, one a kind at most, each with the newest agreement to it. One query. */
export async function listReadinessChecks(db: Reader, traineeId: string): Promise<ReadinessCheck[]> {
  const rows = await checksOfOne(db).all({ traineeId });
  return rows.map(({ check, agreement, managerName }) => {
    const { id, kind, shadowedOn, shadowedWith, buddy, checkIn, revision } = check;
    const agreed = agreement && { revision: agreement.revision, by: managerName ?? '', at: agreement.agreedAt };
    return { id, kind, shadowedOn, shadowedWith, buddy, checkIn, revision, agreement: agreed };
  });
}

const modulesDone = prepared((db) =>
  db
    .selectDistinct({ moduleId: moduleCompletions.moduleId })
    .from(moduleCompletions)
    .where(eq(moduleCompletions.traineeId, sql.placeholder('traineeId')))
    .prepare(),
);

/** The modules that a trainee has done. One query. */
export async function listDoneModules(db: Reader, traineeId: string): Promise<ReadonlySet<string>> {
  const rows = await modulesDone(db).all({ traineeId });
  return new Set(rows.map(({ moduleId }) => moduleId));
}

/** Whose check it is and which cohort that person is in now, for `authorise`; null where there is none. */
export async function findReadinessSubject(db: Reader, checkId: string) {
  const [row] = await db
    .select({ traineeId: readinessChecks.traineeId, cohortId: sql<string | null>`${cohortMemberships.cohortId}` })
    .from(readinessChecks)
    .leftJoin(
      cohortMemberships,
      sql`${cohortMemberships.traineeId} = ${readinessChecks.traineeId} and ${cohortMemberships.leftOn} is null`,
    )
    .where(eq(readinessChecks.id, checkId));
  return row ?? null;
}

interface ReadinessSave {
  /** For a new row; one that is there keeps its own. */
  readonly id: string;
  readonly traineeId: string;
  readonly kind: ReadinessKind;
  readonly written: Pick<ReadinessCheck, 'shadowedOn' | 'shadowedWith' | 'buddy' | 'checkIn'>;
  /** The revision that was on the page; 0 where there was none. */
  readonly basedOn: number;
  readonly at: Date;
}

const isSame = (stored: ReadinessCheck, written: ReadinessSave['written']) =>
  stored.shadowedOn === written.shadowedOn &&
  stored.shadowedWith === written.shadowedWith &&
  stored.buddy === written.buddy &&
  stored.checkIn === written.checkIn;

/**
 * Saves what she wrote and gives back its revision. The same again changes nothing, so an agreement to it stands.
 * Throws `conflict` where another tab saved something else in the meantime.
 */
export async function saveReadiness(tx: Writer, save: ReadinessSave): Promise<number> {
  const { id, traineeId, kind, written, basedOn, at } = save;
  const stored = (await listReadinessChecks(tx, traineeId)).find((check) => check.kind === kind);
  if (stored && isSame(stored, written)) return stored.revision;
  const revision = nextRevision(stored?.revision ?? 0, basedOn);
  const next = { ...written, revision, savedAt: at };
  if (stored) await tx.update(readinessChecks).set(next).where(eq(readinessChecks.id, stored.id));
  else {
    const values = { id, traineeId, kind, ...next };
    const kept = await tx
      .insert(readinessChecks)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: readinessChecks.id });
    if (kept.length === 0) throw new Refusal('conflict');
  }
  return revision;
}

/** Notes that a manager agreed to what stood there at a revision; the first time stands. */
export async function insertReadinessAgreement(
  tx: Writer,
  agreement: typeof readinessAgreements.$inferInsert,
): Promise<void> {
  await tx.insert(readinessAgreements).values(agreement).onConflictDoNothing();
}
