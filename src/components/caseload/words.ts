import type { Load } from '#src/domain/caseload/load.ts';

/** Within or over the limit, to her who carries it or about her. */
export function limitSentence(load: Load, audience: 'trainee' | 'colleague'): string {
  const whose = audience === 'trainee' ? 'Your caseload' : 'The caseload';
  const numbers = load.sentence.charAt(0).toLowerCase() + load.sentence.slice(1);
  return saysLittle(load) ? `${whose}: ${numbers}.` : `${whose} is ${load.limit} its limit: ${numbers}.`;
}

/** Why the numbers do not mean what they seem to, or null. Source: docs/decisions.md, "Workload figures". */
export function loadCaution({ needsReduction, input: { place } }: Load): string | null {
  if (place.state === 'before')
    return 'The programme has not begun, so no reduction counts yet: these are the points of a qualified officer.';
  if (place.state === 'after')
    return 'The programme is over, so no reduction counts any more: these are the points of a qualified officer.';
  if (!needsReduction) return null;
  return 'No reduction is published for this part of the programme, and none has been entered: these are the points of a qualified officer. Trainee and manager agree a reduction before going by them.';
}

/** Whether "within the limit" would promise too much: it is the limit of somebody without a trainee's reduction. */
export function saysLittle(load: Load): boolean {
  return load.limit === 'within' && loadCaution(load) !== null;
}

/** "94.7%", or that there is no percentage. */
export function percentWords({ available, percent }: Pick<Load, 'available' | 'percent'>): string {
  return available === 0 ? 'no points available' : `${percent.toFixed(1)}%`;
}

interface Allocated {
  readonly overLimitReason: string | null;
  readonly overLimitUntil: string | null;
  readonly managerName: string;
  readonly startsOn: string;
}

export interface OverAgreement {
  /** The day of the first case she still carries that was allocated over the limit. */
  readonly since: string;
  readonly until: string;
  readonly reason: string;
  readonly by: string;
  /** Its last day is before `today`. */
  readonly isOver: boolean;
}

/** The newest agreement to go over the limit, where there is one. */
export function overAgreement(cases: readonly Allocated[], today: string): OverAgreement | null {
  const over = cases
    .filter(({ overLimitUntil }) => overLimitUntil !== null)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const [first, newest] = [over[0], over.at(-1)];
  if (!first || !newest?.overLimitUntil) return null;
  return {
    since: first.startsOn,
    until: newest.overLimitUntil,
    reason: newest.overLimitReason ?? '',
    by: newest.managerName,
    isOver: newest.overLimitUntil < today,
  };
}
