import type { ComplexityWeights } from '../caseload/complexitySchema.ts';
import { ANY_ATTRIBUTE } from '../caseload/rules.ts';
import type { CaseRules } from '../caseload/rulesSchema.ts';
import type { StudyTimeRules } from '../studyTime/schema.ts';
import { errorPlace } from './errorPlace.ts';
import { withLeaves } from './leaves.ts';
import { type Known, settingProblems } from './problems.ts';
import { editableLeaves, type Fields, readLeaves, readNumber, type Reading } from './readFields.ts';
import { readNewFactor } from './readNew.ts';
import { moduleField, NEW_ATTRIBUTE, readRules, ruleField } from './readRules.ts';
import { OFFICE_SCHEMAS, type SettingValue } from './settings.ts';
import type { OfficeSetting } from './words.ts';

/** The field of a route's own study hours. */
export const routeField = (routeId: string): string => `byRoute.${routeId}`;

function readPlain<K extends OfficeSetting>(kind: K, base: SettingValue<K>, fields: Fields): Reading<SettingValue<K>> {
  const { value, errors } = readLeaves(editableLeaves(kind, base), fields);
  return { value: withLeaves(base, value), errors };
}

function readComplexity(base: ComplexityWeights, fields: Fields): Reading<ComplexityWeights> {
  const plain = readPlain('complexity', base, fields);
  const added = readNewFactor(fields, base.factors);
  const factors = added.value ? [...plain.value.factors, added.value] : plain.value.factors;
  return { value: { ...plain.value, factors }, errors: { ...plain.errors, ...added.errors } };
}

/** Routes whose field is empty have no entry of their own: the general hours count. */
function readStudyTime(base: StudyTimeRules, fields: Fields, { routeIds }: Known): Reading<StudyTimeRules> {
  const plain = readPlain('study_time', base, fields);
  const typed = [...routeIds].map((routeId) => ({ routeId, text: (fields(routeField(routeId)) ?? '').trim() }));
  const read = typed
    .filter(({ text }) => text !== '')
    .map(({ routeId, text }) => ({ routeId, hoursPerWeek: readNumber(text) }));
  const wrong = read.filter(({ hoursPerWeek }) => hoursPerWeek === null);
  const errors = wrong.map(({ routeId }) => [routeField(routeId), 'Give the hours in digits, or leave it empty']);
  const byRoute = read.flatMap(({ routeId, hoursPerWeek }) =>
    hoursPerWeek === null ? [] : [{ routeId, hoursPerWeek }],
  );
  return {
    value: { ...plain.value, byRoute },
    errors: { ...plain.errors, ...(Object.fromEntries(errors) as Record<string, string>) },
  };
}

function readAny(
  kind: OfficeSetting,
  base: unknown,
  { fields, known }: { fields: Fields; known: Known },
): Reading<unknown> {
  switch (kind) {
    case 'case_rules':
      return readRules(base as CaseRules, fields);
    case 'complexity':
      return readComplexity(base as ComplexityWeights, fields);
    case 'study_time':
      return readStudyTime(base as StudyTimeRules, fields, known);
    case 'workload_figures':
    case 'supervision':
    case 'signals':
      return readPlain(kind, base as SettingValue<typeof kind>, fields);
  }
}

interface Place {
  readonly list: string | undefined;
  readonly index: number;
  readonly part: string;
}

/** What was typed for an entry that the form added: an id comes from its name. */
const ofNew = (prefix: string, part: string) => `${prefix}.${part === 'id' ? 'name' : part}`;

function fieldOfRule(before: CaseRules, value: CaseRules, { list, index, part }: Place): string | null {
  if (list === 'attributes') return index < before.attributes.length ? null : ofNew('newAttribute', part);
  const rule = list === 'rules' ? value.rules[index] : undefined;
  if (!rule) return null;
  const isKnown = [ANY_ATTRIBUTE, ...before.attributes.map(({ id }) => id)].includes(rule.attribute);
  const key = isKnown ? rule.attribute : NEW_ATTRIBUTE;
  if (part === 'afterModules') return moduleField(key, 0);
  return ruleField(key, rule.stage, part === 'reason' || part === 'approver' ? part : 'verdict');
}

function fieldOfFactor({ factors }: ComplexityWeights, { list, index, part }: Place): string | null {
  return list === 'factors' && index >= factors.length ? ofNew('newFactor', part) : null;
}

interface Versions {
  readonly before: unknown;
  readonly value: unknown;
}

/** The field in which a part of a value was typed: lists that a form shows as a table have other names there. */
function fieldOf(kind: OfficeSetting, path: string, { before, value }: Versions): string {
  const [list, index, part = ''] = path.split('.');
  const place = { list, index: Number(index), part };
  if (kind === 'case_rules') return fieldOfRule(before as CaseRules, value as CaseRules, place) ?? path;
  if (kind === 'complexity') return fieldOfFactor(before as ComplexityWeights, place) ?? path;
  if (kind !== 'study_time' || list !== 'byRoute') return path;
  return routeField((value as StudyTimeRules).byRoute[place.index]?.routeId ?? '');
}

/** Errors that say where they are, since a list of them stands at the top of the page. */
function placed<K extends OfficeSetting>(kind: K, base: SettingValue<K>, errors: Readonly<Record<string, string>>) {
  const entries = Object.entries(errors).map(([field, message]) => {
    const place = errorPlace(kind, field, base);
    return [field, place === null ? message : `${place}. ${message}`];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * A new value of a setting from its form, beginning from `base`: what a form has no field for stays as it is there. Held against
 * the same schema and the same rules as a content file. `value` is null while anything is wrong.
 */
export function readSetting<K extends OfficeSetting>(
  kind: K,
  base: SettingValue<K>,
  { fields, known }: { fields: Fields; known: Known },
): { readonly value: SettingValue<K> | null; readonly errors: Readonly<Record<string, string>> } {
  const read = readAny(kind, base, { fields, known });
  if (Object.keys(read.errors).length > 0) return { value: null, errors: placed(kind, base, read.errors) };
  const parsed = OFFICE_SCHEMAS[kind].safeParse(read.value);
  const issues = parsed.success
    ? settingProblems(kind, parsed.data as SettingValue<K>, known)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  if (issues.length === 0) return { value: parsed.data as SettingValue<K>, errors: {} };
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[fieldOf(kind, path, { before: base, value: read.value })] ??= message;
  return { value: null, errors: placed(kind, base, errors) };
}
