import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { people, standardisationJudgements, standardisationJudges, standardisations } from '#db/schema/index.ts';
import { removedOn } from './removedOn.ts';

/** As JSON: pairs of id and name of whoever is asked, and of whoever has judged. */
const judgesOf = sql<string>`(select json_group_array(json_array(j.assessor_id, p.name, exists (select 1 from standardisation_judgements g where g.standardisation_id = j.standardisation_id and g.assessor_id = j.assessor_id)))
  from (select * from standardisation_judges where standardisation_id = ${standardisations.id}) j join people p on p.id = j.assessor_id order by p.name)`;

function exerciseRows(db: Reader) {
  return db
    .select({
      exercise: standardisations,
      createdByName: people.name,
      judges: judgesOf,
      removedAt: removedOn('standardisation', sql`${standardisations.id}`),
    })
    .from(standardisations)
    .innerJoin(people, eq(people.id, standardisations.createdBy))
    .$dynamic();
}

const exerciseOf = ({
  exercise,
  createdByName,
  judges,
  removedAt,
}: Awaited<ReturnType<typeof exerciseRows>>[number]) => ({
  ...exercise,
  /** When its text, what was judged and what was agreed were removed, in seconds since 1970; null while they are there. */
  removedAt,
  createdByName,
  judges: (JSON.parse(judges) as [string, string, 0 | 1][])
    .map(([id, name, hasJudged]) => ({ id, name, hasJudged: hasJudged === 1 }))
    .sort((one, other) => one.name.localeCompare(other.name)),
});

/** An exercise with who is asked and who has judged; without what was judged. */
export type ExerciseRecord = ReturnType<typeof exerciseOf>;

/** Every exercise, open ones first, then the newest. One query. */
export async function listExercises(db: Reader): Promise<ExerciseRecord[]> {
  const rows = await exerciseRows(db).orderBy(
    sql`${standardisations.closedAt} is not null`,
    desc(standardisations.createdAt),
    asc(standardisations.id),
  );
  return rows.map(exerciseOf);
}

/** One exercise, or null. One query. */
export async function findExercise(db: Reader, exerciseId: string): Promise<ExerciseRecord | null> {
  const [row] = await exerciseRows(db).where(eq(standardisations.id, exerciseId));
  return row ? exerciseOf(row) : null;
}

/** What was judged, by name; of one assessor only where she is named. One query. */
export async function listJudgements(db: Reader, exerciseId: string, assessorId?: string) {
  const ofOne = assessorId === undefined ? undefined : eq(standardisationJudgements.assessorId, assessorId);
  return db
    .select({
      assessorId: standardisationJudgements.assessorId,
      assessorName: people.name,
      criterionId: standardisationJudgements.criterionId,
      outcome: standardisationJudgements.outcome,
      reason: standardisationJudgements.reason,
      judgedAt: standardisationJudgements.judgedAt,
    })
    .from(standardisationJudgements)
    .innerJoin(people, eq(people.id, standardisationJudgements.assessorId))
    .where(and(eq(standardisationJudgements.standardisationId, exerciseId), ofOne))
    .orderBy(asc(people.name), asc(standardisationJudgements.criterionId));
}

/** Keeps an exercise and whoever is asked to judge it. */
export async function insertExercise(
  tx: Writer,
  exercise: typeof standardisations.$inferInsert,
  judges: readonly string[],
): Promise<void> {
  await tx.insert(standardisations).values(exercise);
  await tx
    .insert(standardisationJudges)
    .values(judges.map((assessorId) => ({ standardisationId: exercise.id, assessorId })));
}

/** Keeps what one assessor judged, all criteria together. */
export async function insertJudgements(
  tx: Writer,
  judgements: readonly (typeof standardisationJudgements.$inferInsert)[],
): Promise<void> {
  await tx.insert(standardisationJudgements).values([...judgements]);
}

/** Closes an exercise once; a repeat changes nothing. */
export async function closeExercise(tx: Writer, exerciseId: string, at: Date): Promise<void> {
  await tx
    .update(standardisations)
    .set({ closedAt: at })
    .where(and(eq(standardisations.id, exerciseId), isNull(standardisations.closedAt)));
}

/** Keeps what was agreed when the differences were talked about. */
export async function updateAgreed(tx: Writer, exerciseId: string, agreed: string): Promise<void> {
  await tx.update(standardisations).set({ agreed }).where(eq(standardisations.id, exerciseId));
}
