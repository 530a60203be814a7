import { and, eq, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  moduleCompletions,
  moduleOpenings,
  readingPositions,
  sectionTicks,
} from '#db/schema/index.ts';
import type { ModuleFacts } from '#src/domain/modules/state.ts';

/** module id -> what is known of it for one trainee. */
export type FactsByModule = Map<string, ModuleFacts>;

interface FactRow {
  trainee_id: string;
  module_id: string;
  opened_at: number | null;
  sections: string | null;
  correct_count: number | null;
  question_count: number | null;
  check_version: string | null;
  completed_at: number | null;
  module_version: string | null;
}

const instantOf = (seconds: number) => new Date(seconds * 1000);

function factsOf(row: FactRow): ModuleFacts {
  return {
    openedAt: row.opened_at === null ? null : instantOf(row.opened_at),
    ticks: new Set(row.sections === null ? [] : row.sections.split(' ')),
    bestCorrect:
      row.correct_count === null
        ? null
        : { correct: row.correct_count, of: row.question_count ?? 0, version: row.check_version ?? '' },
    completion:
      row.completed_at === null ? null : { version: row.module_version ?? '', at: instantOf(row.completed_at) },
  };
}

/** One row a trainee and module, from four tables of facts, in one query. `scope` says which `trainee_id`s count. */
function factsQuery(scope: SQL) {
  return sql`
    select trainee_id, module_id, max(opened_at) as opened_at, max(sections) as sections, max(correct_count) as correct_count,
           max(question_count) as question_count, max(check_version) as check_version,
           max(completed_at) as completed_at, max(module_version) as module_version
    from (
      select trainee_id, module_id, opened_at, null as sections, null as correct_count, null as question_count,
             null as check_version, null as completed_at, null as module_version
        from module_openings where trainee_id ${scope}
      union all
      select trainee_id, module_id, null, group_concat(section_id, ' '), null, null, null, null, null
        from section_ticks where trainee_id ${scope} group by trainee_id, module_id
      union all
      select trainee_id, module_id, null, null, max(correct_count), question_count, check_version, null, null
        from check_attempts where trainee_id ${scope} group by trainee_id, module_id
      union all
      select trainee_id, module_id, null, null, null, null, null, completed_at, module_version
        from module_completions where trainee_id ${scope}
    ) group by trainee_id, module_id`;
}

/** Every module fact of one trainee. */
export async function listModuleFacts(db: Reader, traineeId: string): Promise<FactsByModule> {
  const rows = await db.all<FactRow>(factsQuery(sql`= ${traineeId}`));
  return new Map(rows.map((row) => [row.module_id, factsOf(row)]));
}

/** Every module fact of everyone who is in the cohort now: trainee id -> module id -> facts. */
export async function listCohortModuleFacts(db: Reader, cohortId: string): Promise<Map<string, FactsByModule>> {
  const members = sql`in (select trainee_id from ${cohortMemberships} where cohort_id = ${cohortId} and left_on is null)`;
  const byTrainee = new Map<string, FactsByModule>();
  for (const row of await db.all<FactRow>(factsQuery(members))) {
    const facts = byTrainee.get(row.trainee_id) ?? new Map<string, ModuleFacts>();
    facts.set(row.module_id, factsOf(row));
    byTrainee.set(row.trainee_id, facts);
  }
  return byTrainee;
}

const positionsOfOneTrainee = prepared((db) =>
  db
    .select({
      moduleId: readingPositions.moduleId,
      sectionId: readingPositions.sectionId,
      movedAt: readingPositions.movedAt,
    })
    .from(readingPositions)
    .where(eq(readingPositions.traineeId, sql.placeholder('traineeId')))
    .orderBy(sql`${readingPositions.movedAt} desc`)
    .prepare(),
);

/** The section a trainee was last in, by module id; the newest first. */
export async function listReadingPositions(db: Reader, traineeId: string) {
  return positionsOfOneTrainee(db).all({ traineeId });
}

interface ModuleOfTrainee {
  traineeId: string;
  moduleId: string;
}

/** Notes the first opening; a repeat changes nothing. */
export async function insertOpening(tx: Writer, opening: ModuleOfTrainee & { at: Date }): Promise<void> {
  await tx
    .insert(moduleOpenings)
    .values({ ...opening, openedAt: opening.at })
    .onConflictDoNothing();
}

/** Notes that a section was read; a repeat changes nothing. */
export async function insertTick(tx: Writer, tick: ModuleOfTrainee & { sectionId: string; at: Date }): Promise<void> {
  await tx
    .insert(sectionTicks)
    .values({ ...tick, tickedAt: tick.at })
    .onConflictDoNothing();
}

/** Takes a tick back. */
export async function deleteTick(
  tx: Writer,
  { traineeId, moduleId, sectionId }: ModuleOfTrainee & { sectionId: string },
): Promise<void> {
  const thisTick = and(
    eq(sectionTicks.traineeId, traineeId),
    eq(sectionTicks.moduleId, moduleId),
    eq(sectionTicks.sectionId, sectionId),
  );
  await tx.delete(sectionTicks).where(thisTick);
}

/** Remembers where she is reading. */
export async function upsertReadingPosition(
  tx: Writer,
  position: ModuleOfTrainee & { sectionId: string; at: Date },
): Promise<void> {
  const moved = { sectionId: position.sectionId, movedAt: position.at };
  await tx
    .insert(readingPositions)
    .values({ traineeId: position.traineeId, moduleId: position.moduleId, ...moved })
    .onConflictDoUpdate({ target: [readingPositions.traineeId, readingPositions.moduleId], set: moved });
}

/** Writes the fact that a module is done; the first one stands. */
export async function insertCompletion(
  tx: Writer,
  completion: ModuleOfTrainee & { moduleVersion: string; at: Date },
): Promise<void> {
  await tx
    .insert(moduleCompletions)
    .values({ ...completion, completedAt: completion.at })
    .onConflictDoNothing();
}
