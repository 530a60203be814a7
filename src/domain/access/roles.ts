/** What a person can be in the programme. One person may hold several. */
export const ROLES = ['trainee', 'tutor', 'assessor', 'manager', 'verifier', 'admin', 'external'] as const;
export type Role = (typeof ROLES)[number];

/** Everybody of the programme; an external quality assurer reads her sample and nothing else. */
export const PROGRAMME_ROLES = ROLES.filter((role) => role !== 'external');

/** Who is assigned to whom: a tutor to a cohort, an assessor or a manager to a trainee. */
export const ASSIGNMENT_KINDS = ['tutor', 'assessor', 'manager'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];
