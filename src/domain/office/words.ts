/** What an office may set, each in versions with a first day. The defaults stand in src/content. */
export const OFFICE_SETTINGS = [
  'workload_figures',
  'case_rules',
  'complexity',
  'study_time',
  'supervision',
  'signals',
] as const;
export type OfficeSetting = (typeof OFFICE_SETTINGS)[number];

interface SettingWords {
  readonly name: string;
  /** What it decides, in a sentence. */
  readonly decides: string;
}

/** Settings as people read them. */
export const SETTING_WORDS: Readonly<Record<OfficeSetting, SettingWords>> = {
  workload_figures: {
    name: 'Workload figures',
    decides: 'Target, limit, points of cases and other work, and reductions behind the workload estimate.',
  },
  case_rules: {
    name: 'Rules by stage',
    decides: 'Which cases a trainee may carry at each stage, why, and who may set a rule aside.',
  },
  complexity: {
    name: 'Complexity and shares',
    decides: 'Extra weights for what tiers miss, shown apart, and the usual share of each way of carrying a case.',
  },
  study_time: { name: 'Study time', decides: 'How many hours a week are kept free for study.' },
  signals: {
    name: 'Early warning',
    decides: 'From when on each signal is given, who acts on it, and after how long it comes back.',
  },
  supervision: { name: 'Supervision', decides: 'How often trainee, manager and tutor meet for a three-way review.' },
};

/** The setting in an address: small letters and hyphens. */
export function settingSlug(kind: OfficeSetting): string {
  return kind.replaceAll('_', '-');
}

/** The setting that an address names, or null. */
export function settingOfSlug(slug: string | undefined): OfficeSetting | null {
  return OFFICE_SETTINGS.find((kind) => settingSlug(kind) === slug) ?? null;
}
