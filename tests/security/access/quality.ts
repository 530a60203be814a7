import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { addAssessment, addEvidence, addSubmission, AT, CRITERIA, type Insert } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf, type Way, WAYS } from './world.ts';

const VERIFIER = 'venetia';
/** A plan that everybody's cells share, and one of what may be shown to somebody from outside. */
export const PLAN = 'access-plan';
const GRANT_PLAN = 'access-grant-plan';
const FAR = '2090-01-01';

const slug = (text: string) => text.replaceAll(' ', '-');

/** Records of quality assurance for one cell and way. Pieces are Amara's, so that nothing of Tom's comes into a sample. */
export function qualityIdsOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return {
    toAddId: `quality-add-${id}`,
    toTakeOutId: `quality-out-${id}`,
    closedPlanId: `quality-plan-${id}`,
    /** To read and to judge, to close, and closed to write down what was agreed. */
    exerciseId: `quality-exercise-${id}`,
    toCloseId: `quality-close-${id}`,
    closedId: `quality-closed-${id}`,
    grantId: `quality-grant-${id}`,
  };
}

function addPiece(insert: Insert, id: string): void {
  addEvidence(insert, { id, traineeId: 'amara' });
  addSubmission(insert, { id: `${id}-1`, evidenceId: id, traineeId: 'amara' });
  addAssessment(insert, { id: `${id}-decided`, submissionId: `${id}-1`, assessorId: 'daniel' });
}

function addPlan(insert: Insert, id: string): void {
  insert('sampling_plans', {
    ...{ id, verifier_id: VERIFIER, title: 'A made-up plan', stage: 'interim', due_on: FAR },
    created_at: AT,
  });
}

const addItem = (insert: Insert, plan: string, submission: string) =>
  insert('sampling_plan_items', { plan_id: plan, submission_id: submission, why: 'Made up', added_at: AT });

/** What all cells share. */
export function addQualityShared(insert: Insert): void {
  addPlan(insert, PLAN);
  addPlan(insert, GRANT_PLAN);
  addItem(insert, GRANT_PLAN, 'amara-evidence-1-1');
}

function addExercise(insert: Insert, id: string, judges: readonly string[], closedAt: number | null = null): void {
  insert('standardisations', {
    ...{ id, title: 'A made-up text', text: 'Somebody made up did something made up.', criteria: '["1.1"]' },
    ...{ qualification_version: 'demo-1', created_by: VERIFIER, created_at: AT, closes_on: FAR, closed_at: closedAt },
  });
  for (const judge of judges) insert('standardisation_judges', { standardisation_id: id, assessor_id: judge });
}

/** Who is asked to judge in a cell: the viewer where she assesses this trainee now. */
const judgeOf = ({ viewerId, relation, role }: Column) =>
  viewerId !== null && (relation === 'tom' || (role === 'assessor' && relation === 'mine')) ? viewerId : 'owen';

/** Adds the records of a cell. */
export function addQuality(insert: Insert, column: Column, way: Way): void {
  const ids = qualityIdsOf(column, way);
  addExercise(insert, ids.exerciseId, [judgeOf(column)]);
  if (column.role !== 'verifier') return;
  for (const id of [ids.toAddId, ids.toTakeOutId]) addPiece(insert, id);
  addItem(insert, PLAN, `${ids.toTakeOutId}-1`);
  addPlan(insert, ids.closedPlanId);
  addExercise(insert, ids.toCloseId, ['owen']);
  addExercise(insert, ids.closedId, ['owen'], AT);
  insert('external_grants', {
    ...{ id: ids.grantId, person_id: 'edith', starts_on: FAR, ends_on: FAR, reason: 'Made up' },
    ...{ granted_by: VERIFIER, granted_at: AT },
  });
}

const of = ({ column, way }: Visit) => qualityIdsOf(column, way);
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const on = (page: string) => () => page;

/** Another version of the policy each time, begun from the newest there is. */
function policy({ portal }: Visit): Fields {
  const versions = portal.rows('select id from sampling_policies order by effective_from, entered_at, rowid');
  const share = String(20 + versions.length);
  return {
    ...{ policyId: randomUUID(), newest: String(versions.at(-1)?.id), effectiveFrom: ahead(1), reason: 'Made up' },
    ...{ interimPercent: share, finalPercent: '20', traineesPercent: '50', unitsPercent: '50', lookWithinDays: '28' },
    ...Object.fromEntries(EVIDENCE_KINDS.map((kind) => [`method-${kind}`, '10'])),
  };
}

