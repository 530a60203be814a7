import type { Load } from '#src/domain/caseload/load.ts';
import type { CaseKind } from '#src/domain/caseload/words.ts';

/** Where a person is supervised, in words. */
export const CASE_KIND_NAMES: Record<CaseKind, string> = { community: 'Community', licence: 'Licence', custody: 'Custody' };

/** Within or over the limit, to her who carries it or about her. */
export function limitSentence({ limit, sentence, available }: Load, audience: 'trainee' | 'colleague'): string {
  const whose = audience === 'trainee' ? 'Your caseload' : 'The caseload';
  if (available === 0) return `${whose} has no points available at this stage: ${sentence.toLowerCase()}.`;
  return limit === 'over' ? `${whose} is over its limit: ${sentence}.` : `${whose} is within its limit: ${sentence}.`;
}

interface Allocated {
  readonly overLimitReason: string | null;
  readonly overLimitUntil: string | null;
  readonly managerName: string;
  readonly startsOn: string;
}

/** The newest agreement to go over the limit, where there is one. */
export function overAgreement(cases: readonly Allocated[]): { until: string; reason: string; by: string } | null {
  const newest = cases.filter(({ overLimitUntil }) => overLimitUntil !== null).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
  if (!newest?.overLimitUntil) return null;
  return { until: newest.overLimitUntil, reason: newest.overLimitReason ?? '', by: newest.managerName };
}
