import type { Role } from '../access/roles.ts';

/** The one password of every demo person; shown in demo mode only. Source: docs/contract.md. */
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
