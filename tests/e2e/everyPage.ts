import { anExercise, moduleOf } from '../support/exercises.ts';
import type { Fields } from '../support/portalClient.ts';
import { ACCOUNT_PAGES, ACCOUNT_PROBLEMS } from './accountSights.ts';
import { ASSESS_PAGES, ASSESS_PROBLEMS } from './assessSights.ts';
import { COHORT_PAGES, COHORT_PROBLEMS } from './cohortSights.ts';
import { CASELOAD_PAGES, CASELOAD_PROBLEMS } from './caseloadSights.ts';
import { CONTACT_PAGES, CONTACT_PROBLEMS } from './contactSights.ts';
import { SECTIONS } from './moduleOfTheWeek.ts';
import { MONDAY_PAGES, MONDAY_PROBLEMS } from './mondaySights.ts';
import { PLACEMENT_PAGES, PLACEMENT_PROBLEMS } from './placementSights.ts';
import { LONG, post, see, type Sight } from './sight.ts';
import { SIGNAL_PAGES, SIGNAL_PROBLEMS } from './signalSights.ts';
import { PORTFOLIO_PAGES, PORTFOLIO_PROBLEMS } from './portfolioSights.ts';
import { RECORD_PAGES, RECORD_PROBLEMS } from './recordSights.ts';
import { SUPERVISION_PAGES, SUPERVISION_PROBLEMS } from './supervisionSights.ts';
import { CRITERIA_PAGES, CRITERIA_PROBLEMS } from './criteriaSights.ts';
import { NOTICE_PAGES, NOTICE_PROBLEMS } from './noticeSights.ts';
import { PEER_RUN_PAGES, PEER_RUN_PROBLEMS } from './peerRunSights.ts';
import { PEER_PLAN_PAGES, PEER_PLAN_PROBLEMS } from './peerPlanSights.ts';
import { PEOPLE_PAGES, PEOPLE_PROBLEMS } from './peopleSights.ts';
import { OFFICE_PAGES, OFFICE_PROBLEMS } from './officeSights.ts';
import { QUALITY_PAGES, QUALITY_PROBLEMS } from './qualitySights.ts';
import { STUDY_PAGES, STUDY_PROBLEMS } from './studySights.ts';
import { WEEK_PAGES, WEEK_PROBLEMS } from './weekSights.ts';

const OWN = ['/', '/modules', '/modules/parole-recall', '/modules/parole-release-test', '/account'];

