import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Database, Reader, Writer } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import { GOES } from '#src/domain/retention/columns.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { oneOfEach } from '../db/oneOfEach.ts';
import { AT } from '../db/rows.ts';

function row<Table extends SQLiteTable>(table: Table, values: Table['$inferInsert']): [SQLiteTable, object] {
  return [table, values];
}

const own = { traineeId: 'amara', savedAt: AT, revision: 1 };
const module = { moduleId: 'parole-recall', moduleVersion: '1', sectionId: 'start' };
const reason = { evidenceId: 'item', position: 1, place: 'text', kind: 'phone', reason: 'Why' };

/** What `oneOfEach` has not: the tables in which rows may still change. */
const MORE = [
  row(tables.evidenceClaims, { evidenceId: 'item', criterionId: '3.2' }),
  row(tables.justifications, {
    ...{
      id: 'why',
      evidenceId: 'item',
      place: 'text',
      kind: 'phone',
      reason: 'Why',
      justifiedBy: 'amara',
      justifiedAt: AT,
    },
  }),
  row(tables.assessmentDrafts, {
    ...{ submissionId: 'submission', assessorId: 'daniel', body: '{}', revision: 1, savedAt: AT },
  }),
  row(tables.wordJustifications, { ...reason, wordsOf: 'record_words', recordId: 'submission trainee' }),
  row(tables.wordJustifications, { ...reason, wordsOf: 'witness_answer', recordId: 'item' }),
  row(tables.samplingPlans, {
    ...{ id: 'plan', verifierId: 'daniel', title: 'A plan', stage: 'interim', dueOn: '2026-12-01', createdAt: AT },
  }),
  row(tables.samplingPlanItems, { planId: 'plan', submissionId: 'submission', why: 'New', addedAt: AT }),
  row(tables.assessmentPlanItems, {
    ...{ id: 'planned', traineeId: 'amara', plannedBy: 'daniel', kind: 'reflective_account', criteria: ['3.2'] },
    ...{ plannedOn: '2026-12-01', words: 'Next', plannedAt: AT },
  }),
  row(tables.placementObjectives, {
    ...{ id: 'objective', placementId: 'placement', position: 1, words: 'See', criteria: ['3.2'] },
  }),
  row(tables.placementDays, {
    ...{ placementId: 'placement', day: '2026-11-01', attendance: 'attended', minutes: 60, words: 'Went', revision: 1 },
    savedAt: AT,
  }),
  row(tables.placementLog, {
    ...{ id: 'log', placementId: 'placement', day: '2026-11-01', words: 'Learnt', revision: 1, savedAt: AT },
  }),
  row(tables.placementReports, { placementId: 'placement', words: 'All of it', revision: 1, savedAt: AT }),
  row(tables.weekExceptions, {
    ...{ id: 'away', traineeId: 'amara', startsOn: '2026-11-01', endsOn: '2026-11-02', place: 'leave', words: 'Away' },
    enteredAt: AT,
  }),
  row(tables.supervisionMeetings, {
    ...{ id: 'meeting', traineeId: 'amara', day: '2026-11-01', startsAt: '10:00', plannedBy: 'daniel', plannedAt: AT },
  }),
  row(tables.programmeEndings, {
    ...{ id: 'ending', traineeId: 'amara', kind: 'completed', words: 'So', endedOn: '2026-11-01' },
    ...{ enteredBy: 'daniel', enteredAt: AT },
  }),
  row(tables.reflections, { ...own, moduleId: 'parole-recall', text: 'Mine' }),
  row(tables.marks, { ...own, ...module, id: 'mark', quote: 'a', before: 'b', after: 'c', note: 'd', markedAt: AT }),
  row(tables.exerciseWork, {
    ...{ ...own, exerciseId: 'sort', moduleId: 'parole-recall', exerciseVersion: '1' },
    work: {} as typeof tables.exerciseWork.$inferInsert.work,
  }),
  row(tables.wellbeingChecks, { ...own, month: '2026-11', workload: 1, support: 2, balance: 3, words: 'So' }),
  row(tables.appointments, {
    ...{ ...own, id: 'appointment', day: '2026-11-01', startsAt: '10:00', endsAt: '11:00', title: 'Dentist' },
  }),
  row(tables.peerParts, {
    ...{ id: 'leads', sessionId: 'peer', traineeId: 'amara', role: 'leader', givenBy: 'daniel', givenAt: AT },
  }),
  row(tables.peerMaterials, {
    ...{ id: 'material', sessionId: 'peer', title: 'Read', words: 'This', addedBy: 'amara', addedAt: AT },
  }),
  row(tables.peerQuestions, { id: 'unsigned', sessionId: 'peer', words: 'Why?', askedOn: '2026-11-01' }),
  row(tables.peerSwaps, {
    ...{ id: 'swap', sessionId: 'peer', askedBy: 'amara', askedOf: 'daniel', words: 'Would you?', askedAt: AT },
  }),
  row(tables.portfolioExports, { id: 'export', traineeId: 'amara', askedAt: AT, readyAt: AT }),
];

