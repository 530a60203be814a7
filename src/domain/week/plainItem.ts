import type { Qualifications } from '../portfolio/versions.ts';
import type { Audience } from './agenda.ts';

/** What every item has unless it says something else. */
export const PLAIN = {
  part: 'day',
  startsAt: null,
  endsAt: null,
  note: '',
  href: null,
  movable: false,
  isPrivate: false,
  place: null,
  revision: 0,
  changedAt: 0,
} as const;

/** Whom items are made for. */
export interface For {
  readonly audience: Audience;
  readonly qualifications: Qualifications;
  /** The programme day. */
  readonly today: string;
}
