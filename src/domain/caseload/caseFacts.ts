import type { Activity, Carrying, CaseKind, LetterTier, Tier } from './words.ts';

/** What is known of a case and decides its weight and which rules are about it. Never who the person is. */
export interface CaseFacts {
  readonly tier: Tier;
  readonly kind: CaseKind;
  readonly transitionToAdulthood: boolean;
  readonly letterTier: LetterTier | null;
  readonly activity: Activity;
  /** Ids that the rules by stage name. */
  readonly attributes: readonly string[];
  /** Ids of the office's complexity factors. */
  readonly complexity: readonly string[];
}

/** How a trainee carries a case, and how much of it is hers, in whole percent. */
export interface Share {
  readonly carrying: Carrying;
  readonly sharePercent: number;
}

/** Most of one case that the portal's trainees may carry between them. */
const WHOLE_CASE = 100;

/** How much of a case is left for one more, given the shares that are carried already. */
export function shareLeft(shares: readonly Pick<Share, 'sharePercent'>[]): number {
  return Math.max(0, WHOLE_CASE - shares.reduce((sum, { sharePercent }) => sum + sharePercent, 0));
}
