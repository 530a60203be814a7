import { addDays } from '../calendar.ts';
import { type Office, type SettingVersion, settingOn, versionsOf } from './settings.ts';
import type { OfficeSetting } from './words.ts';

/** The versions of a setting as they stand on a day. */
export interface SettingTimeline<K extends OfficeSetting = OfficeSetting> {
  readonly inForce: SettingVersion<K>;
  /** In force since this day: the first one of its version. */
  readonly since: string;
  /** Those that count from a later day, soonest first. Of two for one day only the one that was set later ever counts. */
  readonly coming: readonly SettingVersion<K>[];
  /** Those that counted before, newest first, with their first and last days. */
  readonly past: readonly { readonly version: SettingVersion<K>; readonly from: string; readonly until: string }[];
}

/** Whether a version ever counts: it is the one in force on its own first day. */
const everCounts = (office: Office, version: SettingVersion): boolean =>
  settingOn(office, version.kind, version.effectiveFrom).version === version.version;

/** What is in force, what comes, and what was, on a day. */
export function settingTimeline<K extends OfficeSetting>(office: Office, kind: K, day: string): SettingTimeline<K> {
  const inForce = settingOn(office, kind, day);
  const counting = versionsOf(office, kind).filter((version) => everCounts(office, version));
  const before = counting.filter(({ effectiveFrom }) => effectiveFrom < inForce.effectiveFrom);
  const past = before.map((version, index) => ({
    version,
    from: version.effectiveFrom,
    until: addDays((before[index + 1] ?? inForce).effectiveFrom, -1),
  }));
  return {
    inForce,
    since: inForce.effectiveFrom,
    coming: counting.filter(({ effectiveFrom }) => effectiveFrom > day && effectiveFrom > inForce.effectiveFrom),
    past: past.toReversed(),
  };
}

/** The version that was entered last, in force or not: a form that began from another does not know of it. */
export function newestVersion<K extends OfficeSetting>(office: Office, kind: K): SettingVersion<K> {
  const all = versionsOf(office, kind);
  const entered = all.toSorted((one, other) => (one.set?.at.getTime() ?? 0) - (other.set?.at.getTime() ?? 0));
  const newest = entered.at(-1);
  if (!newest) throw new Error(`There is no version of the setting ${kind}.`);
  return newest;
}

/** A version of a setting by its name, or null where there is none. */
export function versionNamed<K extends OfficeSetting>(office: Office, kind: K, name: string): SettingVersion<K> | null {
  return versionsOf(office, kind).find(({ version }) => version === name) ?? null;
}

/** One version of a setting as a page shows it. */
export interface SettingView {
  readonly timeline: SettingTimeline;
  readonly shown: SettingVersion;
  /** The version that counted on the day before it; null for the first one. */
  readonly before: SettingVersion | null;
  readonly state: 'in_force' | 'to_come' | 'before';
  /** A default that would count by now, had the office set nothing. */
  readonly newerDefault: SettingVersion | null;
}

interface Asked {
  readonly kind: OfficeSetting;
  readonly day: string;
  /** Null for the one in force. */
  readonly version: string | null;
}

function stateOf(
  { effectiveFrom, version }: SettingVersion,
  inForce: SettingVersion,
  day: string,
): SettingView['state'] {
  if (version === inForce.version) return 'in_force';
  return effectiveFrom > day ? 'to_come' : 'before';
}

/** The version that was asked for, among the others; null where there is none of that name. */
export function settingView(office: Office, { kind, day, version }: Asked): SettingView | null {
  const timeline: SettingTimeline = settingTimeline(office, kind, day);
  const shown: SettingVersion | null = version === null ? timeline.inForce : versionNamed(office, kind, version);
  if (!shown) return null;
  const all: readonly SettingVersion[] = versionsOf(office, kind);
  const isFirst = all.every(({ effectiveFrom }) => effectiveFrom >= shown.effectiveFrom);
  const isNewerDefault = ({ set, effectiveFrom }: SettingVersion) =>
    set === null && effectiveFrom <= day && effectiveFrom > timeline.since;
  return {
    timeline,
    shown,
    before: isFirst ? null : settingOn(office, kind, addDays(shown.effectiveFrom, -1)),
    state: stateOf(shown, timeline.inForce, day),
    newerDefault: all.findLast(isNewerDefault) ?? null,
  };
}
