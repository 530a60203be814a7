import { formatDay, formatInstant } from '#src/domain/calendar.ts';
import type { SettingVersion } from '#src/domain/office/settings.ts';

/** Who set a version and when: "Harvey Flint, Thursday 26 November 2026, 2:05pm", or that it is the default. */
export function setByWords({ set, version }: Pick<SettingVersion, 'set' | 'version'>): string {
  return set === null ? `Default of the portal (${version})` : `${set.by}, ${formatInstant(set.at)}`;
}

/** "Thursday 26 November 2026". */
export const dayWords = (day: string): string => formatDay(day, { year: true });