/** The records of each group among these rows. */
export const RECORDS: Readonly<Record<RecordGroup, readonly string[]>> = {
  draft: ['item'],
  submission: ['submission'],
  file: ['file'],
  feedback: ['assessment'],
  witness_answer: ['item'],
  witness_contact: ['request', 'item'],
  record_words: ['submission trainee'],
  countersignature: ['assessment'],
  unlock_reason: ['sign-off'],
  verification: ['verification', 'plan submission'],
  plan_item: ['planned'],
  standardisation: ['exercise'],
  supervision: ['review'],
  work_record: ['amara'],
  own_writing: ['amara'],
  export: ['export'],
};

const jsonColumns = new Set(['details', 'facts', 'work', 'body']);
const words = (column: string) => (jsonColumns.has(column) ? `'{"words":"there"}'` : `'Words are there.'`);

/** A row in every table, and words in every column that goes some day: what insert-only tables refuse is done behind their triggers. */
export async function oneOfEachWord(tx: Writer): Promise<void> {
  await oneOfEach(tx);
  for (const [table, values] of MORE) await tx.insert(table).values(values);
  const triggers = await tx.all<{ name: string; sql: string }>(
    sql`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
  );
  for (const { name } of triggers) await tx.run(sql.raw(`DROP TRIGGER ${name}`));
  for (const column of new Set(Object.values(GOES).flat())) {
    const [table = '', name = ''] = column.split('.');
    await tx.run(sql.raw(`UPDATE ${table} SET ${name} = ${words(name)}`));
  }
  for (const trigger of triggers) await tx.run(sql.raw(trigger.sql));
}

const TABLES = Object.values(tables)
  .filter((thing) => thing instanceof SQLiteTable)
  .map((table) => getTableConfig(table).name);

type Rows = ReadonlyMap<string, ReadonlyMap<number, Record<string, unknown>>>;

/** Every row of every table, by table and row number. */
export async function everything(database: Database): Promise<Rows> {
  const of = async (db: Reader, table: string) => {
    const rows = await db.all<Record<string, unknown>>(sql.raw(`SELECT rowid AS row_number, * FROM ${table}`));
    return [table, new Map(rows.map((one) => [Number(one['row_number']), one]))] as const;
  };
  return database.read(async (db) => {
    const read = [];
    for (const table of TABLES) read.push(await of(db, table));
    return new Map(read);
  });
}

/** Columns that differ, as `table.column`; of a row that is gone every column in which there were words. */
export function columnsThatDiffer(before: Rows, after: Rows): string[] {
  const pairs = [...before].flatMap(([table, rows]) =>
    [...rows].map(([number, old]) => ({ table, old, now: after.get(table)?.get(number) })),
  );
  const found = pairs.flatMap(({ table, old, now }) =>
    Object.entries(old)
      .filter(([column, value]) => (now ? now[column] !== value : isWords(value)))
      .map(([column]) => `${table}.${column}`),
  );
  return [...new Set(found)].sort();
}

const isWords = (value: unknown) => value === 'Words are there.' || value === '{"words":"there"}';
