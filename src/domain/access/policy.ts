import { Refusal } from '../errors.ts';
import type { Role } from './roles.ts';
import { ROLES } from './roles.ts';
import type { TraineeSubject, Viewer } from './viewer.ts';

type Rule<Subject> = (viewer: Viewer, subject: Subject) => boolean;

/** One way to an ability: the role it belongs to (null: anybody who is signed in), and for which records. */
interface Grant<Subject> {
  readonly role: Role | null;
  readonly may: Rule<Subject>;
}

const own: Grant<{ traineeId: string }> = {
  role: 'trainee',
  may: (viewer, { traineeId }) => viewer.roles.includes('trainee') && viewer.id === traineeId,
};
const tutor: Grant<TraineeSubject> = {
  role: 'tutor',
  may: (viewer, { traineeId, cohortId }) =>
    viewer.id !== traineeId && cohortId !== null && viewer.tutorOf.includes(cohortId),
};
const tutorOfCohort: Grant<{ cohortId: string }> = {
  role: 'tutor',
  may: (viewer, { cohortId }) => viewer.tutorOf.includes(cohortId),
};
const assessor: Grant<{ traineeId: string }> = {
  role: 'assessor',
  may: (viewer, { traineeId }) => viewer.id !== traineeId && viewer.assessorOf.includes(traineeId),
};
const manager: Grant<{ traineeId: string }> = {
  role: 'manager',
  may: (viewer, { traineeId }) => viewer.id !== traineeId && viewer.managerOf.includes(traineeId),
};
const verifier: Grant<{ sampledBy: readonly string[] }> = {
  role: 'verifier',
  may: (viewer, { sampledBy }) => viewer.roles.includes('verifier') && sampledBy.includes(viewer.id),
};
/** Grants that hold only while the trainee shares the record. */
const ifShared = (grant: Grant<TraineeSubject>): Grant<TraineeSubject & { isShared: boolean }> => ({
  role: grant.role,
  may: (viewer, subject) => subject.isShared && grant.may(viewer, subject),
});
const herself: Grant<{ personId: string }> = { role: null, may: (viewer, { personId }) => viewer.id === personId };
const whoeverIs = (role: Role): Grant<unknown> => ({ role, may: (viewer) => viewer.roles.includes(role) });

/** Where one of the grants holds. Each role is asked about its own people; rights never mix. */
function oneOf<Subject>(...grants: Grant<Subject>[]): readonly Grant<Subject>[] {
  return grants;
}

/** Ability -> who may, over the viewer and the record. Source: "Who may see what", docs/contract.md. */
export const ABILITIES = {
  'account.use': oneOf(herself),
  'module.read': oneOf(...ROLES.map(whoeverIs)),
  'module.work': oneOf(own),
  'caseFile.read': oneOf(...ROLES.map(whoeverIs)),
  'glossary.read': oneOf(...ROLES.map(whoeverIs)),
  'search.use': oneOf(...ROLES.map(whoeverIs)),
  'check.answer': oneOf(own),
  'reflection.write': oneOf(own),
  'exercise.work': oneOf(own),
  'mark.write': oneOf(own),
  'progress.read': oneOf<TraineeSubject>(own, tutor, assessor),
  'standing.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'trainee.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'cohort.read': oneOf(tutorOfCohort),
  'grid.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'evidence.write': oneOf(own),
  'evidence.read': oneOf<TraineeSubject & { sampledBy: readonly string[] }>(own, tutor, assessor, verifier),
  'evidence.decide': oneOf(assessor),
  'evidence.sign': oneOf(assessor),
  'case.read': oneOf<TraineeSubject>(own, tutor, manager),
  'case.allocate': oneOf(manager),
  'case.change': oneOf(manager),
  'case.rename': oneOf(own),
  'case.object': oneOf(own),
  'objection.answer': oneOf<TraineeSubject>(tutor, manager),
  'reduction.write': oneOf(manager),
  'matter.acknowledge': oneOf(herself),
  'office.administer': oneOf(whoeverIs('admin')),
  'limit.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'placement.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'placement.propose': oneOf(own),
  'placement.agree': oneOf<TraineeSubject>(tutor, manager),
  'placement.log': oneOf(own),
  'placementHost.write': oneOf<TraineeSubject>(own, tutor),
  'placement.wish': oneOf(own),
  'placementOffer.write': oneOf(whoeverIs('admin')),
  'readiness.read': oneOf<TraineeSubject>(own, tutor, assessor, manager),
  'readiness.write': oneOf(own),
  'readiness.agree': oneOf(manager),
  'studyTime.read': oneOf<TraineeSubject>(own, tutor, manager),
  'studyTime.write': oneOf(own),
  'week.read': oneOf<TraineeSubject>(own, tutor, manager),
  'week.write': oneOf(own),
  'weekPattern.write': oneOf(whoeverIs('admin')),
  'calendar.use': oneOf(own),
  'supervision.read': oneOf<TraineeSubject>(own, tutor, manager),
  'supervision.write': oneOf<TraineeSubject>(tutor, manager),
  'supervision.sign': oneOf<TraineeSubject>(own, tutor, manager),
  'wellbeing.read': oneOf<TraineeSubject & { isShared: boolean }>(own, ifShared(tutor), ifShared(manager)),
  'wellbeing.write': oneOf(own),
  'programme.administer': oneOf(whoeverIs('admin')),
} satisfies Record<string, readonly Grant<never>[]>;

