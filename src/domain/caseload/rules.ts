import type { CaseRule, CaseRules, Verdict } from './rulesSchema.ts';
import type { Carrying } from './words.ts';

/** The attribute of a rule that is about every case. */
export const ANY_ATTRIBUTE = 'any';

/** What one rule says of a case for a trainee in her week. */
export interface RuleFinding {
  readonly verdict: Verdict;
  /** The ids that the rule names, and what people read for them. */
  readonly attribute: string;
  readonly attributeName: string;
  readonly stage: string;
  readonly stageName: string;
  readonly reason: string;
  /** Who may set the rule aside, by job. */
  readonly approver: string;
  /** Modules that are not done yet; while there is one, the verdict is `block`. */
  readonly missingModules: readonly string[];
}

/** What a verdict is asked for. */
export interface RuleQuestion {
  readonly rules: CaseRules;
  /** Of the case, by id. Ids that the rules do not know say nothing. */
  readonly attributes: readonly string[];
  /** Her programme week, from 1; 0 before the start counts as the first stage. */
  readonly week: number;
  /** Modules that she has done, by id. */
  readonly doneModules: ReadonlySet<string> | readonly string[];
  /** What people read for a module; its id where this says nothing. */
  readonly moduleTitle?: ((id: string) => string | undefined) | undefined;
}

/** From the worst to the mildest. */
const WORST_FIRST: readonly Verdict[] = ['block', 'co_work', 'allow'];
const severity = ({ verdict }: Pick<RuleFinding, 'verdict'>) => WORST_FIRST.indexOf(verdict);

/** The stage of the rules that a programme week falls in. Throws an Error where there is no stage at all. */
export function ruleStage({ stages }: Pick<CaseRules, 'stages'>, week: number): CaseRules['stages'][number] {
  const stage = stages.find(({ untilWeek }) => untilWeek === null || week <= untilWeek) ?? stages.at(-1);
  if (!stage) throw new Error('The rules by stage name no stage.');
  return stage;
}

function withModules(rule: CaseRule, { doneModules, moduleTitle }: RuleQuestion) {
  const done = new Set(doneModules);
  const missingModules = rule.afterModules.filter((id) => !done.has(id));
  if (missingModules.length === 0) return { verdict: rule.verdict, reason: rule.reason, missingModules };
  const names = missingModules.map((id) => moduleTitle?.(id) ?? id).join('; ');
  return { verdict: 'block' as const, reason: `${rule.reason} Not done yet: ${names}.`, missingModules };
}

/**
 * What the rules by stage say of a case for a trainee in a programme week, worst first. A rule whose modules are not all done
 * blocks, whatever its verdict, and names them. Empty where no rule is about the case: then it is allowed.
 * Source: an office's setting (docs/decisions.md, "Rules by stage"); no published source sets these rules.
 */
export function verdictOn(question: RuleQuestion): RuleFinding[] {
  const { rules, attributes, week } = question;
  const stage = ruleStage(rules, week);
  const names = new Map(rules.attributes.map(({ id, name }) => [id, name]));
  const isAbout = (rule: CaseRule) => rule.attribute === ANY_ATTRIBUTE || attributes.includes(rule.attribute);
  return rules.rules
    .filter((rule) => rule.stage === stage.id && isAbout(rule))
    .map((rule) => ({
      attribute: rule.attribute,
      attributeName: names.get(rule.attribute) ?? 'Every case',
      stage: stage.id,
      stageName: stage.name,
      approver: rule.approver,
      ...withModules(rule, question),
    }))
    .toSorted((one, other) => severity(one) - severity(other));
}

/** Whether a way of carrying a case is open under a verdict: shadowing always is, co-working unless it is blocked. */
export function mayCarry(verdict: Verdict, carrying: Carrying): boolean {
  if (carrying === 'shadow' || verdict === 'allow') return true;
  return verdict === 'co_work' && carrying === 'co_work';
}

/** The findings that stand in the way of carrying the case so, worst first: each must be set aside by its approver. */
export function standInTheWay(findings: readonly RuleFinding[], carrying: Carrying): RuleFinding[] {
  return findings.filter(({ verdict }) => !mayCarry(verdict, carrying));
}