/** Every page for every role. Nothing here changes anything. */
export const PAGES: readonly Sight[] = [
  ...STUDY_PAGES,
  ...ASSESS_PAGES,
  ...CASELOAD_PAGES,
  ...SIGNAL_PAGES,
  ...CONTACT_PAGES,
  ...PLACEMENT_PAGES,
  ...MONDAY_PAGES,
  ...WEEK_PAGES,
  ...ACCOUNT_PAGES,
  ...NOTICE_PAGES,
  ...PEOPLE_PAGES,
  ...PEER_PLAN_PAGES,
  ...PEER_RUN_PAGES,
  ...QUALITY_PAGES,
  ...see(null, ['/sign-in', '/sign-in?signed-out', '/sign-in?to=%2Fprogress', '/accessibility', '/privacy']),
  ...see('amara', [
    ...OWN,
    '/modules/parole-recall?section=kinds',
    '/modules/parole-recall/check',
    '/modules/parole-recall/done',
  ]),
  ...see('amara', [
    '/modules/parole-release-test/check?result=last',
    '/modules/parole-release-test/done',
    '/progress',
    '/portfolio',
  ]),
  ...see('amara', ['/portfolio/leave', '/portfolio/evidence/new', '/portfolio/evidence/new?criteria=3.1', '/caseload']),
  ...see(
    'amara',
    [1, 2, 3, 4].map((n) => `/portfolio/evidence/amara-evidence-${n}`),
  ),
  ...see('amara', [
    '/portfolio/evidence/amara-evidence-4?saved=yes',
    '/portfolio/evidence/amara-evidence-4?files=removed',
    '/portfolio/evidence/amara-evidence-4?file-problem=too_large',
    '/modules/parole-recall?saved=reflection',
    '/account?kept=language',
    '/account?kept=reading',
    '/notes',
    '/modules/parole-release-test?notes=print',
    '/modules/parole-release-test?section=test&notes=print',
  ]),
  ...see('amara', [
    '/cases',
    '/cases/alun-fairweather',
    '/cases/dale-arkwright',
    '/glossary',
    '/search',
    '/search?q=recall',
    '/search?q=proportinate',
    '/search?q=recall+unheardofword',
    '/search?q=unheardofword',
    '/support',
  ]),
  ...see('nia', ['/modules/parole-recall']),
  ...see('tom', ['/', '/modules', '/progress', '/caseload', '/portfolio', '/modules/parole-recall/check']),
  ...see('tom', ['/notes']),
  ...see('nia', ['/', '/modules', '/progress', '/caseload', '/portfolio', '/placements']),
  ...see('ruth', [
    ...OWN,
    '/cohorts',
    '/cohorts/london',
    '/cohorts/london?sort=behind&order=desc',
    '/trainees/amara',
    '/trainees/tom',
  ]),
  ...see('ruth', [
    '/portfolio/evidence/amara-evidence-1',
    '/portfolio/evidence/amara-evidence-2',
    '/modules/parole-recall/check',
  ]),
  ...see('daniel', [
    ...OWN,
    '/assess',
    '/assess?signed=yes',
    '/assess/amara-evidence-3-1',
    '/assess/amara-evidence-2-1',
  ]),
  ...see('daniel', ['/assess/amara-evidence-1-1/sign', '/trainees/amara', '/portfolio/evidence/amara-evidence-1']),
  ...see('daniel', [
    '/assess/countersign',
    '/assess/trainees/amara/sign',
    '/assess/trainees/amara/sign?criterion=3.3',
    '/assess/trainees/amara/sign?unit=1',
    '/assess/trainees/amara/sign?qualification',
    '/assess/trainees/tom/sign?signed=criterion&what=1.1,1.2',
  ]),
  ...see('joan', ['/assess/countersign?countersigned=agreed', '/assess/countersign/ioan-report-1-assessment']),
  ...see('kerry', [...OWN, '/caseload', '/caseload?allocated=yes', '/caseload/allocate', '/trainees/tom']),
  ...see('venetia', OWN),
  ...see('harvey', [...OWN, '/admin']),
  ...OFFICE_PAGES,
  ...COHORT_PAGES,
  ...CRITERIA_PAGES,
  ...see('gwen', ['/trainees/nia']),
  ...SUPERVISION_PAGES,
  ...RECORD_PAGES,
  ...PORTFOLIO_PAGES,
];

const draft = { id: 'amara-evidence-4', basedOn: '1', title: '', text: '' };

/** A form of an exercise that is not whole. */
function exerciseProblem(kind: 'sort' | 'order' | 'compare', fields: Fields): Sight {
  const path = `/modules/${moduleOf(anExercise(kind).id)}`;
  return post('amara', path, `${path}?_action=exercises.${kind}`, fields);
}

