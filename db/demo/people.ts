import type { AssignmentKind, Role } from '#src/domain/access/roles.ts';

/** The one password of every demo person; shown in demo mode only. */
export const DEMO_PASSWORD = 'protect-the-study-day';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language?: 'en' | 'cy';
  /** What she is to the programme, for the list at start and on the sign-in page. */
  readonly story?: string;
}

/** The e-mail address of a demo person. */
export const demoEmail = (id: string) => `${id}@pqip.example`;

/** The people of docs/contract.md. */
export const NAMED_PEOPLE: readonly DemoPerson[] = [
  { id: 'amara', name: 'Amara Okafor', roles: ['trainee'], story: 'trainee, month 5 of 15, on track' },
  {
    id: 'tom',
    name: 'Tom Hughes',
    roles: ['trainee'],
    story: 'trainee, month 9 of 21, two modules behind, over his limit',
  },
  { id: 'nia', name: 'Nia Prosser', roles: ['trainee'], language: 'cy', story: 'trainee, month 3, part time, Wales' },
  { id: 'ruth', name: 'Ruth Adeyemi', roles: ['tutor'], story: 'practice tutor, London cohort' },
  { id: 'daniel', name: 'Daniel Marsh', roles: ['assessor'], story: 'practice assessor, evidence waiting' },
  { id: 'kerry', name: 'Kerry Bell', roles: ['manager'], story: 'line manager of Amara and Tom' },
  { id: 'venetia', name: 'Venetia Cole', roles: ['verifier'], story: 'internal quality assurer' },
  { id: 'harvey', name: 'Harvey Lunn', roles: ['admin'], story: 'programme administrator' },
  { id: 'gwen', name: 'Gwen Rees', roles: ['tutor'], story: 'practice tutor, Wales cohort' },
];

/** Made-up colleagues who assess and manage the trainees without a story of their own, and a tutor who covers for others. */
export const COLLEAGUES: readonly DemoPerson[] = [
  { id: 'joan', name: 'Joan Merriman', roles: ['assessor'] },
  { id: 'owen', name: 'Owen Blakely', roles: ['assessor'] },
  { id: 'imogen', name: 'Imogen Hale', roles: ['tutor'] },
  { id: 'salma', name: 'Salma Haddon', roles: ['manager'] },
  { id: 'huw', name: 'Huw Penderyn', roles: ['manager'] },
  { id: 'edith', name: 'Edith Farrow', roles: ['external'] },
];

export const DEMO_COHORTS = [
  { id: 'london', name: 'London, autumn intake', region: 'London' },
  { id: 'wales', name: 'Wales, autumn intake', region: 'Wales' },
] as const;

/** `startsWeeksAgo` and `endedWeeksAgo` count from the Monday of the demo's week. */
export interface DemoAssignment {
  readonly kind: AssignmentKind;
  readonly personId: string;
  readonly cohortId?: string;
  readonly traineeId?: string;
  readonly startsWeeksAgo: number;
  /** Negative for weeks ahead. */
  readonly endedWeeksAgo?: number;
  /** Whom a tutor stands in for. */
  readonly coversId?: string;
}

/** Tutors of the two cohorts, Imogen who covers for Ruth this week, and one assignment that has ended: Daniel no longer assesses Priya. */
export const STANDING_ASSIGNMENTS: readonly DemoAssignment[] = [
  { kind: 'tutor', personId: 'ruth', cohortId: 'london', startsWeeksAgo: 30 },
  { kind: 'tutor', personId: 'gwen', cohortId: 'wales', startsWeeksAgo: 30 },
  { kind: 'tutor', personId: 'imogen', cohortId: 'london', startsWeeksAgo: 0, endedWeeksAgo: -1, coversId: 'ruth' },
  { kind: 'assessor', personId: 'daniel', traineeId: 'priya', startsWeeksAgo: 18, endedWeeksAgo: 4 },
];
