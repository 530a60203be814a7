import { sql, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { WORD_TABLES, type WordGroup, type WordsTable } from './retentionWordTables.ts';

export type { WordGroup } from './retentionWordTables.ts';

export const isWordGroup = (group: RecordGroup): group is WordGroup => Object.hasOwn(WORD_TABLES, group);

/** What stands where words stood, as a text of SQL: an agenda and a list of reasons are JSON. */
const EMPTY_JSON: Readonly<Record<string, string>> = { facts: `'{}'`, reasons: `'[]'` };
const emptied = (column: string) => EMPTY_JSON[column] ?? `''`;

/** Whether a row `t` still holds words of its group, as far as the record of one trainee goes. */
function holdsWords({ words, only = '1', shared }: WordsTable, trainee: SQL): SQL {
  const held = words === 'row' ? '1' : words.map((column) => `t.${column} <> ${emptied(column)}`).join(' or ');
  const own = sql.raw(`(${only}) and (${held})`);
  return shared ? sql`${own} and (not ${isRemoved(trainee)} or ${isLast(shared)})` : own;
}

const isRemoved = (trainee: SQL) =>
  sql`exists (select 1 from content_removals z where z.kind = 'work_record' and z.record_id = ${trainee})`;

/** Whether the records of everybody whom a row `t` is about were removed: then nobody is left who may read its words. */
const isLast = ({ table, key }: NonNullable<WordsTable['shared']>) =>
  sql`not exists (select 1 from ${sql.raw(table)} y where y.${sql.raw(key)} = t.id and not ${isRemoved(sql.raw('y.trainee_id'))})`;

/** Whether a row `t` is about one of some trainees; asked from the trainees on, so that indexes answer it. */
function isAbout({ path, shared, trainee }: WordsTable, trainees: SQL): SQL {
  if (trainee !== undefined) return sql`${sql.raw(trainee)} in ${trainees}`;
  if (shared)
    return sql`t.id in (select x.${sql.raw(shared.key)} from ${sql.raw(shared.table)} x where x.trainee_id in ${trainees})`;
  const inner = sql`${sql.raw(path.length === 0 ? 't.' : '')}trainee_id in ${trainees}`;
  return path.toReversed().reduce((condition, [column, table], index) => {
    const isFirst = index === path.length - 1;
    return sql`${sql.raw(isFirst ? 't.' : '')}${sql.raw(column)} in (select id from ${sql.raw(table)} where ${condition})`;
  }, inner);
}

/** The trainee whom a row `t` is about. */
function traineeOf({ path, trainee }: WordsTable): string {
  if (trainee !== undefined) return trainee;
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
  const each = WORD_TABLES[group].map((table) =>
    table.shared ? sharedRecords({ ...table, shared: table.shared }, trainees) : ownRecords(table, trainees),
  );
  return sql.join(each, sql` union `);
}

function ownRecords(table: WordsTable, trainees: SQL): SQL {
  const trainee = sql.raw(traineeOf(table));
  return sql`select ${sql.raw(recordOf(table))} as id, ${trainee} as trainee
    from ${sql.raw(table.table)} t where ${isAbout(table, trainees)} and ${holdsWords(table, trainee)}`;
}

/** One record for each trainee whom a row is about. */
function sharedRecords(table: Required<Pick<WordsTable, 'shared'>> & WordsTable, trainees: SQL): SQL {
  const { table: others, key } = table.shared;
  return sql`select w.trainee_id as id, w.trainee_id as trainee from ${sql.raw(table.table)} t
    join ${sql.raw(others)} w on w.${sql.raw(key)} = t.id
    where w.trainee_id in ${trainees} and ${holdsWords(table, sql.raw('w.trainee_id'))}`;
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
      sql`select ${sql.raw(columns)} from ${sql.raw(table.table)} t where ${isOf(table, recordId)} and ${holdsWords(table, sql`${recordId}`)} order by t.rowid`,
    );
    if (rows.length > 0) found.push({ table: table.table, rows });
  }
  return found;
}

/** Empties the words of a record, or takes its rows away where nothing else is in them. */
export async function emptyWords(tx: Writer, group: WordGroup, recordId: string): Promise<void> {
  for (const table of WORD_TABLES[group]) {
    const which = sql`${isOf(table, recordId)} and ${holdsWords(table, sql`${recordId}`)}`;
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

/** Words whose SHA-256 the ledger holds, with that hash and the one of the reasons beside them, where it has one; null where they are not there. One query. */
export async function findSignedWords(db: Reader, group: SignedWordGroup, recordId: string) {
  const { table, words, hash } = SIGNED_WORDS[group];
  const [described] = WORD_TABLES[group];
  if (!described) return null;
  const [row] = await db.all<{ words: string; sha256: string; reasonsSha256: string | null }>(
    sql`select t.${sql.raw(words)} as words, json_extract(l.body, ${`$.${hash}`}) as sha256,
      json_extract(l.body, '$.reasonsSha256') as reasonsSha256 from ${sql.raw(table)} t
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
