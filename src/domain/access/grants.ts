import type { Role } from './roles.ts';
import type { TraineeSubject, Viewer } from './viewer.ts';

type Rule<Subject> = (viewer: Viewer, subject: Subject) => boolean;

/** One way to an ability: the role it belongs to (null: anybody who is signed in), and for which records. */
export interface Grant<Subject> {
  readonly role: Role | null;
  readonly may: Rule<Subject>;
}

export const own: Grant<{ traineeId: string }> = {
  role: 'trainee',
  may: (viewer, { traineeId }) => viewer.roles.includes('trainee') && viewer.id === traineeId,
};
export const tutor: Grant<TraineeSubject> = {
  role: 'tutor',
  may: (viewer, { traineeId, cohortId }) =>
    viewer.id !== traineeId && cohortId !== null && viewer.tutorOf.includes(cohortId),
};
/** A tutor who wrote to a trainee and is her tutor still. */
export const sender: Grant<TraineeSubject & { senderId: string }> = {
  role: 'tutor',
  may: (viewer, subject) => viewer.id === subject.senderId && tutor.may(viewer, subject),
};
export const tutorOfCohort: Grant<{ cohortId: string }> = {
  role: 'tutor',
  may: (viewer, { cohortId }) => viewer.tutorOf.includes(cohortId),
};
/** A trainee of the cohort. */
export const member: Grant<{ cohortId: string }> = {
  role: 'trainee',
  may: (viewer, { cohortId }) => viewer.roles.includes('trainee') && viewer.memberOf.includes(cohortId),
};
/** A trainee of the cohort about what is hers to answer there. */
export const memberNamed: Grant<{ cohortId: string; personId: string }> = {
  role: 'trainee',
  may: (viewer, subject) => member.may(viewer, subject) && subject.personId === viewer.id,
};
/** A trainee of the cohort who leads the session now. */
export const leader: Grant<{ cohortId: string; leaderId: string | null }> = {
  role: 'trainee',
  may: (viewer, subject) => member.may(viewer, subject) && subject.leaderId === viewer.id,
};
/** Whoever is to do something that was agreed. */
export const doer: Grant<{ traineeId: string; ownerId: string }> = {
  role: 'trainee',
  may: (viewer, subject) => own.may(viewer, subject) && subject.ownerId === viewer.id,
};
export const assessor: Grant<{ traineeId: string }> = {
  role: 'assessor',
  may: (viewer, { traineeId }) => viewer.id !== traineeId && viewer.assessorOf.includes(traineeId),
};
export const manager: Grant<{ traineeId: string }> = {
  role: 'manager',
  may: (viewer, { traineeId }) => viewer.id !== traineeId && viewer.managerOf.includes(traineeId),
};
export const verifier: Grant<{ sampledBy: readonly string[] }> = {
  role: 'verifier',
  may: (viewer, { sampledBy }) => viewer.roles.includes('verifier') && sampledBy.includes(viewer.id),
};
export const external: Grant<{ submissionIds: readonly string[] }> = {
  role: 'external',
  may: (viewer, { submissionIds }) =>
    viewer.roles.includes('external') && submissionIds.some((id) => viewer.externalOf.includes(id)),
};
/** A qualified colleague of an assessor in training: never about herself, and never about decisions of her own. */
export const countersigner: Grant<{ traineeId: string; assessorId: string }> = {
  role: 'assessor',
  may: (viewer, { traineeId, assessorId }) =>
    viewer.id !== traineeId && viewer.id !== assessorId && viewer.countersignerOf.includes(assessorId),
};
/** A quality assurer about decisions in her sample that others made. `decidedBy`: whoever assessed, countersigned or signed. */
export const verifierOfOthers: Grant<{
  traineeId: string;
  sampledBy: readonly string[];
  decidedBy: readonly string[];
}> = {
  role: 'verifier',
  may: (viewer, subject) =>
    verifier.may(viewer, subject) && viewer.id !== subject.traineeId && !subject.decidedBy.includes(viewer.id),
};
export const asked: Grant<{ judges: readonly string[] }> = {
  role: 'assessor',
  may: (viewer, { judges }) => viewer.roles.includes('assessor') && judges.includes(viewer.id),
};
/** Grants that hold only while the trainee shares the record. */
export const ifShared = (grant: Grant<TraineeSubject>): Grant<TraineeSubject & { isShared: boolean }> => ({
  role: grant.role,
  may: (viewer, subject) => subject.isShared && grant.may(viewer, subject),
});
export const herself: Grant<{ personId: string }> = {
  role: null,
  may: (viewer, { personId }) => viewer.id === personId,
};
export const whoeverIs = (role: Role): Grant<unknown> => ({ role, may: (viewer) => viewer.roles.includes(role) });
