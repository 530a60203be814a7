import type { CaseRules } from '../caseload/rulesSchema.ts';
import { attributeName } from './describe.ts';
import { figureLabel } from './figureLabels.ts';
import { NEW_ATTRIBUTE } from './readRules.ts';
import type { SettingValue } from './settings.ts';
import type { OfficeSetting } from './words.ts';

/** Which rule a field belongs to: "Domestic abuse, Months 7 to 12, weeks 27 to 52". */
function rulePlace(field: string, base: CaseRules): string | null {
  const [list, attribute = '', stage] = field.split('.');
  if (list !== 'rules' && list !== 'modules') return null;
  const name = attribute === NEW_ATTRIBUTE ? 'The new kind of case' : attributeName(base, attribute);
  const stageName = base.stages.find(({ id }) => id === stage)?.name;
  return stageName === undefined ? name : `${name}, ${stageName.charAt(0).toLowerCase()}${stageName.slice(1)}`;
}

/** Where a field stands, for forms whose fields are many and named alike; null where its own label says enough. */
export function errorPlace<K extends OfficeSetting>(kind: K, field: string, base: SettingValue<K>): string | null {
  if (kind === 'case_rules') return rulePlace(field, base as CaseRules);
  if (kind !== 'workload_figures') return null;
  return figureLabel(field, base as SettingValue<'workload_figures'>).label;
}
