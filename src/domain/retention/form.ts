import { GROUP_WORDS, RECORD_GROUPS, type RecordGroup } from './words.ts';
import { keptWords, type RetentionRules, retentionRulesSchema, type RuleChange } from './rules.ts';

export const keepField = (group: RecordGroup) => `keep-${group}`;
export const unitField = (group: RecordGroup) => `unit-${group}`;

/** Rules from the fields of a form, and what is wrong with them, by field. */
export function readRules(field: (name: string) => string): {
  rules: RetentionRules | null;
  errors: Record<string, string>;
} {
  const typed = RECORD_GROUPS.map((group) => {
    const text = field(keepField(group)).trim();
    return [group, { keepFor: /^\d{1,4}$/u.test(text) ? Number(text) : NaN, unit: field(unitField(group)) }] as const;
  });
  const read = retentionRulesSchema.safeParse(Object.fromEntries(typed));
  if (read.success) return { rules: read.data, errors: {} };
  const errors: Record<string, string> = {};
  for (const { path, message, code } of read.error.issues) {
    const group = RECORD_GROUPS.find((one) => one === path[0]);
    if (!group) continue;
    const isUnit = path[1] === 'unit';
    const name = isUnit ? unitField(group) : keepField(group);
    errors[name] ??= code === 'invalid_type' || isUnit ? wanted(group, isUnit) : message.replace(/\.$/u, '');
  }
  return { rules: null, errors };
}

const wanted = (group: RecordGroup, isUnit: boolean) =>
  isUnit
    ? `Choose days or months for ${GROUP_WORDS[group].name.toLowerCase()}`
    : `Give a whole number for ${GROUP_WORDS[group].name.toLowerCase()}`;

/** What is asked once more where something is kept for a shorter time than before. */
export function shorterWords(changes: readonly RuleChange[]): string | null {
  const shorter = changes.filter(({ isShorter }) => isShorter);
  if (shorter.length === 0) return null;
  const each = shorter.map(
    ({ group, before, after }) =>
      `${GROUP_WORDS[group].name.toLowerCase()} ${keptWords(after)} instead of ${keptWords(before)}`,
  );
  return `Shorter than now: ${each.join('; ')}. It counts for what is kept already too. Tick that you mean it`;
}
