import { breathe } from '#db/breathe.ts';
import { listEveryTrainee } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { type Load, needsLimit } from '#src/domain/caseload/load.ts';
import { readCaseloads } from './caseload.ts';
import { today } from './portal.ts';

/** How many trainees are within their limit, over it, or have none yet. Counts alone: an administrator sees nobody's cases. */
export interface LimitCounts {
  readonly within: number;
  readonly over: number;
  /** Of those over: how many with an agreement whose last day has not passed. */
  readonly overAgreed: number;
  /** Before, after or without a published reduction for this part of the programme. */
  readonly noLimit: number;
}

const ROWS_AT_ONCE = 100;
const nobody = { within: 0, over: 0, overAgreed: 0, noLimit: 0 };

function stateOf(load: Load): 'within' | 'over' | 'noLimit' {
  if (load.limit === 'over') return 'over';
  return needsLimit(load) ? 'noLimit' : 'within';
}

/** The counts of today. Two queries in two round trips; the sums give the loop back every hundred trainees. */
export async function countLimits(db: Reader): Promise<LimitCounts> {
  const day = today();
  const trainees = await listEveryTrainee(db);
  const caseloadFor = await readCaseloads(
    db,
    trainees.map(({ traineeId }) => traineeId),
  );
  const counts = { ...nobody };
  for (const [index, trainee] of trainees.entries()) {
    if (index % ROWS_AT_ONCE === 0) await breathe();
    const { load, agreement } = caseloadFor(trainee);
    counts[stateOf(load)] += 1;
    if (load.limit === 'over' && agreement && agreement.until >= day) counts.overAgreed += 1;
  }
  return counts;
}
