import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assessmentPlanItems, people } from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';
import { itemsNow, type ShownPlanItem } from '#src/domain/portfolio/plan.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import { removedOn } from './removedOn.ts';

/** What is planned for a trainee, by day, in criteria of the current version; what was taken out is left out. One query. */
export async function listPlanItems(
  db: Reader,
  traineeId: string,
  qualifications: Qualifications,
): Promise<ShownPlanItem[]> {
  const rows = await db
    .select({
      id: assessmentPlanItems.id,
      kind: assessmentPlanItems.kind,
      criteria: assessmentPlanItems.criteria,
      version: assessmentPlanItems.qualificationVersion,
      plannedOn: assessmentPlanItems.plannedOn,
      words: assessmentPlanItems.words,
      wordsRemovedAt: removedOn('plan_item', sql`${assessmentPlanItems.id}`),
      plannedAt: assessmentPlanItems.plannedAt,
      evidenceId: assessmentPlanItems.evidenceId,
      plannedByName: people.name,
    })
    .from(assessmentPlanItems)
    .innerJoin(people, eq(people.id, assessmentPlanItems.plannedBy))
    .where(and(eq(assessmentPlanItems.traineeId, traineeId), isNull(assessmentPlanItems.removedAt)))
    .orderBy(asc(assessmentPlanItems.plannedOn), asc(assessmentPlanItems.id));
  return itemsNow(qualifications, rows);
}

/** One item with whose it is, or null. */
export async function findPlanItem(db: Reader, id: string) {
  const [row] = await db.select().from(assessmentPlanItems).where(eq(assessmentPlanItems.id, id));
  return row ?? null;
}

/** Keeps an item. The same id for the same trainee once more changes nothing; throws `conflict` where it is somebody else's. */
export async function insertPlanItem(tx: Writer, item: typeof assessmentPlanItems.$inferInsert): Promise<void> {
  const stored = await findPlanItem(tx, item.id);
  if (stored && stored.traineeId !== item.traineeId) throw new Refusal('conflict');
  if (!stored) await tx.insert(assessmentPlanItems).values(item);
}

/** Takes an item out; its row stays. A repeat changes nothing. */
export async function removePlanItem(tx: Writer, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx
    .update(assessmentPlanItems)
    .set({ removedAt: at })
    .where(and(eq(assessmentPlanItems.id, id), isNull(assessmentPlanItems.removedAt)));
}

/** Writes down what answered some items first. */
export async function linkPlanItems(
  tx: Writer,
  { ids, evidenceId }: { ids: readonly string[]; evidenceId: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(assessmentPlanItems)
    .set({ evidenceId })
    .where(and(inArray(assessmentPlanItems.id, [...ids]), isNull(assessmentPlanItems.evidenceId)));
}

/** A version of a piece of evidence was taken back, or all of it: where none of it is handed in any more, it answers nothing. */
export async function unlinkPlanItems(tx: Writer, evidenceId: string): Promise<void> {
  const isHandedIn = sql`exists (select 1 from submissions s join evidence_items e on e.id = s.evidence_id
    where s.evidence_id = ${evidenceId} and e.removed_at is null
      and not exists (select 1 from withdrawals w where w.submission_id = s.id))`;
  await tx
    .update(assessmentPlanItems)
    .set({ evidenceId: null })
    .where(and(eq(assessmentPlanItems.evidenceId, evidenceId), sql`not ${isHandedIn}`));
}
