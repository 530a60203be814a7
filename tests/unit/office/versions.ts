import { readFileSync } from 'node:fs';
import type { SignalRules } from '#src/domain/signals/schema.ts';
import type { Office, SettingVersion } from '#src/domain/office/settings.ts';
import { defaultComplexity, defaultRules } from '../caseload/office.ts';
import { figures } from '../caseload/figures.ts';

interface Change {
  readonly from: string;
  /** When it was entered, in seconds; a default was never entered. */
  readonly at?: number;
}

/** A version of the workload figures with its own limit, so that it can be told apart. */
export function figuresVersion(
  version: string,
  { from, at }: Change,
  change: Partial<typeof figures> = {},
): SettingVersion {
  return {
    kind: 'workload_figures',
    version,
    effectiveFrom: from,
    value: { ...figures, version, effectiveFrom: from, ...change },
    set: at === undefined ? null : { at: new Date(at * 1000), by: 'Harvey Lunn', reason: 'Our policy' },
    note: 'Our policy',
  };
}

/** A version of the rules by stage. */
export function rulesVersion(version: string, { from, at }: Change): SettingVersion {
  return {
    ...figuresVersion(version, { from, ...(at === undefined ? {} : { at }) }),
    kind: 'case_rules',
    value: defaultRules,
  };
}

export const officeOf = (...versions: readonly SettingVersion[]): Office => ({ versions });

export const known = {
  moduleIds: new Set(['assess-domestic-abuse-and-children', 'parole-recall']),
  routeIds: new Set(['standard-15', 'standard-21', 'part-time-30']),
};

export const names = { module: (id: string) => `“${id}”`, route: (id: string) => `the route ${id}` };

function value(name: string): unknown {
  const file = new URL(`../../../src/content/office/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { value: unknown }).value;
}

export const defaults = {
  workload_figures: figures,
  case_rules: defaultRules,
  complexity: defaultComplexity,
  study_time: value('study-time') as { hoursPerWeek: number; byRoute: { routeId: string; hoursPerWeek: number }[] },
  supervision: value('supervision') as { everyWeeks: number; firstWithinWeeks: number },
  signals: value('signals') as SignalRules,
};
