import type { Role } from '../access/roles.ts';
import { rolesProblem } from './names.ts';

/** What a change of an account depends on. */
export interface AccountFacts {
  readonly personId: string;
  /** Who changes it. */
  readonly byId: string;
  readonly roles: readonly Role[];
  readonly isDisabled: boolean;
  /** Administrators who can sign in, this one among them if she is one. */
  readonly admins: number;
}

const LAST = 'This is the only administrator who can sign in. Make somebody else one first';

const isLastAdmin = ({ roles, isDisabled, admins }: AccountFacts): boolean =>
  roles.includes('admin') && !isDisabled && admins <= 1;

/**
 * Why an account cannot have these roles, or null. Nobody takes the role of administrator from herself, and the last one keeps it:
 * otherwise nobody could give it back. A role that somebody still works in by an assignment stays until the assignment is ended.
 */
export function newRolesProblem(facts: AccountFacts, roles: readonly Role[], needed: readonly Role[]): string | null {
  const losesAdmin = facts.roles.includes('admin') && !roles.includes('admin');
  if (losesAdmin && facts.personId === facts.byId)
    return 'You cannot take the role of administrator from yourself. Ask another administrator';
  if (losesAdmin && isLastAdmin(facts)) return LAST;
  const missing = needed.find((role) => facts.roles.includes(role) && !roles.includes(role));
  if (missing !== undefined) return NEEDED[missing] ?? 'This role is still needed';
  return rolesProblem(roles);
}

const NEEDED: Partial<Record<Role, string>> = {
  trainee: 'She has a place in the programme. End it first: her records belong to it',
  tutor: 'She is tutor of a cohort. End that assignment first, below',
  assessor: 'She assesses trainees. Hand them over first',
  manager: 'She manages trainees. End those assignments first, below',
};

/** Why an account cannot be switched off, or null. */
export function disableProblem(facts: AccountFacts): string | null {
  if (facts.personId === facts.byId) return 'You cannot switch off your own account. Ask another administrator';
  return isLastAdmin(facts) ? LAST : null;
}
