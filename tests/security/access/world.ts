import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  addAssessment,
  addEvidence,
  addMark,
  addPerson,
  addSubmission,
  AT,
  type Insert,
  inserter,
  LONG_AGO,
} from '../../support/demoRecords.ts';
import { addScenarioWork, anExercise, firstWay } from '../../support/exercises.ts';
import { addCaseRecords, addObjection, type CaseUse, caseIdsOf } from './caseRecords.ts';
import { COLUMNS, type Column } from './cast.ts';
import { addHostLink, addOffers } from './placeRecords.ts';
import { addAssessorsInTraining, addSigning } from './signing.ts';
import { addStudyRecords } from './studyRecords.ts';
import { addCalendarAddress, addWeekRecords } from './weekRecords.ts';
import { keepFileContent } from '../../support/fileRecords.ts';
import { addInvited } from './accounts.ts';
import { addPeopleRecords, addPeopleShared } from './people.ts';
import { addCohortViews } from './cohortViews.ts';
import { addContacts, addTutors } from './contacts.ts';
import { addExport } from './exports.ts';
import { addPeerSessions } from './peerAfter.ts';
import { addPeerPlans } from './peerPlan.ts';
import { addFiles } from './files.ts';
import { addSignals } from './signals.ts';
import { addQuality, addQualityShared } from './quality.ts';
import { addHandOvers, addPlanned } from './assessing.ts';
import { addPlaces } from './places.ts';
import { addRecordsAndTestimonies } from './records.ts';
import { addCheckIns, addSupervision } from './supervision.ts';

/** The three ways to an action: a form on its own page, a form on a page that is everybody's, and a call from a script. */
export const WAYS = ['own page', 'another page', 'called'] as const;
export type Way = (typeof WAYS)[number];

/** A record for one cell and way: nothing that one cell does changes the answer of another. */
export interface Records {
  /** Names study sessions and the readiness check of this cell: see `studyRecords.ts`. */
  readonly studyKey: string;
  /** Handed in, every criterion met, ready to sign. */
  readonly submissionId: string;
  readonly assessmentId: string;
  readonly evidenceId: string;
  /** Handed in and waiting for a decision. */
  readonly waitingId: string;
  /** A draft to be saved, and one to be handed in. */
  readonly draftId: string;
  readonly finishedId: string;
  /** A draft to be taken out, and a piece whose only version is to be withdrawn. */
  readonly removedId: string;
  readonly withdrawnId: string;
  readonly placementId: string;
  /** Placements to be changed, to be cancelled, to be reported on, and one whose report is finished. */
  readonly changedId: string;
  readonly cancelledId: string;
  readonly toReportId: string;
  readonly reportedId: string;
  /** One whose host was asked, with the token of that link, and one to ask and to take back for. */
  readonly askedId: string;
  readonly hostToken: string;
  readonly hostedId: string;
  /** A mark to be written on, and one to be removed. */
  readonly markId: string;
  readonly lostMarkId: string;
  /** Cases of hers, one for each thing that is done to one: `case-…` with its allocation `carried-…`. */
  readonly caseIds: Readonly<Record<CaseUse, string>>;
  readonly objectionId: string;
  readonly reductionId: string;
  readonly workId: string;
}

const slug = (text: string) => text.replaceAll(' ', '-');

export function recordsOf({ name }: Column, way: Way): Records {
  const id = slug(`${name} ${way}`);
  return {
    submissionId: `to-sign-${id}`,
    assessmentId: `decided-${id}`,
    evidenceId: `sent-${id}`,
    waitingId: `waiting-${id}`,
    draftId: `draft-${id}`,
    finishedId: `finished-${id}`,
    removedId: `removed-${id}`,
    withdrawnId: `withdrawn-${id}`,
    placementId: `place-${id}`,
    changedId: `changed-${id}`,
    cancelledId: `cancelled-${id}`,
    toReportId: `to-report-${id}`,
    reportedId: `reported-${id}`,
    askedId: `asked-${id}`,
    hostToken: createHash('sha256').update(id).digest('base64url'),
    hostedId: `hosted-${id}`,
    markId: `mark-${id}`,
    lostMarkId: `lost-${id}`,
    caseIds: caseIdsOf(id),
    objectionId: `objection-${id}`,
    reductionId: `reduction-${id}`,
    workId: `work-${id}`,
    studyKey: id,
  };
}

/** What every cell needs once for each way: one room after the other. */
const EACH_WAY: readonly ((insert: Insert, column: Column, way: Way) => void)[] = [
  (insert, column, way) => addRecords(insert, column, recordsOf(column, way)),
  addSupervision,
  addSigning,
  addPlanned,
  addRecordsAndTestimonies,
  addQuality,
  addCohortViews,
  addContacts,
  addFiles,
  addPeerSessions,
  addPeerPlans,
  addInvited,
  addPeopleRecords,
];

