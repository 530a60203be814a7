import type { ComplexityWeights } from '../caseload/complexitySchema.ts';
import { ANY_ATTRIBUTE } from '../caseload/rules.ts';
import type { CaseRules } from '../caseload/rulesSchema.ts';
import type { WorkloadFigures } from '../caseload/schema.ts';
import { STAGE_REASON } from '../caseload/words.ts';
import { signalProblems } from '../signals/problems.ts';
import type { StudyTimeRules } from '../studyTime/schema.ts';
import type { SettingValue } from './settings.ts';
import type { OfficeSetting } from './words.ts';

/** Something that is wrong within a setting though each part fits the schema. `path` is dotted, from the value. */
export interface SettingProblem {
  readonly path: string;
  readonly message: string;
}

/** What a setting may name. */
export interface Known {
  readonly moduleIds: ReadonlySet<string>;
  readonly routeIds: ReadonlySet<string>;
}

/** The second and further entries of a list that have the key of an earlier one. */
function repeated<T>(list: readonly T[], keyOf: (item: T) => string): number[] {
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const isRepeated = seen.has(keyOf(item));
    seen.add(keyOf(item));
    return isRepeated ? [index] : [];
  });
}

function stageProblems({ stages }: CaseRules): SettingProblem[] {
  const at = (index: number, message: string) => ({ path: `stages.${String(index)}.untilWeek`, message });
  const order = stages.flatMap(({ untilWeek }, index) => {
    const isLast = index === stages.length - 1;
    if (isLast) return untilWeek === null ? [] : [at(index, 'The last stage has no last week: write null.')];
    if (untilWeek === null) return [at(index, 'Only the last stage goes on to the end. Give its last week.')];
    const before = stages[index - 1]?.untilWeek ?? 0;
    return untilWeek > before ? [] : [at(index, `It ends after the stage before it, so after week ${String(before)}.`)];
  });
  const twice = repeated(stages, ({ id }) => id);
  return [
    ...order,
    ...twice.map((index) => ({ path: `stages.${String(index)}.id`, message: 'Two stages have this id.' })),
  ];
}

function attributeProblems({ attributes }: CaseRules): SettingProblem[] {
  const at = (index: number, message: string) => ({ path: `attributes.${String(index)}.id`, message });
  return [
    ...repeated(attributes, ({ id }) => id).map((index) => at(index, 'Two attributes have this id.')),
    ...attributes.flatMap(({ id }, index) =>
      id === ANY_ATTRIBUTE ? [at(index, `"${ANY_ATTRIBUTE}" stands for every case. Give it another id.`)] : [],
    ),
  ];
}

function ruleProblems({ stages, attributes, rules }: CaseRules, { moduleIds }: Known): SettingProblem[] {
  const stageIds = new Set(stages.map(({ id }) => id));
  const attributeIds = new Set([ANY_ATTRIBUTE, ...attributes.map(({ id }) => id)]);
  const named = rules.flatMap(({ stage, attribute, afterModules }, index) => {
    const at = (field: string, message: string) => ({ path: `rules.${String(index)}.${field}`, message });
    return [
      ...(stageIds.has(stage) ? [] : [at('stage', `There is no stage "${stage}" here.`)]),
      ...(attributeIds.has(attribute) ? [] : [at('attribute', `There is no attribute "${attribute}" here.`)]),
      ...afterModules.flatMap((id, place) =>
        moduleIds.has(id)
          ? []
          : [at(`afterModules.${String(place)}`, `There is no module "${id}" in src/content/modules.`)],
      ),
    ];
  });
  const twice = repeated(rules, ({ stage, attribute }) => `${attribute} ${stage}`);
  const message = 'There is a rule for this attribute and stage already. One rule a pair.';
  return [...named, ...twice.map((index) => ({ path: `rules.${String(index)}.attribute`, message }))];
}

function complexityProblems({ factors }: ComplexityWeights): SettingProblem[] {
  const twice = repeated(factors, ({ id }) => id);
  return twice.map((index) => ({ path: `factors.${String(index)}.id`, message: 'Two factors have this id.' }));
}

function studyTimeProblems({ byRoute }: StudyTimeRules, { routeIds }: Known): SettingProblem[] {
  const at = (index: number, message: string) => ({ path: `byRoute.${String(index)}.routeId`, message });
  return [
    ...repeated(byRoute, ({ routeId }) => routeId).map((index) => at(index, 'This route has an entry already.')),
    ...byRoute.flatMap(({ routeId }, index) =>
      routeIds.has(routeId) ? [] : [at(index, `There is no route "${routeId}" in src/content/programme.`)],
    ),
  ];
}

function figureProblems({ limitPercent, secondLinePercent, reductions }: WorkloadFigures): SettingProblem[] {
  const secondLine = { path: 'secondLinePercent', message: 'The second line is not lower than the limit.' };
  const named = reductions.flatMap(({ id, percent, maximumPercent }, index) => {
    const at = (field: string, message: string) => ({ path: `reductions.${String(index)}.${field}`, message });
    return [
      ...(id === STAGE_REASON
        ? [at('id', `"${STAGE_REASON}" stands for what a manager sets for a stage. Give it another id.`)]
        : []),
      ...(percent !== null && percent > maximumPercent
        ? [at('percent', 'It is not more than the most for this reason.')]
        : []),
    ];
  });
  const twice = repeated(reductions, ({ id }) => id).map((index) => ({
    path: `reductions.${String(index)}.id`,
    message: 'Two reasons have this id.',
  }));
  return [...(secondLinePercent < limitPercent ? [secondLine] : []), ...named, ...twice];
}

/** What is wrong within a setting: names that lead nowhere, parts that contradict each other. The same for content files and for forms. */
export function settingProblems<K extends OfficeSetting>(
  kind: K,
  value: SettingValue<K>,
  known: Known,
): SettingProblem[] {
  const rules: { [Kind in OfficeSetting]: (value: SettingValue<Kind>) => SettingProblem[] } = {
    workload_figures: figureProblems,
    case_rules: (of) => [...stageProblems(of), ...attributeProblems(of), ...ruleProblems(of, known)],
    complexity: complexityProblems,
    study_time: (of) => studyTimeProblems(of, known),
    supervision: () => [],
    signals: signalProblems,
  };
  return rules[kind](value);
}
