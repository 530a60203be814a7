import type { Role } from '#src/domain/access/roles.ts';

/** What each role is called. */
export const ROLE_NAMES: Record<Role, string> = {
  trainee: 'Trainee probation officer',
  tutor: 'Practice tutor',
  assessor: 'Practice assessor',
  manager: 'Line manager (senior probation officer)',
  verifier: 'Internal quality assurer',
  admin: 'Programme administrator',
};
