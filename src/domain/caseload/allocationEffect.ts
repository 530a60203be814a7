import { blockedFromCarrying, blockedFromCases } from './allocation.ts';
import { beyondOf, type BeyondLoad } from './beyond.ts';
import type { CaseFacts, Share } from './caseFacts.ts';
import type { ComplexityWeights } from './complexitySchema.ts';
import { type Load, loadOf } from './load.ts';
import { type RuleFinding, standInTheWay, verdictOn } from './rules.ts';
import type { CaseRules } from './rulesSchema.ts';
import { underUseOf, type UnderUse } from './underUse.ts';

/** Somebody who might take a case: what she carries now and what the rules ask about her. */
export interface Taker {
  readonly load: Load;
  /** Her programme week, from 1. */
  readonly week: number;
  readonly doneModules: readonly string[];
}

/** What the office says about cases on the day. */
export interface OfficeOnCases {
  readonly rules: CaseRules;
  readonly complexity: ComplexityWeights;
  readonly moduleTitle?: ((id: string) => string | undefined) | undefined;
}

/** What taking a case, or another share of it, does to one trainee. */
export interface AllocationEffect {
  readonly before: Load;
  readonly after: Load;
  /** With complexity: shown apart, it decides nothing. */
  readonly beyondBefore: BeyondLoad;
  readonly beyondAfter: BeyondLoad;
  readonly underUse: UnderUse | null;
  /** Everything the rules say of such a case at her stage, worst first. */
  readonly findings: readonly RuleFinding[];
  /** Of these the ones that an approver must set aside for this way of carrying it. */
  readonly against: readonly RuleFinding[];
  /** Why she takes no case at the moment at all, or null. Nobody can set that aside. */
  readonly unable: string | null;
  /** Why a case that she carries is not carried another way, or null. */
  readonly fixed: string | null;
}

/** The case as it would be carried; `id` where it is one that she may carry already. */
export type AddedCase = CaseFacts & Share & { readonly id?: string | undefined };

/** The load were she to carry `added`; a case of the same id is replaced, not counted twice. */
function loadAfter(load: Load, added: AddedCase): Load {
  const others = load.input.cases.filter(({ id }) => id === undefined || id !== added.id);
  return loadOf({ ...load.input, cases: [...others, added] });
}

/** Before and after, with what the rules by stage say. Pure: the same numbers on the page and inside the transaction. */
export function allocationEffect(
  { load, week, doneModules }: Taker,
  added: AddedCase,
  { rules, complexity, moduleTitle }: OfficeOnCases,
): AllocationEffect {
  const after = loadAfter(load, added);
  const findings = verdictOn({ rules, attributes: added.attributes, week, doneModules, moduleTitle });
  return {
    before: load,
    after,
    beyondBefore: beyondOf(load, complexity),
    beyondAfter: beyondOf(after, complexity),
    underUse: underUseOf(load),
    findings: findings.filter(({ verdict }) => verdict !== 'allow'),
    against: standInTheWay(findings, added.carrying),
    unable: blockedFromCases(load.input.place),
    fixed: blockedFromCarrying(load.input.place),
  };
}
