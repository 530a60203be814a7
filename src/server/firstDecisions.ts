import { type FirstDecision, listFirstDecisions } from '#db/queries/firstDecisions.ts';
import type { Reader } from '#db/client.ts';

/** So many assessors are remembered: whoever looked longest ago is asked for anew. */
const MOST_ASSESSORS = 100;

interface Known {
  /** Decided then or later, in seconds. */
  readonly since: number;
  /** Place of the newest one known. */
  readonly newest: number;
  readonly decided: readonly FirstDecision[];
}

const known = new WeakMap<Reader, Map<string, Known>>();

/**
 * First decisions of an assessor since an instant, in seconds. What is known of them cannot change, so only what was written since is
 * asked for: it counts at once, and nothing is ever out of date (docs/performance.md). One query.
 */
export async function firstDecisionsOf(
  db: Reader,
  assessorId: string,
  since: number,
): Promise<readonly FirstDecision[]> {
  const assessors = known.get(db) ?? new Map<string, Known>();
  known.set(db, assessors);
  const before = knownSince(assessors.get(assessorId), since);
  const { decided, newest } = await listFirstDecisions(db, { assessorId, since, after: before.newest });
  const all = [...before.decided, ...decided];
  assessors.delete(assessorId);
  assessors.set(assessorId, { since, newest, decided: all });
  if (assessors.size > MOST_ASSESSORS) assessors.delete(assessors.keys().next().value ?? '');
  return all;
}

/** What is older than asked for goes. Nothing is known of the time before what was asked for last. */
function knownSince(last: Known | undefined, since: number): Known {
  if (last === undefined || since < last.since) return { since, newest: 0, decided: [] };
  return since === last.since ? last : { ...last, since, decided: last.decided.filter(({ to }) => to >= since) };
}
