import { editableLeaves } from '#src/domain/office/readFields.ts';
import { moduleField, modulesOf, ruleField } from '#src/domain/office/readRules.ts';
import { readSetting } from '#src/domain/office/readSetting.ts';
import type { SettingValue } from '#src/domain/office/settings.ts';
import type { OfficeSetting } from '#src/domain/office/words.ts';
import { defaults, known } from './versions.ts';

const rules = defaults.case_rules;

/** A form as a page shows it: a field for each value, those of the rules and routes too. */
export function formOf(kind: OfficeSetting): Record<string, string> {
  const plain = editableLeaves(kind, defaults[kind]).map(({ path, value }) => {
    const shown = typeof value === 'boolean' ? (value ? 'yes' : '') : String(value ?? '');
    return [path, shown] as const;
  });
  const matrix = rules.rules.flatMap(({ attribute, stage, verdict, reason, approver }) => [
    [ruleField(attribute, stage, 'verdict'), verdict] as const,
    [ruleField(attribute, stage, 'reason'), reason] as const,
    [ruleField(attribute, stage, 'approver'), approver] as const,
  ]);
  const training = ['any', ...rules.attributes.map(({ id }) => id)].flatMap((id) =>
    modulesOf(rules, id).map((module, index) => [moduleField(id, index), module] as const),
  );
  return Object.fromEntries(kind === 'case_rules' ? [...plain, ...matrix, ...training] : plain);
}

/** Reads a form with some fields typed anew, beginning from the default. */
export function read<K extends OfficeSetting>(kind: K, change: Record<string, string> = {}) {
  const form = new Map(Object.entries({ ...formOf(kind), ...change }));
  const base = defaults[kind] as unknown as SettingValue<K>;
  return readSetting(kind, base, { fields: (name) => form.get(name) ?? null, known });
}
