import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { folderWithReviews } from './signedReviews.ts';
import { behindThePortalsBack, copyOf } from './tampering.ts';

let genuine: string;

beforeAll(async () => {
  genuine = await folderWithReviews();
});

afterAll(() => rmSync(genuine, { recursive: true, force: true }));

describe('single bits', () => {
  const COLUMNS: Record<string, { text: string[]; numbers: string[] }> = {
    ledger_entries: { text: ['prev_hash', 'hash', 'body', 'key_id', 'signature'], numbers: ['seq', 'recorded_at'] },
    sign_offs: { text: ['submission_id', 'assessment_id', 'signed_by'], numbers: ['signed_at', 'ledger_seq'] },
    submissions: {
      text: ['id', 'evidence_id', 'trainee_id', 'kind', 'title', 'text', 'qualification_version', 'sha256'],
      numbers: ['number', 'submitted_at'],
    },
    submission_claims: { text: ['submission_id', 'criterion_id'], numbers: [] },
    assessments: { text: ['id', 'submission_id', 'assessor_id', 'outcome', 'comment'], numbers: ['assessed_at'] },
    supervision_reviews: {
      text: ['id', 'trainee_id', 'held_on', 'facts', 'notes', 'created_by', 'saved_by'],
      numbers: ['created_at', 'saved_at'],
    },
    supervision_actions: { text: ['id', 'review_id', 'words', 'part', 'due_on'], numbers: ['position'] },
    supervision_signatures: {
      text: ['review_id', 'part', 'person_id', 'sha256'],
      numbers: ['signed_at', 'ledger_seq'],
    },
    criterion_decisions: { text: ['assessment_id', 'criterion_id', 'outcome', 'feedback'], numbers: [] },
  };
  const CELLS = Object.entries(COLUMNS).flatMap(([table, { text, numbers }]) => [
    ...text.map((column) => ({ table, column, isText: true })),
    ...numbers.map((column) => ({ table, column, isText: false })),
  ]);

  /** The same draws every time: a linear congruential generator (Numerical Recipes). */
  function draws(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  /** Flips one bit of one cell and says which, or null where the table cannot hold the result at all. */
  function flip(
    raw: DatabaseSync,
    { table, column, isText }: (typeof CELLS)[number],
    draw: (below: number) => number,
  ): string | null {
    const rows = raw
      .prepare(
        `SELECT rowid AS row, CAST(${column} AS BLOB) AS bytes, ${isText ? '0' : column} AS number FROM ${table}`,
      )
      .all();
    const { row, bytes, number } = rows[draw(rows.length)] as { row: number; bytes: Uint8Array; number: number };
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

  test('flipped anywhere in what was signed are noticed, 100 of 100', async () => {
    const draw = draws(20261121);
    const folder = copyOf(genuine);
    const file = join(folder, 'portal.db');
    const whole = readFileSync(file);
    const unnoticed: string[] = [];
    for (let flipped = 0; flipped < 100;) {
      let what: string | null = null;
      behindThePortalsBack(folder, (raw) => (what = flip(raw, CELLS[draw(CELLS.length)]!, draw)));
      if (what) {
        const { findings } = await verifyLedger({
          databaseUrl: pathToFileURL(file).href,
          anchors: join(folder, 'anchors'),
          publicKeyFile: join(folder, 'keys/ledger-public.pem'),
        });
        if (findings.length === 0) unnoticed.push(what);
        flipped += 1;
      }
      for (const name of ['portal.db-wal', 'portal.db-shm']) rmSync(join(folder, name), { force: true });
      writeFileSync(file, whole);
    }
    expect(unnoticed).toEqual([]);
  });
});
