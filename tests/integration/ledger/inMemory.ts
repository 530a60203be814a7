import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { readAnchors } from '../../../scripts/verify/anchors.ts';
import type { Report } from '../../../scripts/verify/report.ts';
import { databaseName, type Source } from '../../../scripts/verify/source.ts';
import { readKey, verifySource } from '../../../scripts/verify/verifyLedger.ts';

const TRIGGER_NAMES = "SELECT name FROM sqlite_master WHERE type = 'trigger'";

/** A genuine database in memory, of which a fresh copy is tampered with at each try: thousands of tries take seconds. */
export interface Genuine {
  /** Tampers with a copy, and says what the verifier finds. */
  after(tamper: (raw: DatabaseSync) => void): Promise<Report>;
  /** One question to the genuine database. */
  rows(sql: string): Record<string, unknown>[];
}

/**
 * Reads a folder as `genuineFolder` and its like make it. The triggers are taken away once, and the verifier is told of those that
 * stood: as if whoever tampers put them back each time.
 */
export function genuineInMemory(folder: string): Genuine {
  const file = join(folder, 'portal.db');
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  raw.close();
  const bare = new DatabaseSync(':memory:');
  bare.deserialize(readFileSync(file));
  const triggers = bare.prepare(TRIGGER_NAMES).all();
  for (const { name } of triggers) bare.exec(`DROP TRIGGER ${String(name)}`);
  const bytes = bare.serialize();
  const options = {
    key: readKey(join(folder, 'keys/ledger-public.pem')),
    folder: readAnchors(join(folder, 'anchors')),
    database: databaseName(pathToFileURL(file).href),
    qualificationDir: null,
  };
  return {
    after: async (tamper) => {
      const copy = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
      copy.deserialize(bytes);
      tamper(copy);
      const report = await verifySource(sourceOver(copy, triggers), options);
      copy.close();
      return report;
    },
    rows: (sql) => bare.prepare(sql).all(),
  };
}

function sourceOver(copy: DatabaseSync, triggers: Awaited<ReturnType<Source['all']>>): Source {
  return {
    kind: 'file',
    all: async (sql, args = []) => (sql === TRIGGER_NAMES ? triggers : copy.prepare(sql).all(...args)),
    close: async () => copy.close(),
  };
}

/** The same draws every time: a linear congruential generator (Numerical Recipes). */
export function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
