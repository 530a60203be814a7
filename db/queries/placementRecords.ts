import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { placementDays, placementLog, placementReports } from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { PlacementDay } from '#src/domain/placements/attendance.ts';
import { nextRevision } from '#src/domain/revision.ts';

const daysOfOne = prepared((db) =>
  db
    .select()
    .from(placementDays)
    .where(eq(placementDays.placementId, sql.placeholder('placementId')))
    .orderBy(asc(placementDays.day))
    .prepare(),
);

/** What was recorded of each day of a placement, earliest first. */
export const listPlacementDays = async (db: Reader, placementId: string) => daysOfOne(db).all({ placementId });

const logOfOne = prepared((db) =>
  db
    .select()
    .from(placementLog)
    .where(eq(placementLog.placementId, sql.placeholder('placementId')))
    .orderBy(asc(placementLog.day), asc(placementLog.id))
    .prepare(),
);

/** The learning log of a placement, earliest day first. */
export const listPlacementLog = async (db: Reader, placementId: string) => logOfOne(db).all({ placementId });

interface Save {
  readonly placementId: string;
  /** The revision that was on the page when she began; 0 where there was none. */
  readonly basedOn: number;
  readonly at: Date;
}

/** Saves what became of a day and gives back its revision. The same again changes nothing; throws `conflict` where another tab saved something else. */
export async function savePlacementDay(
  tx: Writer,
  { placementId, basedOn, at, ...record }: Save & PlacementDay,
): Promise<number> {
  const { day, attendance, minutes, words } = record;
  const stored = (await listPlacementDays(tx, placementId)).find((row) => row.day === day);
  const isSame = stored?.attendance === attendance && stored.minutes === minutes && stored.words === words;
  if (stored && isSame) return stored.revision;
  const next = { attendance, minutes, words, revision: nextRevision(stored?.revision ?? 0, basedOn), savedAt: at };
  await tx
    .insert(placementDays)
    .values({ placementId, day, ...next })
    .onConflictDoUpdate({ target: [placementDays.placementId, placementDays.day], set: next });
  return next.revision;
}

/** Saves what she learnt on a day and gives back its revision, one entry a day; as above. */
export async function savePlacementLog(
  tx: Writer,
  { placementId, basedOn, at, id, day, words }: Save & { id: string; day: string; words: string },
): Promise<number> {
  const [stored] = await tx
    .select()
    .from(placementLog)
    .where(and(eq(placementLog.placementId, placementId), eq(placementLog.day, day)));
  if (stored?.words === words) return stored.revision;
  const next = { words, revision: nextRevision(stored?.revision ?? 0, basedOn), savedAt: at };
  if (stored) await tx.update(placementLog).set(next).where(eq(placementLog.id, stored.id));
  else await tx.insert(placementLog).values({ id, placementId, day, ...next });
  return next.revision;
}

/** The report of a placement, or null. */
export async function findPlacementReport(db: Reader, placementId: string) {
  const [row] = await db.select().from(placementReports).where(eq(placementReports.placementId, placementId));
  return row ?? null;
}

/** Saves the report and gives back its revision; as above. Throws `bad_input` where it is finished, unless it says the same. */
export async function savePlacementReport(
  tx: Writer,
  { placementId, basedOn, at, words }: Save & { words: string },
): Promise<number> {
  const stored = await findPlacementReport(tx, placementId);
  if (stored?.words === words) return stored.revision;
  if (stored?.finishedAt) throw new Refusal('bad_input', { words: 'This report is finished, so it does not change.' });
  const next = { words, revision: nextRevision(stored?.revision ?? 0, basedOn), savedAt: at };
  await tx
    .insert(placementReports)
    .values({ placementId, ...next })
    .onConflictDoUpdate({ target: placementReports.placementId, set: next });
  return next.revision;
}

/** Finishes a report; the first time stands. */
export async function finishPlacementReport(tx: Writer, placementId: string, at: Date): Promise<void> {
  await tx
    .update(placementReports)
    .set({ finishedAt: at })
    .where(and(eq(placementReports.placementId, placementId), sql`${placementReports.finishedAt} is null`));
}

/** Notes which piece of evidence a report became; the first stands. */
export async function setReportEvidence(tx: Writer, placementId: string, evidenceId: string): Promise<void> {
  await tx
    .update(placementReports)
    .set({ evidenceId })
    .where(and(eq(placementReports.placementId, placementId), sql`${placementReports.evidenceId} is null`));
}