/** Everything that can be answered with "no": errors at the field, refusals, addresses that are not there. */
export const PROBLEMS: readonly Sight[] = [
  ...STUDY_PROBLEMS,
  ...ASSESS_PROBLEMS,
  ...CASELOAD_PROBLEMS,
  ...SIGNAL_PROBLEMS,
  ...CONTACT_PROBLEMS,
  ...PLACEMENT_PROBLEMS,
  ...MONDAY_PROBLEMS,
  ...WEEK_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...NOTICE_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...PEER_PLAN_PROBLEMS,
  ...PEER_RUN_PROBLEMS,
  ...QUALITY_PROBLEMS,
  ...see(
    'amara',
    [
      '/nowhere',
      '/modules/none',
      '/cases/none',
      '/portfolio/evidence/none',
      '/trainees/tom',
      '/portfolio/evidence/tom-evidence-1',
    ],
    404,
  ),
  ...see('amara', ['/cohorts', '/assess', '/admin', '/caseload/allocate'], 403),
  ...see('amara', ['/sign-out'], 405),
  ...see('gwen', ['/cohorts/london', '/trainees/amara'], 404),
  ...OFFICE_PROBLEMS,
  ...COHORT_PROBLEMS,
  ...CRITERIA_PROBLEMS,
  post(null, '/sign-in', '/sign-in', {}),
  post(null, '/sign-in', '/sign-in', { email: 'nobody@pqip.example', password: 'not this one' }, 422),
  post(
    null,
    '/modules/parole-recall',
    '/modules/parole-recall?_action=reflections.save',
    { moduleId: 'parole-recall', text: 'Kept', basedOn: '0' },
    401,
  ),
  post('amara', '/modules/parole-recall/check', '/modules/parole-recall/check?_action=checks.submit', {
    moduleId: 'parole-recall',
  }),
  ...(['sort', 'order'] as const).map((kind) => exerciseProblem(kind, { exerciseId: anExercise(kind).id })),
  exerciseProblem('compare', { exerciseId: anExercise('compare').id, text: LONG, basedOn: '0' }),
  post('amara', '/modules/parole-recall', '/modules/parole-recall?_action=reflections.save', {
    moduleId: 'parole-recall',
    text: LONG,
    basedOn: '0',
  }),
  post(
    'amara',
    '/portfolio/evidence/amara-evidence-4',
    '/portfolio/evidence/amara-evidence-4?_action=portfolio.submit',
    draft,
  ),
  post('amara', '/portfolio/leave', '/portfolio/leave?_action=exports.ask', { id: 'none', password: '' }),
  post('amara', '/portfolio/evidence/amara-evidence-4', '/portfolio/evidence/amara-evidence-4?_action=portfolio.save', {
    ...draft,
    title: 'X000000',
    text: 'I met Mr Ash Birch at ZZ9 9ZZ, and Mr Ash Birch again.',
  }),
  post('amara', '/portfolio/evidence/new', '/portfolio/evidence/new?_action=portfolio.start', {
    title: 'x'.repeat(300),
    text: 'Kept',
  }),
  post('amara', '/account', '/account?_action=accounts.setLanguage', { language: 'xx' }),
  post('amara', '/account', '/account?_action=accounts.setReadingView', { size: 'xx', spacing: 'xx', page: 'xx' }),
  post('amara', '/modules/parole-recall', '/modules/parole-recall?_action=marks.add', {
    moduleId: 'parole-recall',
    sectionId: SECTIONS[0]?.id ?? '',
    quote: 'Words that stand nowhere in it',
    note: 'Kept',
    near: '',
  }),
  post('amara', '/modules/parole-release-test', '/modules/parole-release-test?_action=marks.save', {
    markId: 'parole-release-test-sentence',
    note: LONG,
    basedOn: '1',
  }),
  post('ruth', '/trainees/amara', '/trainees/amara?_action=placements.agree', { placementId: 'none' }, 404),
  post('daniel', '/assess/amara-evidence-3-1', '/assess/amara-evidence-3-1?_action=assess.decide', {
    submissionId: 'amara-evidence-3-1',
    comment: '',
  }),
  post('daniel', '/assess/amara-evidence-1-1/sign', '/assess/amara-evidence-1-1/sign?_action=signing.sign', {
    traineeId: 'amara',
    subject: 'criterion',
    chosen: '9.9',
  }),
  post(
    'joan',
    '/assess/countersign/ioan-report-1-assessment',
    '/assess/countersign/ioan-report-1-assessment?_action=signing.countersign',
    { assessmentId: 'ioan-report-1-assessment', words: 'Kept', password: 'x' },
  ),
  post('daniel', '/assess/trainees/amara/sign', '/assess/trainees/amara/sign?_action=signing.sign', {
    traineeId: 'amara',
    subject: 'criterion',
    password: 'x',
  }),
  ...SUPERVISION_PROBLEMS,
  ...RECORD_PROBLEMS,
  ...PORTFOLIO_PROBLEMS,
];
