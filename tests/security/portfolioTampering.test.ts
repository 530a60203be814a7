import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COVERED } from '../integration/ledger/covered.ts';
import { draws, type Genuine, genuineInMemory } from '../integration/ledger/inMemory.ts';
import { rewriteChain } from '../integration/ledger/tampering.ts';
import { folderSignedWhole, WHOLE } from '../integration/signing/signedWhole.ts';

/**
 * Somebody with the database file in her hands alters a ledger with every type of entry there is, at random. Two hundred tries of
 * each kind, each on a fresh copy in memory; the verifier must say so every time.
 */
const TRIES = 200;
let folder: string;
let genuine: Genuine;

beforeAll(async () => {
  folder = await folderSignedWhole();
  genuine = genuineInMemory(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Draw = (below: number) => number;

/** Rows that name an entry, in every table that does. */
const NAMING = [
  ...['sign_offs', 'supervision_signatures', 'portfolio_sign_offs', 'sign_off_unlocks'],
  ...['record_signatures', 'countersignatures', 'portfolio_exports'],
];
const forgetRows = (raw: DatabaseSync, seq: number) => {
  for (const table of NAMING) raw.exec(`DELETE FROM ${table} WHERE ledger_seq = ${seq}`);
};
const renumber = (raw: DatabaseSync, from: number, to: number) => {
  for (const table of NAMING) raw.exec(`UPDATE ${table} SET ledger_seq = ${to} WHERE ledger_seq = ${from}`);
  raw.exec(`UPDATE ledger_entries SET seq = ${to} WHERE seq = ${from}`);
};
const bodyOf = (raw: DatabaseSync, seq: number) =>
  String(raw.prepare('SELECT body FROM ledger_entries WHERE seq = ?').get(seq)?.body);

/** A body with one character of one of its values changed. */
function edited(body: string, draw: Draw): string {
  const places = [...body.matchAll(/[0-9a-z]/g)].map(({ index }) => index);
  const at = places[draw(places.length)] ?? 0;
  return `${body.slice(0, at)}${body[at] === 'a' ? 'b' : 'a'}${body.slice(at + 1)}`;
}

const stolenKey = () => createPrivateKey(readFileSync(join(folder, 'keys/ledger-private.pem')));
const keyId = (raw: DatabaseSync) => String(raw.prepare('SELECT key_id FROM ledger_entries LIMIT 1').get()?.key_id);

function rewrite(raw: DatabaseSync, { key, id, draw }: { key: KeyObject; id: string; draw: Draw }): void {
  const changed = 1 + draw(WHOLE.size);
  let seq = 0;
  rewriteChain(raw, key, { keyId: id, edit: (body) => ((seq += 1) === changed ? edited(body, draw) : body) });
}

const KINDS: readonly (readonly [string, (raw: DatabaseSync, draw: Draw) => void])[] = [
  [
    'an entry is edited',
    (raw, draw) => {
      const seq = 1 + draw(WHOLE.size);
      raw.prepare('UPDATE ledger_entries SET body = ? WHERE seq = ?').run(edited(bodyOf(raw, seq), draw), seq);
    },
  ],
  [
    'an entry is deleted, with the row that names it, and those after it renumbered half of the time',
    (raw, draw) => {
      const seq = 1 + draw(WHOLE.size - 1);
      forgetRows(raw, seq);
      raw.exec(`DELETE FROM ledger_entries WHERE seq = ${seq}`);
      if (draw(2) === 0) for (let next = seq + 1; next <= WHOLE.size; next += 1) renumber(raw, next, next - 1);
    },
  ],
  [
    'an entry is put in',
    (raw, draw) => {
      const at = 1 + draw(WHOLE.size);
      const copied = 1 + draw(WHOLE.size);
      for (let seq = WHOLE.size; seq >= at; seq -= 1) renumber(raw, seq, seq + 1);
      const from = copied >= at ? copied + 1 : copied;
      raw.exec(
        `INSERT INTO ledger_entries SELECT ${at}, prev_hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = ${from}`,
      );
    },
  ],
  [
    'two entries change places',
    (raw, draw) => {
      const one = 1 + draw(WHOLE.size);
      const other = 1 + ((one + draw(WHOLE.size - 1)) % WHOLE.size);
      renumber(raw, one, 1000);
      renumber(raw, other, one);
      renumber(raw, 1000, other);
    },
  ],
  [
    'the end is cut off',
    (raw, draw) => {
      const first = 1 + draw(WHOLE.size);
      for (let seq = first; seq <= WHOLE.size; seq += 1) forgetRows(raw, seq);
      raw.exec(`DELETE FROM ledger_entries WHERE seq >= ${first}`);
    },
  ],
  [
    'all of it is written anew with the stolen key',
    (raw, draw) => rewrite(raw, { key: stolenKey(), id: keyId(raw), draw }),
  ],
  [
    'all of it is signed with another key',
    (raw, draw) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      rewrite(raw, { key: privateKey, id: draw(2) === 0 ? keyId(raw) : 'aaaaaaaaaaaaaaaa', draw });
    },
  ],
];

describe('a ledger with every type of entry', () => {
  test('as the portal left it, verifies', async () => {
    expect(await genuine.after(() => {})).toMatchObject({ findings: [], notes: [], entries: WHOLE.size });
    const types = genuine.rows("SELECT DISTINCT json_extract(body, '$.type') AS type FROM ledger_entries");
    expect(types).toHaveLength(7);
  });

  test.each(KINDS)(
    `is found altered ${TRIES} times of ${TRIES} where %s`,
    { timeout: 120_000 },
    async (_kind, tamper) => {
      const draw = draws(20261122);
      const missed: number[] = [];
      for (let index = 0; index < TRIES; index += 1)
        if ((await genuine.after((raw) => tamper(raw, draw))).findings.length === 0) missed.push(index);
      expect(missed).toEqual([]);
    },
  );
});

/** Tables of which a row that is gone is not missed: nothing was signed over it, or the version came with the portal too. */
const UNNOTICED = ['qualification_versions', 'witness_answers'];
/** Of a removed record the hash alone is left to vouch for: its row, its day and whose it is are held against the ledger, the rest is gone. */
const REMOVED = "('kept-1', 'kept-decided', 'kept')";
const ID_OF: Readonly<Record<string, string>> = {
  submissions: 'id',
  submission_claims: 'submission_id',
  assessments: 'id',
  criterion_decisions: 'assessment_id',
  assessment_annotations: 'assessment_id',
  word_justifications: 'record_id',
};
/** What is under the signatures: the entries themselves are altered above. */
const UNDER = Object.entries(COVERED).filter(([table]) => table !== 'ledger_entries');
const CELLS = UNDER.flatMap(([table, { columns }]) => columns.map((column) => ({ table, column })));

function pickRow(raw: DatabaseSync, table: string, draw: Draw): number {
  const id = ID_OF[table];
  const where = id === undefined ? '' : `WHERE ${id} NOT IN ${REMOVED}`;
  const rows = raw.prepare(`SELECT rowid AS row FROM ${table} ${where}`).all();
  return Number(rows[draw(rows.length)]?.row);
}

/** Changes one cell; false where the table cannot hold it. */
function changeCell(raw: DatabaseSync, draw: Draw): string | null {
  const { table, column } = CELLS[draw(CELLS.length)] ?? { table: '', column: '' };
  const row = pickRow(raw, table, draw);
  const kept = raw.prepare(`SELECT ${column} AS value FROM ${table} WHERE rowid = ?`).get(row)?.value;
  const value = typeof kept === 'number' ? kept + 1 + draw(3) : `${String(kept ?? '')}x`;
  try {
    raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, row);
    return `${table}.${column}, row ${row}`;
  } catch {
    return null;
  }
}

const EVERY_CELL = Object.entries(COVERED).flatMap(([table, { name, columns }]) =>
  columns.map((column) => [`${table}.${column}`, { table, column, name }] as const),
);

/** The first row that is not a removed one; the row that is altered, and how a finding may name it. */
function altered(
  raw: DatabaseSync,
  { table, column, name }: { table: string; column: string; name: string },
): string[] {
  const id = ID_OF[table];
  const where = id === undefined ? '' : `WHERE ${id} NOT IN ${REMOVED}`;
  const nameOf = (row: number) =>
    raw.prepare(`SELECT ${name} AS name FROM ${table} WHERE rowid = ?`).get(row)?.['name'];
  const { row = 0, value = null } =
    raw.prepare(`SELECT rowid AS row, ${column} AS value FROM ${table} ${where}`).get() ?? {};
  const before = nameOf(Number(row));
  raw.exec('PRAGMA ignore_check_constraints = ON');
  const forged = typeof value === 'number' ? value + 1000 : `${String(value ?? '')}x`;
  raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(forged, row);
  const after = column === 'seq' ? forged : nameOf(Number(row));
  return [...new Set([before, after].map(String))];
}

describe('every column that a hash or an entry covers', () => {
  test.each(EVERY_CELL)('%s, altered once, is found and named', async (_cell, cell) => {
    let names: string[] = [];
    const { findings } = await genuine.after((raw) => {
      names = altered(raw, cell);
    });
    expect(findings.join('\n')).toMatch(
      new RegExp(`\\b(?:${names.map((one) => RegExp.escape(one)).join('|')})\\b`, 'u'),
    );
  });

  test('is told in docs/ledger.md', () => {
    const text = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
    for (const [table, { columns }] of Object.entries(COVERED)) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${table}\` `)) ?? '';
      for (const column of columns) expect(row, `${table}.${column}`).toMatch(new RegExp(`\\b${column}\\b`, 'u'));
    }
  });
});

describe('what is under the signatures', () => {
  const missedIn = async (tamper: (raw: DatabaseSync, draw: Draw) => string | null) => {
    const draw = draws(4711);
    const missed: string[] = [];
    for (let done = 0; done < TRIES;) {
      let what: string | null = null;
      const { findings } = await genuine.after((raw) => {
        what = tamper(raw, draw);
      });
      if (what === null) continue;
      done += 1;
      if (findings.length === 0) missed.push(what);
    }
    return missed;
  };

  test(`is found altered ${TRIES} times of ${TRIES} where one cell differs`, { timeout: 120_000 }, async () => {
    expect(await missedIn(changeCell)).toEqual([]);
  });

  test(`is found altered ${TRIES} times of ${TRIES} where one row is taken away`, { timeout: 120_000 }, async () => {
    const tables = UNDER.map(([table]) => table);
    const takeRow = (raw: DatabaseSync, draw: Draw) => {
      const table = tables[draw(tables.length)] ?? '';
      const row = pickRow(raw, table, draw);
      raw.exec(`DELETE FROM ${table} WHERE rowid = ${row}`);
      return UNNOTICED.includes(table) ? null : `${table}, row ${row}`;
    };
    expect(await missedIn(takeRow)).toEqual([]);
  });
});
