import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { justifications } from '#db/schema/index.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { isPersonalDataKind } from '#src/domain/personalData/words.ts';

/** Why what looks like a real person's may stand in a piece of evidence, in the order of the hits in each place. One query. */
export async function listJustifications(db: Reader, evidenceId: string): Promise<Justification[]> {
  const rows = await db
    .select({ place: justifications.place, kind: justifications.kind, reason: justifications.reason })
    .from(justifications)
    .where(eq(justifications.evidenceId, evidenceId))
    .orderBy(sql`rowid`);
  return rows.flatMap(({ kind, ...row }) => (isPersonalDataKind(kind) ? [{ ...row, kind }] : []));
}

export interface JustificationsSave {
  readonly evidenceId: string;
  /** The places that were checked: what stood there before is replaced. Others stay as they are. */
  readonly places: readonly string[];
  readonly justifications: readonly Justification[];
  readonly personId: string;
  readonly at: Date;
  readonly newId: () => string;
}

const asText = (rows: readonly Justification[], places: readonly string[]) =>
  JSON.stringify(
    places.map((place) => rows.filter((row) => row.place === place).map(({ kind, reason }) => [kind, reason])),
  );

/** Keeps the answers for some places of a piece of evidence: kinds and reasons, never what was found. The same again changes nothing. */
export async function replaceJustifications(tx: Writer, save: JustificationsSave): Promise<void> {
  const { evidenceId, places, personId, at, newId } = save;
  const stored = await listJustifications(tx, evidenceId);
  if (places.length === 0 || asText(stored, places) === asText(save.justifications, places)) return;
  await tx
    .delete(justifications)
    .where(and(eq(justifications.evidenceId, evidenceId), inArray(justifications.place, [...places])));
  const rows = save.justifications.filter(({ place }) => places.includes(place));
  if (rows.length === 0) return;
  await tx
    .insert(justifications)
    .values(rows.map((row) => ({ id: newId(), evidenceId, ...row, justifiedBy: personId, justifiedAt: at })));
}
