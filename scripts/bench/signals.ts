import { sql } from 'drizzle-orm';
import { openDatabase } from '#db/client.ts';
import { cohortMemberships } from '#db/schema/index.ts';
import { loadContent } from '#src/server/content.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { loadCohortSignalsAsPortal } from '#src/server/signals/loadSignals.ts';
import { percentile } from './percentile.ts';

const ROOT = new URL('../../', import.meta.url);
/** Signals of a cohort are to take less than this on read. */
const AIM_MS = 50;
const ROUNDS = 3;
const MOST_COHORTS = 100;

async function times(database: Portal['database']): Promise<number[]> {
  const cohorts = await database.read((db) =>
    db
      .selectDistinct({ cohortId: cohortMemberships.cohortId })
      .from(cohortMemberships)
      .where(sql`${cohortMemberships.leftOn} is null`)
      .orderBy(cohortMemberships.cohortId)
      .limit(MOST_COHORTS),
  );
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { cohortId } of cohorts) {
      const began = performance.now();
      await database.read((db) => loadCohortSignalsAsPortal(db, cohortId));
      // The first round fills what every later page finds filled.
      if (round > 0) measured.push(performance.now() - began);
    }
  return measured.sort((one, other) => one - other);
}

/** Reads the signals of every cohort of a dataset, each on its own, and says how long one takes. `url`: a database that nobody serves. */
export async function measureSignals({ url }: { url: string }): Promise<string> {
  const database = await openDatabase({ url, readOnly: true });
  try {
    const content = await loadContent(ROOT);
    // Nothing else of a portal is asked for here.
    installPortal({ database, content, settings: { programmeNow: null } } as unknown as Portal);
    const sorted = await times(database);
    const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(sorted, percent).toFixed(1));
    return `Signals of one cohort, on read: p50 ${p50 ?? ''} ms, p95 ${p95 ?? ''} ms, p99 ${p99 ?? ''} ms over ${String(sorted.length)} reads (aim: under ${String(AIM_MS)} ms)`;
  } finally {
    await database.close();
  }
}
