import type { AssignmentKind, Role } from '../access/roles.ts';

/** Roles as people say them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  trainee: 'Trainee',
  tutor: 'Practice tutor',
  assessor: 'Practice assessor',
  manager: 'Line manager (senior probation officer)',
  verifier: 'Internal quality assurer',
  admin: 'Programme administrator',
  external: 'External quality assurer',
};

export const LANGUAGE_WORDS = { en: 'English', cy: 'Welsh (Cymraeg)' } as const;

/** Whom I look after, by kind of assignment. */
export const ASSIGNED_WORDS: Readonly<Record<AssignmentKind, string>> = {
  tutor: 'Practice tutor of',
  assessor: 'Practice assessor of',
  manager: 'Line manager of',
};

/** Who looks after me, by kind of assignment. */
export const CARER_WORDS: Readonly<Record<AssignmentKind, string>> = {
  tutor: 'Your practice tutor',
  assessor: 'Your practice assessor',
  manager: 'Your line manager',
};

/** Seconds to wait -> "12 minutes", rounded up. */
export function waitWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
