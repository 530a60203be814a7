/** The two-part tiers of the points model, protect level then change level. Source: docs/decisions.md, "Workload figures". */
export const TIERS = [
  'A3',
  'A2',
  'A1',
  'A0',
  'B3',
  'B2',
  'B1',
  'B0',
  'C3',
  'C2',
  'C1',
  'C0',
  'D3',
  'D2',
  'D1',
  'D0',
] as const;
export type Tier = (typeof TIERS)[number];

/** Where the person is supervised, which decides the weight of a tier. */
export const CASE_KINDS = ['community', 'licence', 'custody'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Kinds of case as people read them. */
export const CASE_KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  community: 'Community',
  licence: 'Licence',
  custody: 'Custody',
};
