/** Where a placement is. */
export const PLACEMENT_KINDS = [
  'prison',
  'court',
  'approved_premises',
  'victim_liaison',
  'unpaid_work',
  'programmes',
  'other_office',
  'partner_agency',
] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Whether she was there on a day of a placement. */
export const ATTENDANCE = ['attended', 'part', 'missed'] as const;
export type Attendance = (typeof ATTENDANCE)[number];
