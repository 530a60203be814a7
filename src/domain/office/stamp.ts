import type { WorkloadFigures } from '../caseload/schema.ts';
import type { SettingValue, SettingVersion } from './settings.ts';
import type { OfficeSetting } from './words.ts';

/** What a value says of itself, apart from what it sets: of workload figures their version, first day and source. */
export interface Stamp {
  readonly effectiveFrom: string;
  readonly base: Pick<SettingVersion, 'set'>;
}

function stampedFigures(value: WorkloadFigures, { effectiveFrom, base }: Stamp): WorkloadFigures {
  const { title } = value.source;
  return {
    ...value,
    version: `office-${effectiveFrom}`,
    effectiveFrom,
    source: { ...value.source, title: base.set === null ? `Set by the office, begun from: ${title}` : title },
  };
}

/** The value as it is kept: figures say that the office set them, and from which source they began. */
export function stamped<K extends OfficeSetting>(kind: K, value: SettingValue<K>, stamp: Stamp): SettingValue<K> {
  if (kind !== 'workload_figures') return value;
  return stampedFigures(value as WorkloadFigures, stamp) as SettingValue<K>;
}
