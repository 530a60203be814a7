/** Where a trainee is for a day or a part of one. */
export const WEEK_PLACES = [
  'office',
  'university',
  'masterclass',
  'training',
  'prison',
  'placement',
  'court',
  'head_office',
  'home_visits',
  'own_study',
  'home',
  'leave',
  'not_working',
] as const;
export type WeekPlace = (typeof WEEK_PLACES)[number];
