import { Refusal } from '../errors.ts';
import type { Role } from './roles.ts';
import { ROLES } from './roles.ts';
import type { TraineeSubject, Viewer } from './viewer.ts';

type Rule<Subject> = (viewer: Viewer, subject: Subject) => boolean;

const own: Rule<{ traineeId: string }> = (viewer, { traineeId }) => viewer.roles.includes('trainee') && viewer.id === traineeId;
const tutor: Rule<TraineeSubject> = (viewer, { traineeId, cohortId }) => viewer.id !== traineeId && cohortId !== null && viewer.tutorOf.includes(cohortId);
const assessor: Rule<{ traineeId: string }> = (viewer, { traineeId }) => viewer.id !== traineeId && viewer.assessorOf.includes(traineeId);
const manager: Rule<{ traineeId: string }> = (viewer, { traineeId }) => viewer.id !== traineeId && viewer.managerOf.includes(traineeId);
const verifier: Rule<{ sampledBy: readonly string[] }> = (viewer, { sampledBy }) => viewer.roles.includes('verifier') && sampledBy.includes(viewer.id);
const role = (wanted: Role): Rule<unknown> => (viewer) => viewer.roles.includes(wanted);
const anyRole: Rule<unknown> = (viewer) => viewer.roles.length > 0;

/** True where one of the rules is. Each role is asked about its own people; rights never mix. */
function oneOf<Subject>(...rules: Rule<Subject>[]): Rule<Subject> {
  return (viewer, subject) => rules.some((rule) => rule(viewer, subject));
}

/** Ability -> who may, over the viewer and the record. Source: "Who may see what", docs/contract.md. */
export const ABILITIES = {
  'account.use': ((viewer: Viewer, { personId }: { personId: string }) => viewer.id === personId) as Rule<{ personId: string }>,
  'module.read': anyRole,
  'module.work': own,
  'check.answer': own,
  'reflection.write': own,
  'progress.read': oneOf<TraineeSubject>(own, tutor, assessor),
  'standing.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'trainee.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'cohort.read': ((viewer: Viewer, { cohortId }: { cohortId: string }) => viewer.tutorOf.includes(cohortId)) as Rule<{ cohortId: string }>,
  'grid.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'evidence.write': own,
  'evidence.read': oneOf<TraineeSubject & { sampledBy: readonly string[] }>(own, tutor, assessor, verifier),
  'evidence.decide': assessor,
  'evidence.sign': assessor,
  'case.read': oneOf<TraineeSubject>(own, tutor, manager),
  'case.allocate': manager,
  'limit.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'workload.explain': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'placement.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'placement.propose': own,
  'placement.agree': oneOf<TraineeSubject>(tutor, manager),
  'programme.administer': role('admin'),
} satisfies Record<string, Rule<never>>;

export type Ability = keyof typeof ABILITIES;
export type SubjectOf<A extends Ability> = Parameters<(typeof ABILITIES)[A]>[1];

/** May this viewer? Use it to show or hide; the check that counts is `authorise`. */
export function can<A extends Ability>(viewer: Viewer | null, ability: A, subject: SubjectOf<A>): boolean {
  return viewer !== null && (ABILITIES[ability] as Rule<SubjectOf<A>>)(viewer, subject);
}

/**
 * The check that counts. Gives back the viewer, so that what follows cannot be reached without it.
 * Throws `not_signed_in`; `not_found` for a record that is missing or not hers to see; `not_allowed` where the ability has no record.
 */
export function authorise<A extends Ability>(viewer: Viewer | null, ability: A, subject: SubjectOf<A> | null): Viewer {
  if (!viewer) throw new Refusal('not_signed_in');
  if (subject === null || !can(viewer, ability, subject)) throw new Refusal('not_found');
  return viewer;
}

export type RouteRule = 'public' | 'signed-in' | readonly Role[];

/** Route pattern -> the loosest role that may ask for it. A pattern without a row is refused. */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
  '/': 'signed-in',
  '/404': 'public',
  '/500': 'public',
  '/_actions/[...path]': 'public',
  '/accessibility': 'public',
  '/account': 'signed-in',
  '/admin': ['admin'],
  '/assess': ['assessor'],
  '/assess/[id]': ['assessor'],
  '/assess/[id]/sign': ['assessor'],
  '/caseload': ['trainee', 'manager'],
  '/caseload/allocate': ['manager'],
  '/cohorts': ['tutor'],
  '/cohorts/[id]': ['tutor'],
  '/health': 'public',
  '/modules': ROLES,
  '/modules/[slug]': ROLES,
  '/modules/[slug]/check': ROLES,
  '/modules/[slug]/done': ['trainee'],
  '/placements': ['trainee'],
  '/portfolio': ['trainee'],
  '/portfolio/evidence/[id]': ['trainee', 'tutor', 'assessor', 'verifier'],
  '/portfolio/evidence/new': ['trainee'],
  '/privacy': 'public',
  '/progress': ['trainee'],
  '/sign-in': 'public',
  '/sign-out': 'public',
  '/trainees/[id]': ['trainee', 'tutor', 'assessor', 'manager'],
};

/** Throws `not_found` for a pattern without a row, `not_signed_in`, or `not_allowed` for a missing role. */
export function authoriseRoute(viewer: Viewer | null, routePattern: string): void {
  const rule = ROUTES[routePattern];
  if (rule === undefined) throw new Refusal('not_found');
  if (rule === 'public') return;
  if (!viewer) throw new Refusal('not_signed_in');
  if (rule !== 'signed-in' && !rule.some((wanted) => viewer.roles.includes(wanted))) throw new Refusal('not_allowed');
}
