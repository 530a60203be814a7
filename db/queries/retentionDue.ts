import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { closedExercises, isWordGroup, type WordGroup, wordRecords } from './retentionWords.ts';

/** When each trainee's programme ended, as far as rows say: instants in seconds, days as text. */
export interface ProgrammeEndRow {
  readonly traineeId: string;
  /** The newest signature under the qualification that stands, in seconds since 1970. */
  readonly qualifiedAt: number | null;
  /** Her last day, where it was entered and not opened again. */
  readonly endedOn: string | null;
  readonly leftOn: string | null;
}

/** Trainees whose qualification is signed off, whose programme was ended, or who are in no cohort any more. `traineeId`: of one alone. One query. */
export async function listProgrammeEnds(db: Reader, traineeId: string | null = null): Promise<ProgrammeEndRow[]> {
  const one = traineeId === null ? sql`` : sql`where trainee_id = ${traineeId}`;
  return db.all<ProgrammeEndRow>(sql`
    select trainee_id as traineeId, max(qualified_at) as qualifiedAt, max(ended_on) as endedOn, max(left_on) as leftOn from (
      select o.trainee_id, o.signed_at as qualified_at, null as ended_on, null as left_on from portfolio_sign_offs o
        where o.subject = 'qualification' and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = o.id)
      union all
      select x.trainee_id, null, x.ended_on, null from programme_endings x where x.reopened_at is null
      union all
      select m.trainee_id, null, null, max(m.left_on) from cohort_memberships m
        where not exists (select 1 from cohort_memberships n where n.trainee_id = m.trainee_id and n.left_on is null)
        group by m.trainee_id
    ) ${one} group by trainee_id`);
}

/** Which records of a group are still there, and how a due one is told from the others. */
export interface DueWindow {
  /** Trainees whose programme ended long enough ago, for groups that count from there. */
  readonly traineeIds: readonly string[];
  /** Records made, or closed, before this instant, in seconds, for groups that count from there. */
  readonly madeBefore: number;
}

const kept = (kind: RecordGroup, id: SQL) =>
  sql`not exists (select 1 from content_removals r where r.kind = ${kind} and r.record_id = ${id})`;

/** The records of each group beside those of words that still hold content, with the trainee they are about. */
const RECORDS: Readonly<Record<Exclude<RecordGroup, WordGroup>, (window: DueWindow) => SQL>> = {
  draft: (window) => sql`select e.id as id, e.trainee_id as trainee from evidence_items e
    where e.removed_at is null and ${kept('draft', sql`e.id`)} and ${among(sql`e.trainee_id`, window)}`,
  submission: (window) => sql`select s.id as id, s.trainee_id as trainee from submissions s
    where ${kept('submission', sql`s.id`)} and ${among(sql`s.trainee_id`, window)}`,
  file: (window) => sql`select f.id as id, e.trainee_id as trainee from evidence_files f
    join evidence_items e on e.id = f.evidence_id where f.removed_at is null and ${among(sql`e.trainee_id`, window)}`,
  feedback: (window) => sql`select a.id as id, s.trainee_id as trainee from assessments a
    join submissions s on s.id = a.submission_id where ${kept('feedback', sql`a.id`)} and ${among(sql`s.trainee_id`, window)}`,
  witness_answer: (window) => sql`select w.evidence_id as id, e.trainee_id as trainee from witness_answers w
    join evidence_items e on e.id = w.evidence_id
    where ${kept('witness_answer', sql`w.evidence_id`)} and ${among(sql`e.trainee_id`, window)}`,
  export: ({ madeBefore }) => sql`select x.id as id, x.trainee_id as trainee from portfolio_exports x
    where x.removed_at is null and x.ready_at is not null and x.ready_at < ${madeBefore}`,
};

const trainees = ({ traineeIds }: DueWindow) => sql`(select value from json_each(${JSON.stringify(traineeIds)}))`;
const among = (trainee: SQL, window: DueWindow) => sql`${trainee} in ${trainees(window)}`;

function recordsOf(group: RecordGroup, window: DueWindow): SQL {
  if (!isWordGroup(group)) return RECORDS[group](window);
  return group === 'standardisation' ? closedExercises(window.madeBefore) : wordRecords(group, trainees(window));
}

/** How many records of each group are due, and of how many trainees. One query. */
export async function countDue(db: Reader, windows: ReadonlyMap<RecordGroup, DueWindow>) {
  const counts = [...windows].map(
    ([group, window]) =>
      sql`select ${group} as kind, count(*) as records, count(distinct trainee) as trainees from (${recordsOf(group, window)})`,
  );
  return db.all<{ kind: RecordGroup; records: number; trainees: number }>(sql.join(counts, sql` union all `));
}

/** The next records of a group that are due, those in `skip` left out. One query. */
export async function listDue(
  db: Reader,
  { group, window, skip, limit }: { group: RecordGroup; window: DueWindow; skip: readonly string[]; limit: number },
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql`select id from (${recordsOf(group, window)}) where id not in (select value from json_each(${JSON.stringify(skip)})) limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}
