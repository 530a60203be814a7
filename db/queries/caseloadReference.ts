import { type SQL, sql } from 'drizzle-orm';
import { caseChanges } from '#db/schema/index.ts';

/** The newest reference of a case; `alias` is the name that the table of cases has in the question. */
export function referenceNow(alias: string): SQL {
  const one = sql.raw(alias);
  return sql`coalesce((select n.reference from ${caseChanges} n where n.case_id = ${one}.id order by n.effective_on desc, n.number desc limit 1), ${one}.reference)`;
}