function look(visit: Visit): Fields {
  const { submissionId, assessmentId } = recordsOf(visit.column, visit.way);
  const said = CRITERIA.map((id) => [`say-${id}`, 'agree'] as const);
  const tests = ['valid', 'authentic', 'current', 'sufficient'].map((test) => [`test-${test}`, 'yes'] as const);
  return {
    ...{ verificationId: randomUUID(), submissionId, assessmentId, seenLook: '', words: '' },
    ...Object.fromEntries([...said, ...tests]),
  };
}

/** One of the signatures under Amara's criteria in the demo for each way; for another's trainee one that is not there. */
function signature({ portal, column, way }: Visit): string {
  if (column.relation !== 'sample') return 'no-signature';
  const rows = portal.rows(
    `select id from portfolio_sign_offs where trainee_id = 'amara' order by round, signed_at, subject_id`,
  );
  return String(rows[WAYS.indexOf(way)]?.id);
}

/** How the actions of quality assurance are reached. */
export const QUALITY_REACHES: Readonly<Record<string, Reach>> = {
  'quality.setPolicy': { page: on('/quality/policy'), input: policy },
  'quality.startPlan': {
    page: on('/quality/plans'),
    input: () => ({
      ...{ planId: randomUUID(), title: 'Made up', stage: 'final', dueOn: ahead(7), seed: 'a', fill: 'empty' },
    }),
  },
  'quality.addToPlan': {
    page: on(`/quality/plans/${PLAN}`),
    input: (visit) => ({ planId: PLAN, submissionId: `${of(visit).toAddId}-1`, why: 'Made up' }),
  },
  'quality.removeFromPlan': {
    page: on(`/quality/plans/${PLAN}`),
    input: (visit) => ({ planId: PLAN, submissionId: `${of(visit).toTakeOutId}-1` }),
  },
  'quality.closePlan': {
    page: on(`/quality/plans/${PLAN}`),
    input: (visit) => ({ planId: of(visit).closedPlanId }),
  },
  'quality.verify': {
    page: ({ column }) => `/quality/samples/${recordsOf(column, 'own page').submissionId}`,
    input: look,
  },
  'quality.unlock': {
    page: ({ column }) => `/quality/trainees/${column.traineeId}`,
    input: (visit) => ({ signOffId: signature(visit), reason: 'Made up', password: DEMO_PASSWORD }),
  },
  'quality.setStanding': {
    page: on('/quality/assessors'),
    input: () => ({
      ...{ standingId: randomUUID(), assessorId: 'joan', standing: 'qualified', countersignerId: '' },
      ...{ effectiveFrom: ahead(1), reason: 'Made up', password: DEMO_PASSWORD },
    }),
  },
  'quality.startExercise': {
    page: on('/quality/standardisation'),
    input: (visit) => ({
      ...{ exerciseId: randomUUID(), submissionId: recordsOf(visit.column, visit.way).submissionId, title: 'Made up' },
      ...{
        text: 'A made-up text.',
        criteria: CRITERIA,
        judges: ['daniel', 'joan'],
        closesOn: ahead(7),
        namesOut: 'yes',
      },
    }),
  },
  'quality.judge': {
    page: ({ column }) => `/assess/standardisation/${qualityIdsOf(column, 'own page').exerciseId}`,
    input: (visit) => ({ exerciseId: of(visit).exerciseId, 'outcome-1.1': 'met', 'reason-1.1': 'Made up' }),
  },
  'quality.closeExercise': {
    page: on('/quality/standardisation'),
    input: (visit) => ({ exerciseId: of(visit).toCloseId }),
  },
  'quality.agreeExercise': {
    page: on('/quality/standardisation'),
    input: (visit) => ({ exerciseId: of(visit).closedId, agreed: 'Made up', was: '' }),
  },
  'quality.grant': {
    page: on('/quality/external'),
    input: () => ({
      ...{ grantId: randomUUID(), personId: 'edith', planId: GRANT_PLAN, startsOn: ahead(7), endsOn: ahead(14) },
      ...{ reason: 'Made up', password: DEMO_PASSWORD },
    }),
  },
  'quality.revokeGrant': {
    page: on('/quality/external'),
    input: (visit) => ({ grantId: of(visit).grantId }),
  },
};
