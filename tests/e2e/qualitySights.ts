import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import type { Fields } from '../support/portalClient.ts';
import { post, see, type Sight } from './sight.ts';

const ID = '5f0c6a52-2222-4a5b-8c1d-5a1b2c3d4e5f';
const OVER = '2020-01-01';
const PLAN = 'interim-autumn';
const SAMPLE = 'amara-more-1-1';
const METHODS = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [`method-${kind}`, 'ten'])) as Fields;

/** Quality assurance as everybody sees it who may. Nothing here changes anything. */
export const QUALITY_PAGES: readonly Sight[] = [
  ...see('venetia', [
    '/quality',
    '/quality/policy',
    '/quality/plans',
    `/quality/plans/${PLAN}`,
    `/quality/plans/${PLAN}?trainee=a`,
    `/quality/plans/${PLAN}?trainee=nobody+of+that+name`,
    `/quality/samples/${SAMPLE}`,
    '/quality/samples/amara-more-2-1',
    '/quality/assessors',
    '/quality/assessors?name=joan',
    '/quality/assessors?name=nobody&page=9',
    '/quality/trainees/amara',
    '/quality/standardisation',
    `/quality/standardisation?from=${SAMPLE}`,
    '/quality/standardisation/ten-minutes',
    '/quality/external',
    `/quality/external?plan=${PLAN}`,
  ]),
  ...see('venetia', [
    '/quality/policy?kept=yes',
    `/quality/plans/${PLAN}?begun=yes`,
    `/quality/samples/${SAMPLE}?looked=1`,
  ]),
  ...see('harvey', ['/quality', `/quality/plans/${PLAN}`, '/quality/plans', '/quality/policy', '/quality/assessors']),
  ...see('harvey', ['/quality/standardisation/ten-minutes', '/quality/external', '/quality/standardisation']),
  ...see('edith', ['/', '/quality/trainees/amara', '/portfolio/evidence/amara-more-2']),
  ...see('daniel', ['/assess/standardisation/ten-minutes']),
];

const policy = { policyId: ID, newest: 'policy-autumn', effectiveFrom: OVER, reason: '' };
const standing = { standingId: ID, assessorId: 'daniel', standing: 'in_training', countersignerId: '', reason: '' };

/** Each form with what is wrong in it. */
export const QUALITY_PROBLEMS: readonly Sight[] = [
  post('venetia', '/quality/policy', '/quality/policy?_action=quality.setPolicy', {
    ...{ ...policy, ...METHODS, interimPercent: '101', finalPercent: '', traineesPercent: '-1' },
    ...{ unitsPercent: '1.5', lookWithinDays: '0' },
  }),
  post('venetia', '/quality/plans', '/quality/plans?_action=quality.startPlan', {
    ...{ planId: ID, title: '', stage: 'other', dueOn: OVER, seed: '', fill: '' },
  }),
  post(
    'venetia',
    `/quality/plans/${PLAN}?trainee=priya`,
    `/quality/plans/${PLAN}?trainee=priya&_action=quality.addToPlan`,
    {
      ...{ planId: PLAN, submissionId: 'priya-evidence-1-1', why: '' },
    },
  ),
  post('venetia', `/quality/plans/${PLAN}`, `/quality/plans/${PLAN}?_action=quality.closePlan`, { planId: PLAN }, 422),
  post('venetia', `/quality/samples/${SAMPLE}`, `/quality/samples/${SAMPLE}?_action=quality.verify`, {
    ...{ verificationId: ID, submissionId: SAMPLE, assessmentId: `${SAMPLE}-assessment`, seenLook: '' },
    'say-5.1': 'reject',
  }),
  post('venetia', '/quality/assessors', '/quality/assessors?_action=quality.setStanding', {
    ...standing,
    effectiveFrom: OVER,
  }),
  post('venetia', '/quality/trainees/amara', '/quality/trainees/amara?_action=quality.unlock', {
    ...{ signOffId: 'none', reason: '', password: '' },
  }),
  post(
    'venetia',
    `/quality/standardisation?from=${SAMPLE}`,
    `/quality/standardisation?from=${SAMPLE}&_action=quality.startExercise`,
    {
      ...{ exerciseId: ID, submissionId: SAMPLE, title: '', text: 'Ring 07700 900123', closesOn: OVER },
    },
  ),
  post('venetia', `/quality/external?plan=${PLAN}`, `/quality/external?plan=${PLAN}&_action=quality.grant`, {
    ...{ grantId: ID, personId: '', planId: PLAN, startsOn: OVER, endsOn: '', reason: '' },
  }),
];