/** Adds the people that the demo has not, and a record for every cell. */
export function furnishWorld(database: DatabaseSync): void {
  const insert = inserter(database);
  addPeople(database, insert);
  addAssessorsInTraining(database, insert);
  addOffers(insert);
  addHandOvers(database, insert);
  addPlaces(database, insert);
  addTutors(database, insert);
  addSignals(insert);
  addQualityShared(insert);
  addScenarioWork(database, 'amara', [firstWay(anExercise('scenario'))]);
  for (const column of COLUMNS) {
    for (const add of EACH_WAY) for (const way of WAYS) add(insert, column, way);
    addExport(insert, column, database.location() ?? '');
  }
  addCheckIns(insert);
  addPeopleShared(insert);
  addCalendarAddress(insert);
  keepFileContent(database.location() ?? '');
}

function addPeople(database: DatabaseSync, insert: Insert): void {
  for (const [id, name] of [
    ['nora', 'Nora Norole'],
    ['rita', 'Rita Formerly'],
    ['keith', 'Keith Formerly'],
    ['morgan', 'Morgan Manyhats'],
  ] as const) {
    addPerson(database, { id, name });
  }
  insert('person_roles', { person_id: 'rita', role: 'tutor' });
  insert('person_roles', { person_id: 'keith', role: 'manager' });
  const assign = (
    kind: string,
    person_id: string,
    subject: { cohort_id: string } | { trainee_id: string },
    ends_on: string | null = null,
  ) => insert('assignments', { id: `${person_id}-${kind}`, kind, person_id, ...subject, starts_on: LONG_AGO, ends_on });
  assign('tutor', 'rita', { cohort_id: 'london' }, '2020-06-01');
  assign('manager', 'keith', { trainee_id: 'amara' }, '2020-06-01');
  assign('tutor', 'morgan', { cohort_id: 'wales' });
  assign('assessor', 'morgan', { trainee_id: 'tom' });
  assign('manager', 'morgan', { trainee_id: 'priya' });
}

function addRecords(insert: Insert, { viewerId, role, relation, traineeId }: Column, records: Records): void {
  const { draftId, finishedId, evidenceId, waitingId, removedId, withdrawnId } = records;
  for (const id of [draftId, finishedId, evidenceId, waitingId, removedId, withdrawnId])
    addEvidence(insert, { id, traineeId });
  addSubmission(insert, { id: `${withdrawnId}-1`, evidenceId: withdrawnId, traineeId });
  addSubmission(insert, { id: waitingId, evidenceId: waitingId, traineeId });
  addSubmission(insert, { id: records.submissionId, evidenceId: records.evidenceId, traineeId });
  const assessorId = viewerId && (role === 'assessor' || role === 'several') ? viewerId : 'daniel';
  addAssessment(insert, { id: records.assessmentId, submissionId: records.submissionId, assessorId });
  if (relation === 'sample') showTo(insert, role, records.submissionId);
  for (const id of [records.markId, records.lostMarkId]) addMark(insert, { id, traineeId });
  addPlacements(insert, traineeId, records);
  addCaseRecords(insert, traineeId, records);
  // Only where somebody may answer: a trainee has no more open than she may.
  if (['tutor', 'manager', 'several'].includes(role)) addObjection(insert, traineeId, records.objectionId);
  addStudyRecords(insert, traineeId, records.studyKey);
  addWeekRecords(insert, traineeId, records.studyKey);
}

/** Puts a submission into the sample of the quality assurer; and into what she shows to somebody from outside. */
function showTo(insert: Insert, role: string, submissionId: string): void {
  insert('samples', { submission_id: submissionId, verifier_id: 'venetia', sampled_at: AT });
  if (role === 'verifier') return;
  const grant = `grant-${submissionId}`;
  insert('external_grants', {
    id: grant,
    person_id: 'edith',
    starts_on: LONG_AGO,
    ends_on: '2090-01-01',
    reason: 'A made-up visit',
    granted_by: 'venetia',
    granted_at: AT,
  });
  insert('external_grant_items', { grant_id: grant, submission_id: submissionId });
}

/** Far ahead or long ago, so that nothing that is proposed clashes with them. */
function addPlacements(insert: Insert, traineeId: string, records: Records): void {
  const { placementId, toReportId, reportedId, changedId, cancelledId } = records;
  const days = new Map([placementId, toReportId, reportedId].map((id) => [id, LONG_AGO]));
  for (const id of [changedId, cancelledId, records.askedId, records.hostedId]) days.set(id, '2090-01-02');
  for (const [id, day] of days)
    insert('placements', {
      id,
      trainee_id: traineeId,
      kind: 'court',
      place: 'Made-up court',
      host_contact: 'Desk',
      look_for: 'Days',
      starts_on: day,
      ends_on: day,
      proposed_at: AT,
    });
  const report = { words: 'Learnt.', revision: 1, saved_at: AT, finished_at: AT };
  insert('placement_reports', { placement_id: reportedId, ...report });
  addHostLink(insert, traineeId, { placementId: records.askedId, token: records.hostToken });
  addHostLink(insert, traineeId, { placementId: records.hostedId, token: records.hostToken.toLowerCase() });
}
