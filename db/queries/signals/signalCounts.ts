import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { notices } from '#db/schema/index.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';

/** Of how many trainees each kind of signal was told since an instant: counts alone, from what each trainee was told herself. One query. */
export async function countSignals(db: Reader, since: Date): Promise<{ signal: SignalKind; trainees: number }[]> {
  return db
    .select({
      signal: sql<SignalKind>`json_extract(${notices.details}, '$.signal')`,
      trainees: sql<number>`count(distinct ${notices.traineeId})`,
    })
    .from(notices)
    .where(
      sql`${notices.kind} = 'new-signal' and ${notices.personId} = ${notices.traineeId} and ${notices.createdAt} >= ${Math.floor(since.getTime() / 1000)}`,
    )
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}
