import type { CaseRules } from '../caseload/rulesSchema.ts';
import { attributeName } from './describe.ts';
import { figureLabel } from './figureLabels.ts';
import { NEW_ATTRIBUTE } from './readRules.ts';
import type { SettingValue } from './settings.ts';
import { SIGNAL_KINDS } from '../signals/kinds.ts';
import { SIGNAL_WORDS } from '../signals/words.ts';
import type { OfficeSetting } from './words.ts';

/** Which rule a field belongs to: "Domestic abuse, Months 7 to 12, weeks 27 to 52". */
function rulePlace(field: string, base: CaseRules): string | null {
  const [list, attribute = '', stage] = field.split('.');
  if (list !== 'rules' && list !== 'modules') return null;
  const name = attribute === NEW_ATTRIBUTE ? 'The new kind of case' : attributeName(base, attribute);
  const stageName = base.stages.find(({ id }) => id === stage)?.name;
  return stageName === undefined ? name : `${name}, ${stageName.charAt(0).toLowerCase()}${stageName.slice(1)}`;
}

/** Which signal a field belongs to, and which of its three numbers it is. */
function signalPlace(field: string): string | null {
  const [list, kind, part] = field.split('.');
  const known = SIGNAL_KINDS.find((one) => one === kind);
  if (list !== 'kinds' || known === undefined) return null;
  const which = {
    from: 'from',
    fromInFirstWeeks: 'in the first weeks',
    returnsAfterDays: 'back after',
    actor: 'who acts',
  };
  return `${SIGNAL_WORDS[known].name}, ${which[part as keyof typeof which]}`;
}

/** Where a field stands, for forms whose fields are many and named alike; null where its own label says enough. */
export function errorPlace<K extends OfficeSetting>(kind: K, field: string, base: SettingValue<K>): string | null {
  if (kind === 'case_rules') return rulePlace(field, base as CaseRules);
  if (kind === 'signals') return signalPlace(field);
  if (kind !== 'workload_figures') return null;
  return figureLabel(field, base as SettingValue<'workload_figures'>).label;
}
