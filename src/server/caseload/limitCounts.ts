import { breathe } from '#db/breathe.ts';
import { listEveryTrainee } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { type Load, needsLimit } from '#src/domain/caseload/load.ts';
import { type Caseload, loadCaseloads } from '../caseload.ts';
import { keptForAMinute } from '../kept.ts';
import { officeNow } from '../office.ts';
import { today } from '../portal.ts';

/** How many trainees are within their limit, over it, or have none yet. Counts alone: an administrator sees nobody's cases. */
export interface LimitCounts {
  readonly within: number;
  readonly over: number;
  /** Of those over: how many with an agreement whose last day has not passed. */
  readonly overAgreed: number;
  /** Before, after or without a published reduction for this part of the programme. */
  readonly noLimit: number;
}

const TRAINEES_AT_ONCE = 100;

function stateOf(load: Load): 'within' | 'over' | 'noLimit' {
  if (load.limit === 'over') return 'over';
  return needsLimit(load) ? 'noLimit' : 'within';
}

function add(counts: LimitCounts, { load, agreement }: Caseload, day: string): LimitCounts {
  const state = stateOf(load);
  const isAgreed = state === 'over' && agreement !== null && agreement.until >= day;
  return { ...counts, [state]: counts[state] + 1, overAgreed: counts.overAgreed + (isAgreed ? 1 : 0) };
}

/** The counts of today, a hundred trainees and one query at a time, so that nobody waits for all of them. */
async function countLimits(db: Reader): Promise<LimitCounts> {
  const day = today();
  const [trainees, office] = await Promise.all([listEveryTrainee(db), officeNow()]);
  let counts: LimitCounts = { within: 0, over: 0, overAgreed: 0, noLimit: 0 };
  for (let first = 0; first < trainees.length; first += TRAINEES_AT_ONCE) {
    const caseloads = await loadCaseloads(db, trainees.slice(first, first + TRAINEES_AT_ONCE), office);
    counts = caseloads.reduce((sum, caseload) => add(sum, caseload, day), counts);
    await breathe();
  }
  return counts;
}

/** At most a minute old: everybody's caseload is 0.4 s of work at 2,600 trainees. */
export const limitCountsNow = keptForAMinute(countLimits);