export type Ability = keyof typeof ABILITIES;
export type SubjectOf<A extends Ability> = Parameters<(typeof ABILITIES)[A][number]['may']>[1];

const grantsOf = <A extends Ability>(ability: A) => ABILITIES[ability] as readonly Grant<SubjectOf<A>>[];

/** May this viewer? Use it to show or hide; the check that counts is `authorise`. */
export function can<A extends Ability>(viewer: Viewer | null, ability: A, subject: SubjectOf<A>): boolean {
  return viewer !== null && grantsOf(ability).some(({ may }) => may(viewer, subject));
}

/** Has she a role that could ever do this, whatever the record? */
function couldEver(viewer: Viewer, ability: Ability): boolean {
  return grantsOf(ability).some(({ role }) => role === null || viewer.roles.includes(role));
}

/**
 * The check that counts. Gives back the viewer, so that what follows cannot be reached without it.
 * Throws `not_signed_in`; `not_allowed` where her roles never do this; `not_found` for a record that is missing or not hers to see.
 */
export function authorise<A extends Ability>(viewer: Viewer | null, ability: A, subject: SubjectOf<A> | null): Viewer {
  if (!viewer) throw new Refusal('not_signed_in');
  if (!couldEver(viewer, ability)) throw new Refusal('not_allowed');
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
  '/admin/office': ['admin'],
  '/admin/office/[setting]': ['admin'],
  '/admin/office/[setting]/change': ['admin'],
  '/admin/placements': ['admin'],
  '/admin/weeks': ['admin'],
  '/assess': ['assessor'],
  '/assess/[id]': ['assessor'],
  '/assess/[id]/sign': ['assessor'],
  '/calendar/[token]': 'public',
  '/caseload': ['trainee', 'manager'],
  '/caseload/allocate': ['manager'],
  '/caseload/cases/[id]': ['trainee', 'tutor', 'manager'],
  '/caseload/reductions/[id]': ['manager'],
  '/cases': ROLES,
  '/cases/[id]': ROLES,
  '/cohorts': ['tutor'],
  '/cohorts/[id]': ['tutor'],
  '/cohorts/[id]/caseloads': ['tutor'],
  '/cohorts/[id]/study-time': ['tutor'],
  '/glossary': ROLES,
  '/health': 'public',
  '/host/[token]': 'public',
  '/modules': ROLES,
  '/modules/[slug]': ROLES,
  '/modules/[slug]/check': ROLES,
  '/modules/[slug]/done': ['trainee'],
  '/notes': ['trainee'],
  '/notes/export': ['trainee'],
  '/placements': ['trainee'],
  '/placements/[id]': ['trainee', 'tutor', 'assessor', 'manager'],
  '/placements/offers': ['trainee'],
  '/placements/readiness': ['trainee'],
  '/portfolio': ['trainee'],
  '/portfolio/evidence/[id]': ['trainee', 'tutor', 'assessor', 'verifier'],
  '/portfolio/evidence/new': ['trainee'],
  '/privacy': 'public',
  '/progress': ['trainee'],
  '/search': ROLES,
  '/sign-in': 'public',
  '/sign-out': 'public',
  '/study-time': ['trainee'],
  '/supervision': ['trainee'],
  '/supervision/[id]': ['trainee', 'tutor', 'manager'],
  '/supervision/[id]/sign': ['trainee', 'tutor', 'manager'],
  '/support': 'signed-in',
  '/trainees/[id]': ['trainee', 'tutor', 'assessor', 'manager'],
  '/trainees/[id]/caseload': ['trainee', 'tutor', 'manager'],
  '/trainees/[id]/study-time': ['trainee', 'tutor', 'manager'],
  '/trainees/[id]/supervision': ['trainee', 'tutor', 'manager'],
  '/trainees/[id]/week': ['trainee', 'tutor', 'manager'],
  '/week': ['trainee'],
  '/wellbeing': ['trainee'],
};

/** Throws `not_found` for a pattern without a row, `not_signed_in`, or `not_allowed` for a missing role. */
export function authoriseRoute(viewer: Viewer | null, routePattern: string): void {
  const rule = Object.hasOwn(ROUTES, routePattern) ? ROUTES[routePattern] : undefined;
  if (rule === undefined) throw new Refusal('not_found');
  if (rule === 'public') return;
  if (!viewer) throw new Refusal('not_signed_in');
  if (rule !== 'signed-in' && !rule.some((wanted) => viewer.roles.includes(wanted))) throw new Refusal('not_allowed');
}
