import { listProgrammeEnds } from '#db/queries/retentionDue.ts';
import type { Reader } from '#db/client.ts';
import { retentionOn } from '#src/domain/retention/rules.ts';
import { keptRules } from '../kept.ts';
import { portal, today } from '../portal.ts';
import { endOf } from './due.ts';
import { readRetention } from './rules.ts';

/** The rules that count on the programme day, for pages: at most ten seconds old. */
export const retentionNow = keptRules(
  async (db) => retentionOn(await readRetention(db, portal().content.retention), today()).rules,
);

/** After rules were set here: the next page reads them. */
export function forgetRetention(): void {
  retentionNow.forget();
}

/** The day a trainee's programme ended, or null while it goes on. One query. */
export async function findProgrammeEnd(db: Reader, traineeId: string): Promise<string | null> {
  const [row] = await listProgrammeEnds(db, traineeId);
  return row ? endOf(row) : null;
}
