import { type Load, needsLimit } from '#src/domain/caseload/load.ts';

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
  return load.limit === 'within' && needsLimit(load);
}

/** "94.7%", or that there is no percentage. */
export function percentWords({ available, percent }: Pick<Load, 'available' | 'percent'>): string {
  return available === 0 ? 'no points available' : `${percent.toFixed(1)}%`;
}
