import { CARRYING_NAMES, CARRYINGS } from '../caseload/words.ts';
import type { ComplexityWeights } from '../caseload/complexitySchema.ts';
import { ANY_ATTRIBUTE } from '../caseload/rules.ts';
import { type CaseRules, type Verdict } from '../caseload/rulesSchema.ts';
import type { SignalRules } from '../signals/schema.ts';
import { SIGNAL_KINDS } from '../signals/kinds.ts';
import { ACTOR_WORDS, SIGNAL_WORDS, thresholdWords } from '../signals/words.ts';
import type { StudyTimeRules } from '../studyTime/schema.ts';
import type { SupervisionRules } from '../supervision/schema.ts';
import { figureLabel } from './figureLabels.ts';
import { editableLeaves } from './readFields.ts';
import type { SettingVersion } from './settings.ts';

/** One thing that a setting says, for comparing two versions: `id` is the same where it is about the same. */
export interface SettingLine {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What people read for ids that a setting names. */
export interface Names {
  readonly module: (id: string) => string;
  readonly route: (id: string) => string;
}

/** Verdicts as people read them. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  allow: 'Allowed',
  co_work: 'Co-work only',
  block: 'Not allowed',
};

/** What people read for an attribute of the rules; `any` is every case. */
export function attributeName({ attributes }: Pick<CaseRules, 'attributes'>, id: string): string {
  return id === ANY_ATTRIBUTE ? 'Every case' : (attributes.find((one) => one.id === id)?.name ?? id);
}

/** What a rule says of a pair in a few words: its own verdict, the one for every case where it has none, or that it is allowed. */
export function pairWords({ rules }: Pick<CaseRules, 'rules'>, attribute: string, stage: string): string {
  const ruleOf = (one: string) => rules.find((rule) => rule.attribute === one && rule.stage === stage);
  const own = ruleOf(attribute);
  if (own)
    return own.afterModules.length > 0 ? `${VERDICT_NAMES[own.verdict]}, after training` : VERDICT_NAMES[own.verdict];
  const every = ruleOf(ANY_ATTRIBUTE);
  return every ? `As every case: ${VERDICT_NAMES[every.verdict].toLowerCase()}` : 'No rule: allowed';
}

function ruleLines(rules: CaseRules, { module }: Names): SettingLine[] {
  const stages = rules.stages.map(({ id, name, untilWeek }) => ({
    id: `stage ${id}`,
    label: `Stage: ${name}`,
    text: untilWeek === null ? 'to the end' : `until week ${String(untilWeek)}`,
  }));
  const attributes = rules.attributes.map(({ id, name, meaning }) => ({
    id: `attribute ${id}`,
    label: `Attribute: ${name}`,
    text: meaning,
  }));
  const stageName = (id: string) => rules.stages.find((stage) => stage.id === id)?.name ?? id;
  const cells = rules.rules.map(({ attribute, stage, verdict, reason, approver, afterModules }) => {
    const training = afterModules.length > 0 ? ` After: ${afterModules.map(module).join('; ')}.` : '';
    return {
      id: `rule ${attribute} ${stage}`,
      label: `${attributeName(rules, attribute)}: ${stageName(stage)}`,
      text: `${VERDICT_NAMES[verdict]}. ${reason} Set aside by: ${approver}.${training}`,
    };
  });
  return [...stages, ...attributes, ...cells];
}

function complexityLines({ factors, sharePercent }: ComplexityWeights): SettingLine[] {
  return [
    ...factors.map(({ id, name, meaning, points }) => ({
      id: `factor ${id}`,
      label: name,
      text: `${String(points)} points. ${meaning}`,
    })),
    ...CARRYINGS.map((carrying) => ({
      id: `share ${carrying}`,
      label: `Usual share: ${CARRYING_NAMES[carrying].toLowerCase()}`,
      text: `${String(sharePercent[carrying])}%`,
    })),
  ];
}

function studyTimeLines({ hoursPerWeek, byRoute }: StudyTimeRules, { route }: Names): SettingLine[] {
  const hours = (value: number) => `${String(value)} hours a week, full time`;
  return [
    { id: 'general', label: 'Study time', text: hours(hoursPerWeek) },
    ...byRoute.map((one) => ({
      id: `route ${one.routeId}`,
      label: `Study time, ${route(one.routeId)}`,
      text: hours(one.hoursPerWeek),
    })),
  ];
}

function supervisionLines({ everyWeeks, firstWithinWeeks }: SupervisionRules): SettingLine[] {
  const weeks = (value: number) => `${String(value)} ${value === 1 ? 'week' : 'weeks'}`;
  return [
    { id: 'every', label: 'At most between two reviews', text: weeks(everyWeeks) },
    { id: 'first', label: 'The first within', text: `${weeks(firstWithinWeeks)} of the start` },
  ];
}

function signalLines(rules: SignalRules): SettingLine[] {
  const lines = SIGNAL_KINDS.map((kind) => {
    const { isOn, actor, returnsAfterDays } = rules.kinds[kind];
    const said = thresholdWords(kind, rules.kinds[kind], rules);
    const acts = `Acts: ${ACTOR_WORDS[actor]}. Back after ${String(returnsAfterDays)} ${returnsAfterDays === 1 ? 'day' : 'days'}.`;
    return { id: `signal ${kind}`, label: SIGNAL_WORDS[kind].name, text: isOn ? `Said ${said}. ${acts}` : 'Off' };
  });
  const weeks = `the first ${String(rules.firstWeeks)} weeks`;
  return [{ id: 'firstWeeks', label: 'Watched hardest', text: weeks }, ...lines];
}

function figureLines(value: SettingVersion<'workload_figures'>['value']): SettingLine[] {
  return editableLeaves('workload_figures', value).map((leaf) => {
    const { label, unit } = figureLabel(leaf.path, value);
    const text = typeof leaf.value === 'boolean' ? (leaf.value ? 'yes' : 'no') : String(leaf.value ?? 'not set');
    return { id: leaf.path, label, text: leaf.value === null || unit === '' ? text : `${text} ${unit}` };
  });
}

/** Everything that a version says, line by line. */
export function settingLines(version: SettingVersion, names: Names): SettingLine[] {
  switch (version.kind) {
    case 'workload_figures':
      return figureLines((version as SettingVersion<'workload_figures'>).value);
    case 'case_rules':
      return ruleLines((version as SettingVersion<'case_rules'>).value, names);
    case 'complexity':
      return complexityLines((version as SettingVersion<'complexity'>).value);
    case 'study_time':
      return studyTimeLines((version as SettingVersion<'study_time'>).value, names);
    case 'signals':
      return signalLines((version as SettingVersion<'signals'>).value);
    case 'supervision':
      return supervisionLines((version as SettingVersion<'supervision'>).value);
  }
}

/** What differs between two versions: null where it is not there at all. */
export interface SettingChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a version changes against another, in the order of the newer one; what it leaves out comes last. */
export function settingChanges(before: SettingVersion, after: SettingVersion, names: Names): SettingChange[] {
  const old = new Map(settingLines(before, names).map((line) => [line.id, line]));
  const now = settingLines(after, names);
  const kept = new Set(now.map(({ id }) => id));
  const isOther = ({ id, label, text }: SettingLine) => old.get(id)?.text !== text || old.get(id)?.label !== label;
  return [
    ...now.filter(isOther).map(({ id, label, text }) => ({ label, before: old.get(id)?.text ?? null, after: text })),
    ...[...old.values()]
      .filter(({ id }) => !kept.has(id))
      .map(({ label, text }) => ({ label, before: text, after: null })),
  ];
}
