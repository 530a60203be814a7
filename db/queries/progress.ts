import { and, eq, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  moduleChangeReadings,
  moduleCompletions,
  moduleOpenings,
  readingPositions,
  sectionTicks,
} from '#db/schema/index.ts';
import { type ModuleFacts, NO_FACTS } from '#src/domain/modules/state.ts';

/** module id -> what is known of it for one trainee. */
export type FactsByModule = Map<string, ModuleFacts>;

/** The facts of a module while they are gathered. */
type Gathered = { -readonly [Fact in keyof ModuleFacts]: ModuleFacts[Fact] };

type Row<Cells extends unknown[] = unknown[]> = [traineeId: string, moduleId: string, ...Cells];

/** A list as one cell of JSON: a cohort's facts take half the time that they take as rows (docs/performance.md). */
const listOf = <Cells extends unknown[]>(cells: SQL, rows: SQL) =>
  sql`(select json_group_array(json_array(trainee_id, module_id, ${cells})) from ${rows})`.mapWith(
    (json: string) => JSON.parse(json) as Row<Cells>[],
  );

/** Five tables of facts, a list a table; instants in seconds. `scope` says which `trainee_id`s count. */
function factLists(scope: SQL) {
  const ticks = sql`(select trainee_id, module_id, group_concat(section_id, ' ') as section_ids
    from section_ticks where trainee_id ${scope} group by trainee_id, module_id)`;
  const best = sql`(select trainee_id, module_id, max(correct_count) as correct, question_count, check_version
    from check_attempts where trainee_id ${scope} group by trainee_id, module_id)`;
  const newest = sql`(select trainee_id, module_id, module_version, max(read_at)
    from module_change_readings where trainee_id ${scope} group by trainee_id, module_id)`;
  return {
    openings: listOf<[openedAt: number]>(sql`opened_at`, sql`module_openings where trainee_id ${scope}`),
    ticks: listOf<[sectionIds: string]>(sql`section_ids`, ticks),
    attempts: listOf<[correct: number, of: number, version: string]>(sql`correct, question_count, check_version`, best),
    completions: listOf<[completedAt: number, version: string]>(
      sql`completed_at, module_version`,
      sql`module_completions where trainee_id ${scope}`,
    ),
    changes: listOf<[readTo: string]>(sql`module_version`, newest),
  };
}

/** All five in one query. */
const factsQuery = (db: Reader, scope: SQL) => db.select(factLists(scope)).from(sql`(select 1)`);

const instantOf = (seconds: number) => new Date(seconds * 1000);

/** trainee id -> module id -> facts, from the lists of `factsQuery`. */
function factsOf([lists]: Awaited<ReturnType<typeof factsQuery>>): Map<string, FactsByModule> {
  const byTrainee = new Map<string, Map<string, Gathered>>();
  const at = ([traineeId, moduleId]: Row) => {
    const modules = byTrainee.get(traineeId) ?? new Map<string, Gathered>();
    const facts = modules.get(moduleId) ?? { ...NO_FACTS };
    byTrainee.set(traineeId, modules.set(moduleId, facts));
    return facts;
  };
  if (!lists) return byTrainee;
  for (const row of lists.openings) at(row).openedAt = instantOf(row[2]);
  for (const row of lists.ticks) at(row).ticks = new Set(row[2].split(' '));
  for (const row of lists.attempts) at(row).bestCorrect = { correct: row[2], of: row[3], version: row[4] };
  for (const row of lists.completions) at(row).completion = { version: row[3], at: instantOf(row[2]) };
  for (const row of lists.changes) at(row).changesReadTo = row[2];
  return byTrainee;
}

const factsOfOneTrainee = prepared((db) => factsQuery(db, sql`= ${sql.placeholder('traineeId')}`).prepare());

/** Every module fact of one trainee. */
export async function listModuleFacts(db: Reader, traineeId: string): Promise<FactsByModule> {
  const lists = await factsOfOneTrainee(db).all({ traineeId });
  return factsOf(lists).get(traineeId) ?? new Map<string, ModuleFacts>();
}

/** The section a trainee was last in, of one module. */
export interface ReadingPosition {
  readonly moduleId: string;
  readonly sectionId: string;
}

const positionsOfOneTrainee = sql`(select json_group_array(json_object('moduleId', module_id, 'sectionId', section_id))
  from (select module_id, section_id from ${readingPositions} where trainee_id = ${sql.placeholder('traineeId')} order by moved_at desc))`;

const ownReading = prepared((db) => {
  const scope = sql`= ${sql.placeholder('traineeId')}`;
  const positions = positionsOfOneTrainee.mapWith((json: string) => JSON.parse(json) as ReadingPosition[]);
  return db
    .select({ ...factLists(scope), positions })
    .from(sql`(select 1)`)
    .prepare();
});

/** Every module fact of one trainee, and the section she was last in of each module, the newest first. One query. */
export async function findOwnReading(
  db: Reader,
  traineeId: string,
): Promise<{ facts: FactsByModule; positions: readonly ReadingPosition[] }> {
  const rows = await ownReading(db).all({ traineeId });
  const facts = factsOf(rows).get(traineeId) ?? new Map<string, ModuleFacts>();
  return { facts, positions: rows[0]?.positions ?? [] };
}

const factsOfCohort = prepared((db) => {
  const cohort = sql.placeholder('cohortId');
  return factsQuery(
    db,
    sql`in (select trainee_id from ${cohortMemberships} where cohort_id = ${cohort} and left_on is null)`,
  ).prepare();
});

/** Every module fact of everyone who is in the cohort now: trainee id -> module id -> facts. */
export async function listCohortModuleFacts(db: Reader, cohortId: string): Promise<Map<string, FactsByModule>> {
  return factsOf(await factsOfCohort(db).all({ cohortId }));
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

/** Notes that she has read what changed in a module up to a version; a repeat changes nothing. */
export async function insertChangeReading(
  tx: Writer,
  reading: ModuleOfTrainee & { moduleVersion: string; at: Date },
): Promise<void> {
  await tx
    .insert(moduleChangeReadings)
    .values({ ...reading, readAt: reading.at })
    .onConflictDoNothing();
}
