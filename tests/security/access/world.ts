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
import { COLUMNS, type Column } from './cast.ts';

/** The three ways to an action: a form on its own page, a form on a page that is everybody's, and a call from a script. */
export const WAYS = ['own page', 'another page', 'called'] as const;
export type Way = (typeof WAYS)[number];

/** A record for one cell and way: nothing that one cell does changes the answer of another. */
export interface Records {
  /** Handed in, every criterion met, ready to sign. */
  readonly submissionId: string;
  readonly assessmentId: string;
  readonly evidenceId: string;
  /** Handed in and waiting for a decision. */
  readonly waitingId: string;
  /** A draft to be saved, and one to be handed in. */
  readonly draftId: string;
  readonly finishedId: string;
  readonly placementId: string;
  /** A mark to be written on, and one to be removed. */
  readonly markId: string;
  readonly lostMarkId: string;
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
    placementId: `place-${id}`,
    markId: `mark-${id}`,
    lostMarkId: `lost-${id}`,
  };
}

/** Adds the people that the demo has not, and a record for every cell. */
export function furnishWorld(database: DatabaseSync): void {
  const insert = inserter(database);
  addPeople(database, insert);
  addScenarioWork(database, 'amara', [firstWay(anExercise('scenario'))]);
  for (const column of COLUMNS) {
    for (const way of WAYS) addRecords(insert, column, recordsOf(column, way));
  }
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
  for (const id of [records.draftId, records.finishedId, records.evidenceId, records.waitingId])
    addEvidence(insert, { id, traineeId });
  addSubmission(insert, { id: records.waitingId, evidenceId: records.waitingId, traineeId });
  addSubmission(insert, { id: records.submissionId, evidenceId: records.evidenceId, traineeId });
  const assessorId = viewerId && (role === 'assessor' || role === 'several') ? viewerId : 'daniel';
  addAssessment(insert, { id: records.assessmentId, submissionId: records.submissionId, assessorId });
  if (relation === 'sample')
    insert('samples', { submission_id: records.submissionId, verifier_id: 'venetia', sampled_at: AT });
  for (const id of [records.markId, records.lostMarkId]) addMark(insert, { id, traineeId });
  insert('placements', {
    id: records.placementId,
    trainee_id: traineeId,
    kind: 'court',
    place: 'Made-up court',
    host_contact: 'Desk',
    look_for: 'Days',
    starts_on: LONG_AGO,
    ends_on: LONG_AGO,
    proposed_at: AT,
  });
}
