import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { moduleOpenings, sectionTicks } from '#db/schema/index.ts';
import type { ReadingTick } from '#src/domain/modules/measuredMinutes.ts';

/** More say nothing new about how long reading takes, and the page that asks stays quick. */
const MOST_TICKS = 10_000;

interface TickRow {
  reader: number;
  module_id: string;
  section_id: string | null;
  at: number;
}

/**
 * When modules were opened and sections ticked, by whomever: the newest, newest first. `reader` is a number made up for this answer,
 * so that what one person did hangs together and nobody is named.
 */
export async function listTickTimes(db: Reader): Promise<ReadingTick[]> {
  const rows = await db.all<TickRow>(sql`
    select dense_rank() over (order by trainee_id) as reader, module_id, section_id, at
    from (
      select trainee_id, module_id, null as section_id, opened_at as at from ${moduleOpenings}
      union all
      select trainee_id, module_id, section_id, ticked_at from ${sectionTicks}
      order by at desc, trainee_id, module_id, section_id limit ${MOST_TICKS}
    ) order by at desc, reader, module_id, section_id`);
  return rows.map((row) => ({
    reader: row.reader,
    moduleId: row.module_id,
    sectionId: row.section_id,
    at: new Date(row.at * 1000),
  }));
}
