import { Refusal } from '../errors.ts';
import {
  asked,
  assessor,
  countersigner,
  doer,
  external,
  type Grant,
  herself,
  ifShared,
  leader,
  manager,
  member,
  memberNamed,
  own,
  sender,
  tutor,
  tutorOfCohort,
  verifier,
  verifierOfOthers,
  whoeverIs,
} from './grants.ts';
import { PROGRAMME_ROLES } from './roles.ts';
import type { TraineeSubject, Viewer } from './viewer.ts';

/** Where one of the grants holds. Each role is asked about its own people; rights never mix. */
function oneOf<Subject>(...grants: Grant<Subject>[]): readonly Grant<Subject>[] {
  return grants;
}

/** Ability -> who may, over the viewer and the record. Source: "Who may see what", docs/contract.md. */
export const ABILITIES = {
  'account.use': oneOf(herself),
  'module.read': oneOf(...PROGRAMME_ROLES.map(whoeverIs)),
  'module.work': oneOf(own),
  'caseFile.read': oneOf(...PROGRAMME_ROLES.map(whoeverIs)),
  'glossary.read': oneOf(...PROGRAMME_ROLES.map(whoeverIs)),
  'search.use': oneOf(...PROGRAMME_ROLES.map(whoeverIs)),
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
  'evidence.read': oneOf<TraineeSubject & { sampledBy: readonly string[]; submissionIds: readonly string[] }>(
    own,
    tutor,
    assessor,
    verifier,
    external,
  ),
  'evidence.decide': oneOf(assessor),
  'evidence.sign': oneOf(assessor),
  'rating.read': oneOf<TraineeSubject>(own, tutor, assessor),
  'rating.write': oneOf(own),
  'file.write': oneOf<{ traineeId: string }>(own, assessor),
  'record.write': oneOf(assessor),
  'record.sign': oneOf<{ traineeId: string }>(own, assessor),
  'witness.ask': oneOf<{ traineeId: string }>(own, assessor),
  'witness.check': oneOf(assessor),
  'plan.read': oneOf<TraineeSubject>(own, tutor, assessor),
  'plan.write': oneOf(assessor),
  'countersign.write': oneOf(countersigner),
  'sampleGrid.read': oneOf<{ sampledBy: readonly string[]; submissionIds: readonly string[] }>(verifier, external),
  'verification.write': oneOf(verifierOfOthers),
  'signOff.unlock': oneOf(verifierOfOthers),
  'quality.read': oneOf(whoeverIs('verifier'), whoeverIs('admin')),
  'quality.write': oneOf(whoeverIs('verifier')),
  'decisions.readOwn': oneOf(whoeverIs('assessor')),
  'standardisation.judge': oneOf(asked),
  'externalSample.read': oneOf(whoeverIs('external')),
  'portfolio.export': oneOf(own),
  'qualification.administer': oneOf(whoeverIs('admin')),
  'retention.administer': oneOf(whoeverIs('admin')),
  'assignment.handOver': oneOf(whoeverIs('admin')),
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
  'signal.read': oneOf<TraineeSubject>(own, tutor, manager),
  'signal.note': oneOf(tutor),
  'contact.read': oneOf<TraineeSubject>(own, tutor, manager),
  'contact.write': oneOf(tutor),
  'contactAction.end': oneOf<TraineeSubject & { ownerId: string }>(doer, tutor),
  'message.send': oneOf(tutorOfCohort),
  'message.read': oneOf<{ traineeId: string }>(own),
  'message.open': oneOf<{ traineeId: string; cohortId: string }>(own, tutorOfCohort),
  'message.answer': oneOf<TraineeSubject & { senderId: string }>(own, sender),
  'cohortView.keep': oneOf(tutorOfCohort),
  'cohortCover.write': oneOf(whoeverIs('admin')),
  'peerSession.read': oneOf<{ cohortId: string }>(member, tutorOfCohort),
  'peerSession.lead': oneOf<{ cohortId: string; leaderId: string | null }>(leader, tutorOfCohort),
  'peerSession.take': oneOf(member),
  'peerIntention.write': oneOf(own),
  'peerRota.write': oneOf(tutorOfCohort),
  'peerSwap.ask': oneOf(leader),
  'peerSwap.answer': oneOf(memberNamed),
  'notice.read': oneOf(herself),
  'notice.choose': oneOf(herself),
  'person.administer': oneOf(whoeverIs('admin')),
  'place.read': oneOf<TraineeSubject>(own, tutor),
  'cohort.administer': oneOf(whoeverIs('admin')),
  'import.administer': oneOf(whoeverIs('admin')),
  'list.export': oneOf(whoeverIs('admin')),
  'mail.read': oneOf(whoeverIs('admin')),
  'mail.retry': oneOf(whoeverIs('admin')),
  'audit.read': oneOf(whoeverIs('admin')),
  'audit.readOwn': oneOf(herself),
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
