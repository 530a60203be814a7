import { z } from 'astro/zod';
import { complexitySchema } from '../caseload/complexitySchema.ts';
import { caseRulesSchema } from '../caseload/rulesSchema.ts';
import { workloadFiguresSchema } from '../caseload/schema.ts';
import { daySchema, lineSchema } from '../programme/schema.ts';
import { signalRulesSchema } from '../signals/schema.ts';
import { studyTimeSchema } from '../studyTime/schema.ts';
import { supervisionRulesSchema } from '../supervision/schema.ts';
import type { OfficeSetting } from './words.ts';

/** The shape of each setting. */
export const OFFICE_SCHEMAS = {
  workload_figures: workloadFiguresSchema,
  case_rules: caseRulesSchema,
  complexity: complexitySchema,
  study_time: studyTimeSchema,
  supervision: supervisionRulesSchema,
  signals: signalRulesSchema,
} satisfies Record<OfficeSetting, z.ZodType>;

export type SettingValue<K extends OfficeSetting> = z.infer<(typeof OFFICE_SCHEMAS)[K]>;

/** One version of a setting. Versions count from `effectiveFrom` until the next one begins. */
export interface SettingVersion<K extends OfficeSetting = OfficeSetting> {
  readonly kind: K;
  /** Its name: of a default the one in its file, of what the office set the id of its row. */
  readonly version: string;
  readonly effectiveFrom: string;
  readonly value: SettingValue<K>;
  /** Null for a default. */
  readonly set: { readonly at: Date; readonly by: string; readonly reason: string } | null;
  /** Where it comes from, in a sentence or two. */
  readonly note: string;
}

const fileSchema = <K extends Exclude<OfficeSetting, 'workload_figures'>>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    version: lineSchema.describe('The name of this version.'),
    effectiveFrom: daySchema.describe('The first day on which it counts.'),
    note: lineSchema.describe('Where it comes from, and that it is a setting of the office.'),
    value: OFFICE_SCHEMAS[kind],
  });

/** A default of the office: one file in src/content/office. */
export const officeDefaultSchema = z.discriminatedUnion('kind', [
  fileSchema('case_rules'),
  fileSchema('complexity'),
  fileSchema('study_time'),
  fileSchema('supervision'),
  fileSchema('signals'),
]);

export type OfficeDefault = z.infer<typeof officeDefaultSchema>;

/** Every version there is, defaults and set by the office, in any order. */
export interface Office {
  readonly versions: readonly SettingVersion[];
}

/** Oldest first: by first day, of one day by when they were set. */
function inOrder<K extends OfficeSetting>(versions: readonly SettingVersion<K>[]): SettingVersion<K>[] {
  return versions.toSorted((one, other) => {
    if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom < other.effectiveFrom ? -1 : 1;
    return (one.set?.at.getTime() ?? 0) - (other.set?.at.getTime() ?? 0);
  });
}

/** Every version of one kind, oldest first; of two that begin on one day the one that was set later comes later. */
export function versionsOf<K extends OfficeSetting>({ versions }: Office, kind: K): SettingVersion<K>[] {
  return inOrder(versions.filter((version): version is SettingVersion<K> => version.kind === kind));
}

/**
 * The version of a setting in force on a day: the latest that has begun of those the office set, or of the defaults where it had
 * set none by then. So a default that comes with a later release never takes the place of what an office decided. A day before
 * the first version gets the first one. Throws an Error where there is none at all.
 */
export function settingOn<K extends OfficeSetting>(office: Office, kind: K, day: string): SettingVersion<K> {
  const ofKind = versionsOf(office, kind);
  const begun = ofKind.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const inForce = begun.findLast(({ set }) => set !== null) ?? begun.at(-1) ?? ofKind[0];
  if (!inForce) throw new Error(`There is no version of the setting ${kind}.`);
  return inForce;
}
