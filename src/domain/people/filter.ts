import { type Role, ROLES } from '../access/roles.ts';
import { pageAsked } from '../pageAsked.ts';

/** Whether somebody can sign in: `invited` has no password yet. */
export const ACCOUNT_STATES = ['active', 'invited', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNT_STATE_WORDS: Readonly<Record<AccountState, string>> = {
  active: 'Can sign in',
  invited: 'No password yet',
  disabled: 'Switched off',
};

/** Which people a list shows. */
export interface PeopleFilter {
  /** Part of a name or of an address. */
  readonly search: string;
  readonly role: Role | null;
  /** Trainees and tutors of it. */
  readonly cohortId: string;
  readonly state: AccountState | null;
  /** From 1. */
  readonly page: number;
}

export const PEOPLE_A_PAGE = 50;
const SEARCH_MAXIMUM = 100;

/** A filter from an address; whatever it cannot mean is as if it were not there. */
export function readPeopleFilter(search: URLSearchParams): PeopleFilter {
  return {
    search: (search.get('q') ?? '').trim().slice(0, SEARCH_MAXIMUM),
    role: ROLES.find((role) => role === search.get('role')) ?? null,
    cohortId: (search.get('cohort') ?? '').slice(0, SEARCH_MAXIMUM),
    state: ACCOUNT_STATES.find((state) => state === search.get('state')) ?? null,
    page: pageAsked(search),
  };
}

/** The address of another page of the same list. */
export function peopleAddress({ search, role, cohortId, state }: PeopleFilter, page: number): string {
  const parts = Object.entries({ q: search, role: role ?? '', cohort: cohortId, state: state ?? '' });
  const query = new URLSearchParams(parts.filter(([, value]) => value !== ''));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/admin/people' : `/admin/people?${query.toString()}`;
}

/** Whether somebody can sign in. */
export function accountState(person: { readonly isDisabled: boolean; readonly hasPassword: boolean }): AccountState {
  if (person.isDisabled) return 'disabled';
  return person.hasPassword ? 'active' : 'invited';
}
