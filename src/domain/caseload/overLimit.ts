import type { OverAgreement } from './agreement.ts';
import type { Load } from './load.ts';

/**
 * How a caseload stands to its limit: within it; over it and agreed, on the agreement's last day, after that day, or never agreed
 * (hours were taken off, other work was added, a case grew heavier, the figures changed).
 */
export type OverState = 'within' | 'agreed' | 'ends_today' | 'ended' | 'never_agreed';

/** Where a caseload stands on a day. An agreement's last day is `until`. */
export function overState(
  { limit }: Pick<Load, 'limit'>,
  agreement: Pick<OverAgreement, 'until'> | null,
  today: string,
): OverState {
  if (limit === 'within') return 'within';
  if (agreement === null) return 'never_agreed';
  if (agreement.until === today) return 'ends_today';
  return agreement.until < today ? 'ended' : 'agreed';
}
