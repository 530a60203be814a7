import type { PlacementKind } from '../placements/words.ts';
import type { WeekPlace } from './words.ts';

/** Places as people read them. */
export const WEEK_PLACE_NAMES: Readonly<Record<WeekPlace, string>> = {
  office: 'Office',
  university: 'University',
  masterclass: 'Masterclass',
  training: 'Training',
  prison: 'Prison',
  placement: 'Placement',
  court: 'Court',
  head_office: 'Head office',
  home_visits: 'Home visits',
  own_study: 'Own study',
  home: 'Working at home',
  leave: 'Leave',
  not_working: 'Not working',
};

/** Places that say that she is away from work. */
export const AWAY: ReadonlySet<WeekPlace> = new Set(['leave', 'not_working']);

/** Kinds of placement in the middle of a sentence, for whoever may not know which place it is. */
export const PLACEMENT_WORDS: Readonly<Record<PlacementKind, string>> = {
  prison: 'prison',
  court: 'court',
  approved_premises: 'approved premises',
  victim_liaison: 'victim liaison',
  unpaid_work: 'unpaid work',
  programmes: 'programmes',
  other_office: 'another office',
  partner_agency: 'partner agency',
};
