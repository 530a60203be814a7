import type { SignalFacts } from './facts.ts';
import { SIGNAL_KINDS, type SignalKind } from './kinds.ts';
import { overLimit, ruleOverride } from './rules/caseload.ts';
import { assessorSilent, evidenceReturned } from './rules/evidence.ts';
import { modulesLate, noSignIn, placementCancelled, studyTimeLost } from './rules/learning.ts';
import type { Rule } from './rules/rule.ts';
import { breakEnding, supervisionGap, wellbeing } from './rules/support.ts';
import type { SignalRules } from './schema.ts';
import type { Signal } from './signal.ts';

const RULES: Readonly<Record<SignalKind, Rule>> = {
  'modules-late': modulesLate,
  'no-sign-in': noSignIn,
  'evidence-returned': evidenceReturned,
  'assessor-silent': assessorSilent,
  'over-limit': overLimit,
  'rule-override': ruleOverride,
  'study-time-lost': studyTimeLost,
  'supervision-gap': supervisionGap,
  'placement-cancelled': placementCancelled,
  'break-ending': breakEnding,
  wellbeing,
};

/** Whether she is in the weeks that are watched hardest: weeks of her programme, so a break in them does not use them up. */
export function isInFirstWeeks({ place }: Pick<SignalFacts, 'place'>, { firstWeeks }: SignalRules): boolean {
  const isInProgramme = place.state === 'running' || place.state === 'paused';
  return isInProgramme && place.week >= 1 && place.week <= firstWeeks;
}

/**
 * Everything that needs a look about one trainee on a day, in the order of the kinds; each rule looks at its own facts alone. Nothing
 * before her first day and after her last. Source: docs/signals.md.
 */
export function signalsOf(facts: SignalFacts, rules: SignalRules): Signal[] {
  if (facts.place.state === 'before' || facts.place.state === 'after') return [];
  const isFirst = isInFirstWeeks(facts, rules);
  return SIGNAL_KINDS.flatMap((kind) => {
    const { isOn, from, fromInFirstWeeks, actor } = rules.kinds[kind];
    const found = isOn ? RULES[kind](facts, isFirst ? fromInFirstWeeks : from) : null;
    return found ? [{ kind, traineeId: facts.traineeId, actor, ...found }] : [];
  });
}
