import { listDoneModules, listReadinessChecks } from '#db/queries/readiness.ts';
import type { Reader } from '#db/client.ts';
import { type Readiness, type ReadinessCheck, readinessOf } from '#src/domain/readiness/standing.ts';
import { READINESS_KINDS } from '#src/domain/readiness/words.ts';

/** A first time and how ready she is for it. */
export interface ReadinessEntry {
  readonly readiness: Readiness;
  readonly check: ReadinessCheck | null;
}

/** How ready a trainee is for each first time, from what was already read. */
export function readinessEntries(
  checks: readonly ReadinessCheck[],
  doneModules: ReadonlySet<string>,
): readonly ReadinessEntry[] {
  return READINESS_KINDS.map((kind) => {
    const check = checks.find((one) => one.kind === kind) ?? null;
    return { check, readiness: readinessOf({ kind, check, doneModules }) };
  });
}

/** The same, asked. Two queries in one round trip. */
export async function loadReadiness(db: Reader, traineeId: string): Promise<readonly ReadinessEntry[]> {
  const [checks, doneModules] = await Promise.all([listReadinessChecks(db, traineeId), listDoneModules(db, traineeId)]);
  return readinessEntries(checks, doneModules);
}
