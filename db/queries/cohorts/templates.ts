import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { cohortTemplates, people } from '#db/schema/index.ts';
import { type CohortTemplate, cohortTemplateSchema } from '#src/domain/cohorts/template.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';

export interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly value: CohortTemplate;
  readonly revision: number;
  readonly savedByName: string;
  readonly savedAt: Date;
}

const templateRows = (db: Reader) =>
  db
    .select({
      ...{ id: cohortTemplates.id, name: cohortTemplates.name, value: cohortTemplates.value },
      ...{ revision: cohortTemplates.revision, savedAt: cohortTemplates.savedAt, savedByName: people.name },
    })
    .from(cohortTemplates)
    .innerJoin(people, eq(people.id, cohortTemplates.savedBy))
    .$dynamic();

const rowOf = (row: Omit<TemplateRow, 'value'> & { value: string }): TemplateRow => ({
  ...row,
  value: cohortTemplateSchema.parse(JSON.parse(row.value)),
});

/** Every template that was not taken out, by name. One query. */
export async function listTemplates(db: Reader): Promise<TemplateRow[]> {
  const rows = await templateRows(db).where(isNull(cohortTemplates.removedAt)).orderBy(asc(cohortTemplates.name));
  return rows.map(rowOf);
}

/** One of them, or null. One query. */
export async function findTemplate(db: Reader, id: string): Promise<TemplateRow | null> {
  const [row] = await templateRows(db).where(and(eq(cohortTemplates.id, id), isNull(cohortTemplates.removedAt)));
  return row ? rowOf(row) : null;
}

/** How many there are, those that were taken out among them. One query. */
export async function countTemplates(db: Reader): Promise<number> {
  return db.$count(cohortTemplates);
}

interface Saved {
  readonly id: string;
  readonly name: string;
  readonly value: CohortTemplate;
  /** The revision on the page; 0 for a new one. */
  readonly basedOn: number;
  readonly by: string;
  readonly at: Date;
}

/**
 * Keeps a template, new or changed. The same again changes nothing. Throws `conflict` where somebody saved another version in the
 * meantime or took it out.
 */
export async function saveTemplate(tx: Writer, { id, name, value, basedOn, by, at }: Saved): Promise<void> {
  const [stored] = await tx.select().from(cohortTemplates).where(eq(cohortTemplates.id, id));
  const json = JSON.stringify(value);
  if (stored?.removedAt === null && stored.name === name && stored.value === json) return;
  if (stored && stored.removedAt !== null)
    throw new Refusal('conflict', { words: 'Somebody took this template out in the meantime.' });
  const words =
    'Somebody saved another version of this template in the meantime. Yours is still here and not yet saved.';
  const revision = nextRevision(stored?.revision ?? 0, basedOn, words);
  const row = { name, value: json, revision, savedBy: by, savedAt: at };
  if (stored) await tx.update(cohortTemplates).set(row).where(eq(cohortTemplates.id, id));
  else await tx.insert(cohortTemplates).values({ id, ...row });
}

/** Takes a template out; cohorts that were made from it stay as they are. A repeat changes nothing. */
export async function removeTemplate(tx: Writer, id: string, at: Date): Promise<void> {
  await tx
    .update(cohortTemplates)
    .set({ removedAt: at })
    .where(and(eq(cohortTemplates.id, id), sql`${cohortTemplates.removedAt} is null`));
}
