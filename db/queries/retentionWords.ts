import { sql, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';

/** Groups of which only words go: what follows from the lists below. The others hold files, or more than one hash is over. */
export type WordGroup = Exclude<
  RecordGroup,
  'draft' | 'submission' | 'file' | 'feedback' | 'witness_answer' | 'export'
>;

/** Words in one table, and how its rows are found. Every name is a constant of this file, so it may stand in a statement. */
interface WordsTable {
  readonly table: string;
  /** The columns that name the record in a removal, with a space between; `trainee`: everything of one trainee is one record. */
  readonly record: readonly string[] | 'trainee';
  /** From a column to the table that it refers to, and so on until a table that names the trainee; empty where this one does. */
  readonly path: readonly (readonly [column: string, table: string])[];
  /** The columns that are emptied; `row`: the row goes, because without its words nobody needs it. */
  readonly words: readonly string[] | 'row';
  /** Which of its rows, where others belong to another group. */
  readonly only?: string;
}

const SUBMISSION = ['submission_id', 'submissions'] as const;
const PLACEMENT = ['placement_id', 'placements'] as const;
const EVIDENCE = ['evidence_id', 'evidence_items'] as const;
const ofTrainee = (table: string, words: WordsTable['words'], path: WordsTable['path'] = []): WordsTable => ({
  ...{ table, record: 'trainee', path, words },
});
const ofRecord = (table: string, record: string, more: Pick<WordsTable, 'path' | 'words'>): WordsTable => ({
  ...{ table, record: [record], ...more },
});

/** Where the words of each group lie. What other columns hold, and why they stay: src/domain/retention/columns.ts. */
export const WORD_TABLES: Readonly<Record<WordGroup, readonly WordsTable[]>> = {
  witness_contact: [
    ofRecord('witness_requests', 'id', { path: [EVIDENCE], words: ['witness_name', 'witness_job', 'question'] }),
    ofRecord('witness_checks', 'evidence_id', { path: [EVIDENCE], words: ['how'] }),
  ],
  record_words: [
    { table: 'record_signatures', record: ['submission_id', 'part'], path: [SUBMISSION], words: ['words'] },
    {
      ...ofRecord('word_justifications', 'record_id', { path: [EVIDENCE], words: ['reason'] }),
      only: `t.words_of = 'record_words'`,
    },
  ],
  countersignature: [
    ofRecord('countersignatures', 'assessment_id', {
      path: [['assessment_id', 'assessments'], SUBMISSION],
      words: ['words'],
    }),
  ],
  unlock_reason: [
    ofRecord('sign_off_unlocks', 'sign_off_id', { path: [['sign_off_id', 'portfolio_sign_offs']], words: ['reason'] }),
  ],
  verification: [
    ofRecord('verifications', 'id', { path: [SUBMISSION], words: ['words'] }),
    ofRecord('verification_decisions', 'verification_id', {
      path: [['verification_id', 'verifications'], SUBMISSION],
      words: ['reason'],
    }),
    { table: 'sampling_plan_items', record: ['plan_id', 'submission_id'], path: [SUBMISSION], words: ['why'] },
  ],
  plan_item: [ofRecord('assessment_plan_items', 'id', { path: [], words: ['words'] })],
  standardisation: [
    ofRecord('standardisations', 'id', { path: [], words: ['text', 'agreed'] }),
    ofRecord('standardisation_judgements', 'standardisation_id', { path: [], words: ['reason'] }),
  ],
  supervision: [
    ofRecord('supervision_reviews', 'id', { path: [], words: ['facts', 'notes'] }),
    ofRecord('supervision_actions', 'review_id', { path: [['review_id', 'supervision_reviews']], words: ['words'] }),
  ],
  work_record: [
    ofTrainee('placements', ['host_contact', 'look_for', 'supervisor', 'travel_notes', 'cancel_reason']),
    ofTrainee('placement_objectives', ['words'], [PLACEMENT]),
    ofTrainee('placement_days', ['words'], [PLACEMENT]),
    ofTrainee('placement_log', ['words'], [PLACEMENT]),
    ofTrainee('placement_reports', ['words'], [PLACEMENT]),
    ofTrainee('placement_host_answers', ['name', 'job', 'words'], [PLACEMENT]),
    ofTrainee('readiness_checks', ['shadowed_with', 'buddy', 'check_in']),
    ofTrainee('study_records', ['words']),
    ofTrainee('week_exceptions', ['words']),
    ofTrainee('workload_reductions', ['reason']),
    ofTrainee('case_objections', ['words']),
    ofTrainee('objection_answers', ['words'], [['objection_id', 'case_objections']]),
    ofTrainee('over_limit_agreements', ['reason']),
    ofTrainee('case_overrides', ['approver_name', 'reason'], [['allocation_id', 'case_allocations']]),
    ofTrainee('supervision_meetings', ['cancel_reason']),
  ],
  own_writing: [
    ofTrainee('reflections', 'row'),
    ofTrainee('marks', 'row'),
    ofTrainee('exercise_work', 'row'),
    ofTrainee('wellbeing_checks', 'row'),
    ofTrainee('appointments', 'row'),
  ],
};

export const isWordGroup = (group: RecordGroup): group is WordGroup => Object.hasOwn(WORD_TABLES, group);

/** What stands where words stood, as a text of SQL: an agenda is JSON. */
const emptied = (column: string) => (column === 'facts' ? `'{}'` : `''`);

/** Whether a row `t` still holds words of its group. */
function holdsWords({ words, only = '1' }: WordsTable): SQL {
  const held = words === 'row' ? '1' : words.map((column) => `t.${column} <> ${emptied(column)}`).join(' or ');
  return sql.raw(`(${only}) and (${held})`);
}

/** Whether a row `t` is about one of some trainees; asked from the trainees on, so that indexes answer it. */
function isAbout({ path }: WordsTable, trainees: SQL): SQL {
  const inner = sql`${sql.raw(path.length === 0 ? 't.' : '')}trainee_id in ${trainees}`;
  return path.toReversed().reduce((condition, [column, table], index) => {
    const isFirst = index === path.length - 1;
    return sql`${sql.raw(isFirst ? 't.' : '')}${sql.raw(column)} in (select id from ${sql.raw(table)} where ${condition})`;
  }, inner);
}

/** The trainee whom a row `t` is about. */
function traineeOf({ path }: WordsTable): string {
  const [, ...later] = path;
  const key = path.reduce(
    (id, [, table], index) => {
      const next = later[index]?.[0] ?? 'trainee_id';
      return `(select ${next} from ${table} where id = ${id})`;
    },
    `t.${path[0]?.[0] ?? 'trainee_id'}`,
  );
  return key;
}

const recordOf = (table: WordsTable): string =>
  table.record === 'trainee' ? traineeOf(table) : table.record.map((column) => `t.${column}`).join(` || ' ' || `);

/** Whether a row `t` belongs to a record. */
function isOf(table: WordsTable, recordId: string): SQL {
  if (table.record === 'trainee') return isAbout(table, sql`(${recordId})`);
  const parts = table.record.length === 1 ? [recordId] : recordId.split(' ');
  const equal = table.record.map((column, index) => sql`${sql.raw(`t.${column}`)} = ${parts[index] ?? ''}`);
  return sql.join(equal, sql` and `);
}

/** The records of a group about some trainees that still hold words, with the trainee each is about. */
export function wordRecords(group: Exclude<WordGroup, 'standardisation'>, trainees: SQL): SQL {
  const each = WORD_TABLES[group].map(
    (table) => sql`select ${sql.raw(recordOf(table))} as id, ${sql.raw(traineeOf(table))} as trainee
      from ${sql.raw(table.table)} t where ${isAbout(table, trainees)} and ${holdsWords(table)}`,
  );
  return sql.join(each, sql` union `);
}

/** Exercises that were closed before an instant, in seconds, and still hold words. They are about no trainee. */
export const closedExercises = (before: number): SQL => sql`select s.id as id, null as trainee from standardisations s
  where coalesce(s.closed_at, unixepoch(s.closes_on, '+1 day')) < ${before} and (s.text <> '' or s.agreed <> ''
    or exists (select 1 from standardisation_judgements j where j.standardisation_id = s.id and j.reason <> ''))`;

/** The words of a record as they stand, table by table; empty where none are left. */
export async function readWords(db: Reader, group: WordGroup, recordId: string) {
  const found = [];
  for (const table of WORD_TABLES[group]) {
    const columns = table.words === 'row' ? 'rowid' : table.words.map((column) => `t.${column}`).join(', ');
    const rows = await db.all<Record<string, string | null>>(
      sql`select ${sql.raw(columns)} from ${sql.raw(table.table)} t where ${isOf(table, recordId)} and ${holdsWords(table)} order by t.rowid`,
    );
    if (rows.length > 0) found.push({ table: table.table, rows });
  }
  return found;
}

/** Empties the words of a record, or takes its rows away where nothing else is in them. */
export async function emptyWords(tx: Writer, group: WordGroup, recordId: string): Promise<void> {
  for (const table of WORD_TABLES[group]) {
    const which = sql`${isOf(table, recordId)} and ${holdsWords(table)}`;
    if (table.words === 'row') await tx.run(sql`delete from ${sql.raw(table.table)} as t where ${which}`);
    else await tx.run(sql`update ${sql.raw(table.table)} as t set ${emptying(table.words)} where ${which}`);
  }
}

const emptying = (columns: readonly string[]): SQL =>
  sql.raw(columns.map((column) => `${column} = iif(${column} is null, null, ${emptied(column)})`).join(', '));

const SIGNED_WORDS = {
  record_words: { table: 'record_signatures', words: 'words', hash: 'wordsSha256' },
  countersignature: { table: 'countersignatures', words: 'words', hash: 'wordsSha256' },
  unlock_reason: { table: 'sign_off_unlocks', words: 'reason', hash: 'reasonSha256' },
} as const;
export type SignedWordGroup = keyof typeof SIGNED_WORDS;

export const hasSignedWords = (group: WordGroup): group is SignedWordGroup => Object.hasOwn(SIGNED_WORDS, group);

/** Words whose SHA-256 the ledger holds, with that hash; null where they are not there. One query. */
export async function findSignedWords(db: Reader, group: SignedWordGroup, recordId: string) {
  const { table, words, hash } = SIGNED_WORDS[group];
  const [described] = WORD_TABLES[group];
  if (!described) return null;
  const [row] = await db.all<{ words: string; sha256: string }>(
    sql`select t.${sql.raw(words)} as words, json_extract(l.body, ${`$.${hash}`}) as sha256 from ${sql.raw(table)} t
      join ledger_entries l on l.seq = t.ledger_seq where ${isOf(described, recordId)}`,
  );
  return row ?? null;
}

/** The evidence that a request to a witness, or the check of who she is, belongs to; null where there is none. */
export async function findWitnessContact(db: Reader, recordId: string): Promise<string | null> {
  const [row] = await db.all<{ evidenceId: string }>(
    sql`select evidence_id as evidenceId from witness_requests where id = ${recordId}
      union all select evidence_id from witness_checks where evidence_id = ${recordId}`,
  );
  return row?.evidenceId ?? null;
}
