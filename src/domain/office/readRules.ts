import { ANY_ATTRIBUTE } from '../caseload/rules.ts';
import { type CaseRule, type CaseRules, type Verdict, VERDICTS } from '../caseload/rulesSchema.ts';
import { withLeaves } from './leaves.ts';
import { editableLeaves, type Fields, lineProblem, readLeaves, readLine, type Reading } from './readFields.ts';
import { readNewAttribute } from './readNew.ts';

/** What the fields of a new attribute's rules are called by, since it has no id yet. */
export const NEW_ATTRIBUTE = 'new';

/** The field of a part of the rule for an attribute and a stage. */
export function ruleField(attribute: string, stage: string, part: 'verdict' | 'reason' | 'approver'): string {
  return `rules.${attribute}.${stage}.${part}`;
}

/** The field of the training that comes first for an attribute, counted from 0. */
export function moduleField(attribute: string, index: number): string {
  return `modules.${attribute}.${String(index)}`;
}

/** Modules that any rule about an attribute asks for, each once. */
export function modulesOf({ rules }: Pick<CaseRules, 'rules'>, attribute: string): string[] {
  return [...new Set(rules.filter((rule) => rule.attribute === attribute).flatMap(({ afterModules }) => afterModules))];
}

/** How many fields for training an attribute has: one for each module it asks for already, and one more. */
export const moduleFieldCount = (base: CaseRules, attribute: string): number => modulesOf(base, attribute).length + 1;

interface Row {
  /** What the fields are called by. */
  readonly key: string;
  readonly attribute: string;
}

const isVerdict = (text: string): text is Verdict => (VERDICTS as readonly string[]).includes(text);

/** The training for one row: unchanged where the same modules were chosen, so that rules keep what each of them asks for. */
function readModules(
  base: CaseRules,
  { key, attribute }: Row,
  fields: Fields,
): (rule: CaseRule | undefined) => string[] {
  const count = moduleFieldCount(base, attribute);
  const sent = Array.from({ length: count }, (_none, index) => (fields(moduleField(key, index)) ?? '').trim());
  const chosen = [...new Set(sent.filter((id) => id !== ''))];
  const before = modulesOf(base, attribute);
  const isSame = chosen.length === before.length && chosen.every((id) => before.includes(id));
  return (rule) => (isSame && rule ? rule.afterModules : chosen);
}

/** The rule for a row and a stage, or null where none was chosen: then such a case is allowed. */
function readRule(
  row: Row,
  stage: string,
  { base, fields }: { base: CaseRules; fields: Fields },
): Reading<CaseRule | null> {
  const text = (part: Parameters<typeof ruleField>[2]) => readLine(fields(ruleField(row.key, stage, part)));
  const verdict = text('verdict');
  if (verdict === '') return { value: null, errors: {} };
  if (!isVerdict(verdict))
    return { value: null, errors: { [ruleField(row.key, stage, 'verdict')]: 'Choose one of the options' } };
  const before = base.rules.find((rule) => rule.attribute === row.attribute && rule.stage === stage);
  const rule = { attribute: row.attribute, stage, verdict, reason: text('reason'), approver: text('approver') };
  const errors = (['reason', 'approver'] as const).flatMap((part) => {
    const error = lineProblem(rule[part]);
    return error === null ? [] : [[ruleField(row.key, stage, part), error]];
  });
  const value = { ...rule, afterModules: readModules(base, row, fields)(before) };
  return { value, errors: Object.fromEntries(errors) as Record<string, string> };
}

/** Reads the rules by stage from their form, beginning from `base`. Ids and the number of stages stay. */
export function readRules(base: CaseRules, fields: Fields): Reading<CaseRules> {
  const leaves = readLeaves(editableLeaves('case_rules', base), fields);
  const { stages, attributes } = withLeaves(base, leaves.value);
  const added = readNewAttribute(fields, attributes);
  const rows: Row[] = [ANY_ATTRIBUTE, ...attributes.map(({ id }) => id)].map((id) => ({ key: id, attribute: id }));
  if (added.value) rows.push({ key: NEW_ATTRIBUTE, attribute: added.value.id });
  const cells = rows.flatMap((row) => stages.map(({ id }) => readRule(row, id, { base, fields })));
  return {
    value: {
      stages,
      attributes: added.value ? [...attributes, added.value] : attributes,
      rules: cells.flatMap(({ value }) => value ?? []),
    },
    errors: Object.assign({}, leaves.errors, added.errors, ...cells.map(({ errors }) => errors)) as Record<
      string,
      string
    >,
  };
}
