import { listProgrammeEnds } from '#db/queries/retentionDue.ts';
import { outsideCounts } from '#db/queryCount.ts';
import type { Database, Reader } from '#db/client.ts';
import { retentionOn, type RetentionRules } from '#src/domain/retention/rules.ts';
import { portal, today } from '../portal.ts';
import { endOf } from './due.ts';
import { readRetention } from './rules.ts';

/** So long a page may show rules that another process has changed since. Inside a transaction they are always read. */
const KEPT_MILLISECONDS = 10_000;
const kept = new WeakMap<Database, { rules: RetentionRules; readAt: number; day: string }>();

/** The rules that count on the programme day, for pages: at most ten seconds old, and asked for all pages together. */
export async function retentionNow(): Promise<RetentionRules> {
  const { database, content } = portal();
  const [known, day] = [kept.get(database), today()];
  if (known && known.day === day && Date.now() - known.readAt < KEPT_MILLISECONDS) return known.rules;
  const readAt = Date.now();
  const versions = await outsideCounts(() => database.read((db) => readRetention(db, content.retention)));
  const { rules } = retentionOn(versions, day);
  kept.set(database, { rules, readAt, day });
  return rules;
}

/** After rules were set here: the next page reads them. */
export function forgetRetention(): void {
  kept.delete(portal().database);
}

/** The day a trainee's programme ended, or null while it goes on. One query. */
export async function findProgrammeEnd(db: Reader, traineeId: string): Promise<string | null> {
  const [row] = await listProgrammeEnds(db, traineeId);
  return row ? endOf(row) : null;
}
