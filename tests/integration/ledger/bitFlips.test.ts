import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderSignedWhole } from '../signing/signedWhole.ts';
import { draws, type Genuine, genuineInMemory } from './inMemory.ts';

let folder: string;
let genuine: Genuine;

beforeAll(async () => {
  folder = await folderSignedWhole();
  genuine = genuineInMemory(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Columns {
  readonly text: readonly string[];
  readonly numbers: readonly string[];
  /** Rows that something vouches for, where it is not all of them: content that was removed is held by its hash alone. */
  readonly where?: string;
}

const KEPT = "NOT IN ('kept-1', 'kept-decided')";
const COLUMNS: Readonly<Record<string, Columns>> = {
  ledger_entries: { text: ['prev_hash', 'hash', 'body', 'key_id', 'signature'], numbers: ['seq', 'recorded_at'] },
  sign_offs: { text: ['submission_id', 'assessment_id', 'signed_by'], numbers: ['signed_at', 'ledger_seq'] },
  submissions: {
    text: [
      ...['id', 'evidence_id', 'trainee_id', 'kind', 'title', 'text', 'qualification_version', 'sha256', 'details'],
      ...['happened_on', 'writer_id', 'change_note'],
    ],
    numbers: ['number', 'submitted_at', 'format'],
    where: `id ${KEPT}`,
  },
  submission_claims: {
    text: ['submission_id', 'criterion_id', 'where_shown'],
    numbers: [],
    where: `submission_id ${KEPT}`,
  },
  submission_files: { text: ['submission_id', 'file_id'], numbers: [] },
  submission_justifications: { text: ['submission_id', 'place', 'kind', 'reason'], numbers: [] },
  evidence_files: { text: ['id', 'name', 'type', 'sha256'], numbers: ['size_bytes'] },
  assessments: {
    text: ['id', 'submission_id', 'assessor_id', 'outcome', 'comment'],
    numbers: ['assessed_at', 'format', 'needs_countersign'],
    where: `id ${KEPT}`,
  },
  assessment_annotations: {
    text: ['assessment_id', 'note'],
    numbers: ['starts_at', 'ends_at'],
    where: `assessment_id ${KEPT}`,
  },
  criterion_decisions: {
    text: ['assessment_id', 'criterion_id', 'outcome', 'feedback'],
    numbers: [],
    where: `assessment_id ${KEPT}`,
  },
  content_removals: { text: ['kind', 'record_id', 'sha256'], numbers: [] },
  portfolio_sign_offs: {
    text: ['id', 'trainee_id', 'subject', 'subject_id', 'qualification_version', 'signed_by'],
    numbers: ['round', 'signed_at', 'ledger_seq'],
  },
  sign_off_basis: { text: ['sign_off_id', 'assessment_id', 'submission_id'], numbers: [] },
  sign_off_unlocks: { text: ['sign_off_id', 'verifier_id', 'reason'], numbers: ['unlocked_at', 'ledger_seq'] },
  record_signatures: { text: ['submission_id', 'part', 'person_id', 'words'], numbers: ['signed_at', 'ledger_seq'] },
  countersignatures: {
    text: ['assessment_id', 'person_id', 'outcome', 'words'],
    numbers: ['signed_at', 'ledger_seq'],
  },
  portfolio_exports: { text: ['id', 'trainee_id'], numbers: ['ledger_seq'] },
  supervision_reviews: {
    text: ['id', 'trainee_id', 'held_on', 'facts', 'notes', 'created_by', 'saved_by'],
    numbers: ['created_at', 'saved_at'],
  },
  supervision_actions: { text: ['id', 'review_id', 'words', 'part', 'due_on'], numbers: ['position'] },
  supervision_signatures: {
    text: ['review_id', 'part', 'person_id', 'sha256'],
    numbers: ['signed_at', 'ledger_seq'],
  },
};
const CELLS = Object.entries(COLUMNS).flatMap(([table, { text, numbers, where = '1' }]) => [
  ...text.map((column) => ({ table, column, where, isText: true })),
  ...numbers.map((column) => ({ table, column, where, isText: false })),
]);

/** Flips one bit of one cell and says which, or null where the cell is empty or the table cannot hold the result at all. */
function flip(raw: DatabaseSync, draw: (below: number) => number): string | null {
  const { table, column, where, isText } = CELLS[draw(CELLS.length)] ?? {
    table: '',
    column: '',
    where: '',
    isText: true,
  };
  const size = isText ? `length(CAST(${column} AS BLOB)) > 0` : `${column} IS NOT NULL`;
  const found = raw
    .prepare(
      `SELECT rowid AS row, CAST(${column} AS BLOB) AS bytes, ${isText ? '0' : column} AS number FROM ${table} WHERE ${where} AND ${size}`,
    )
    .all();
  if (found.length === 0) return null;
  const { row, bytes, number } = found[draw(found.length)] as { row: number; bytes: Uint8Array; number: number };
  const bit = draw(isText ? bytes.length * 8 : 31);
  if (isText) bytes[bit >> 3]! ^= 1 << (bit & 7);
  try {
    const value = isText ? 'CAST(? AS TEXT)' : '?';
    raw
      .prepare(`UPDATE ${table} SET ${column} = ${value} WHERE rowid = ?`)
      .run(isText ? bytes : number ^ (1 << bit), row);
    return `${table}.${column}, row ${row}, bit ${bit}`;
  } catch {
    return null;
  }
}

describe('single bits', () => {
  test('flipped anywhere in what was signed are noticed, 300 of 300', { timeout: 120_000 }, async () => {
    const draw = draws(20261121);
    const unnoticed: string[] = [];
    for (let flipped = 0; flipped < 300;) {
      let what: string | null = null;
      const { findings } = await genuine.after((raw) => {
        what = flip(raw, draw);
      });
      if (what === null) continue;
      flipped += 1;
      if (findings.length === 0) unnoticed.push(what);
    }
    expect(unnoticed).toEqual([]);
  });
});
