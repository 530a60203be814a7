import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, demoEmail } from '#db/demo/people.ts';
import { CRITERIA } from '../../support/demoRecords.ts';
import { anExercise, firstWay, moduleOf, orderFields, sortFields } from '../../support/exercises.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { PortalServer } from '../../support/portalServer.ts';
import type { Column } from './cast.ts';
import { PORTFOLIO_REACHES } from './portfolioReaches.ts';
import { PLACE_REACHES } from './placeReaches.ts';
import { STUDY_REACHES } from './studyReaches.ts';
import { WEEK_REACHES } from './weekReaches.ts';
import { CASE_REACHES } from './caseReaches.ts';
import { recordsOf, type Way, WAYS } from './world.ts';
import { PLACEMENT_REACHES } from './placements.ts';
import { SIGNAL_REACHES } from './signals.ts';
import { SIGNING_REACHES } from './signing.ts';
import { EXPORT_REACHES } from './exports.ts';
import { FILE_REACHES } from './files.ts';
import { QUALITY_REACHES } from './quality.ts';
import { ASSESSING_REACHES } from './assessing.ts';
import { RECORD_REACHES } from './records.ts';
import { SUPERVISION_REACHES } from './supervision.ts';
import { supervisionSetting } from './officeReach.ts';
import { ACCOUNT_REACHES } from './accounts.ts';
import { PEOPLE_REACHES } from './people.ts';
import { NOTICE_REACHES } from './noticeReaches.ts';
import { COHORT_VIEW_REACHES } from './cohortViews.ts';
import { CONTACT_REACHES } from './contacts.ts';
import { PEER_AFTER_REACHES } from './peerAfter.ts';
import { PEER_PLAN_REACHES } from './peerPlan.ts';
import { COHORT_REACHES } from './places.ts';
import { CRITERIA_REACHES } from './criteriaReaches.ts';

/** One cell on its way to the portal. */
export interface Visit {
  readonly portal: PortalServer;
  readonly column: Column;
  readonly way: Way;
}

export const MODULE = 'parole-recall';

/** How an action is reached: the page its form stands on, and fields that are right in everything but, perhaps, who sends them. */
export interface Reach {
  readonly page: (visit: Visit) => string;
  readonly input: (visit: Visit) => Fields;
  /** What changes in the database when it is done, where it is more than sessions. Default: something does. */
  readonly changes?: 'sessions only';
  /** Waits for what goes on after the answer. */
  readonly settled?: (visit: Visit) => void;
}

const on = (page: string) => () => page;
const records = ({ column, way }: Visit) => recordsOf(column, way);
const credentials = ({ column }: Visit): Fields => ({
  email: demoEmail(column.viewerId ?? 'amara'),
  password: DEMO_PASSWORD,
});
function decisions(visit: Visit): Fields {
  const each = CRITERIA.map((id) => [
    [`decision-${id}`, 'met'],
    [`feedback-${id}`, 'Shown again.'],
  ]);
  return {
    submissionId: records(visit).waitingId,
    comment: `Decided ${visit.way}`,
    ...(Object.fromEntries(each.flat()) as Record<string, string>),
  };
}

/** A session of the viewer on another device; for nobody, one of Amara's. */
function otherSession({ portal, column }: Visit): Fields {
  const [row] = portal.rows(
    'select id from sessions where person_id = ? order by created_at, rowid limit 1',
    column.viewerId ?? 'amara',
  );
  return { sessionId: String(row?.id) };
}

/** Every question with one option chosen. */
function answers({ portal }: Visit): Fields {
  const [row] = portal.rows('select answers from check_attempts where module_id = ? limit 1', 'parole-release-test');
  return { moduleId: 'parole-release-test', attemptId: randomUUID(), ...(JSON.parse(String(row?.answers)) as Fields) };
}

/** A section she has not ticked yet; the same for everybody. */
function section({ portal }: Visit): Fields {
  const all = portal.rows(
    `select distinct section_id from section_ticks where module_id = ? and section_id not in (select section_id from section_ticks where module_id = ? and trainee_id = 'amara')`,
    MODULE,
    MODULE,
  );
  return { moduleId: MODULE, sectionId: String(all.at(-1)?.section_id) };
}

/** A module for each way: that its changes were read is noted once. */
const CHANGED: Readonly<Record<Way, string>> = {
  'own page': MODULE,
  'another page': 'parole-release-test',
  called: 'parole-report',
};

function reflection({ portal, way }: Visit): Fields {
  const [row] = portal.rows(`select revision from reflections where module_id = ? and trainee_id = 'amara'`, MODULE);
  return { moduleId: MODULE, text: `Written on ${way}.`, basedOn: String(Number(row?.revision ?? 0)) };
}

const SCENARIO = anExercise('scenario');
const COMPARE = anExercise('compare');
const pageOf = (exerciseId: string) => on(`/modules/${moduleOf(exerciseId)}`);

/** One choice at the first step, then the other: each begins another way than the one before. */
function firstChoice({ way }: Visit): Fields {
  const step = SCENARIO.steps.find(({ id }) => id === SCENARIO.start);
  const choice = step?.choices[way === 'another page' ? 0 : 1];
  return { exerciseId: SCENARIO.id, stepId: SCENARIO.start, choiceId: choice?.id ?? '' };
}

/** Back to the second step of the way that the world has in store, to the first, and to the second again. */
function earlierStep({ way }: Visit): Fields {
  const [first, second] = firstWay(SCENARIO).choices;
  return { exerciseId: SCENARIO.id, stepId: (way === 'another page' ? first?.stepId : second?.stepId) ?? '' };
}

function comparison({ portal, way }: Visit): Fields {
  const [row] = portal.rows(
    `select revision from exercise_work where exercise_id = ? and trainee_id = 'amara'`,
    COMPARE.id,
  );
  return { exerciseId: COMPARE.id, text: `Noticed on ${way}.`, basedOn: String(Number(row?.revision ?? 0)) };
}

export const REACHES: Readonly<Record<string, Reach>> = {
  ...PEER_AFTER_REACHES,
  ...PEER_PLAN_REACHES,
  ...PLACEMENT_REACHES,
  ...PLACE_REACHES,
  ...STUDY_REACHES,
  ...WEEK_REACHES,
  'accounts.signIn': { page: on('/sign-in'), input: credentials, changes: 'sessions only' },
  'accounts.signInBeside': { page: on('/account'), input: credentials, changes: 'sessions only' },
  'accounts.setLanguage': {
    page: on('/account'),
    input: ({ portal, column }) => ({
      language:
        portal.rows('select language from people where id = ?', column.viewerId ?? 'amara')[0]?.language === 'cy'
          ? 'en'
          : 'cy',
    }),
  },
  'accounts.setReadingView': {
    page: on('/account'),
    input: ({ portal, column }) => {
      const [row] = portal.rows('select reading_view from people where id = ?', column.viewerId ?? 'amara');
      return { size: row?.reading_view === 'size=large' ? 'larger' : 'large', spacing: 'usual', page: 'full' };
    },
  },
  'accounts.endSession': { page: on('/account'), input: otherSession, changes: 'sessions only' },
  'accounts.signOutEverywhere': { page: on('/account'), input: () => ({}), changes: 'sessions only' },
  'assess.decide': { page: (visit) => `/assess/${records(visit).waitingId}`, input: decisions },
  ...CASE_REACHES,
  'checks.submit': { page: on('/modules/parole-release-test/check'), input: answers },
  'exercises.choose': { page: pageOf(SCENARIO.id), input: firstChoice },
  'exercises.compare': { page: pageOf(COMPARE.id), input: comparison },
  'exercises.order': {
    page: pageOf(anExercise('order').id),
    input: ({ way }) => orderFields(anExercise('order'), WAYS.indexOf(way)),
  },
  'exercises.sort': {
    page: pageOf(anExercise('sort').id),
    input: ({ way }) => sortFields(anExercise('sort'), WAYS.indexOf(way)),
  },
  'exercises.startAgain': { page: pageOf(SCENARIO.id), input: earlierStep },
  'marks.add': {
    page: on(`/modules/${MODULE}`),
    input: (visit) => ({ ...section(visit), quote: '', note: `Noted on ${visit.way}.`, near: '' }),
  },
  'marks.remove': { page: on('/notes'), input: (visit) => ({ markId: records(visit).lostMarkId }) },
  'marks.save': {
    page: on('/notes'),
    input: (visit) => ({ markId: records(visit).markId, note: `Changed on ${visit.way}.`, basedOn: '1' }),
  },
  'matters.acknowledge': {
    page: on('/'),
    input: () => ({ matter: 'over-limit:nothing-of-the-kind' }),
    changes: 'sessions only',
  },
  'office.set': {
    page: on('/admin/office/supervision/change'),
    input: (visit) => supervisionSetting(visit),
  },
  ...SIGNING_REACHES,
  ...SUPERVISION_REACHES,
  ...ACCOUNT_REACHES,
  ...PEOPLE_REACHES,
  ...NOTICE_REACHES,
  ...COHORT_VIEW_REACHES,
  ...CONTACT_REACHES,
  ...COHORT_REACHES,
  ...CRITERIA_REACHES,
  ...ASSESSING_REACHES,
  ...RECORD_REACHES,
  ...SIGNAL_REACHES,
  ...QUALITY_REACHES,
  ...EXPORT_REACHES,
  ...FILE_REACHES,
  ...PORTFOLIO_REACHES,
  'progress.move': { page: on(`/modules/${MODULE}`), input: section },
  'progress.readChanges': {
    page: on(`/modules/${MODULE}`),
    input: ({ way }) => ({ moduleId: CHANGED[way] }),
  },
  'progress.tick': { page: on(`/modules/${MODULE}`), input: (visit) => ({ ...section(visit), ticked: 'yes' }) },
  'reflections.save': { page: on(`/modules/${MODULE}`), input: reflection },
};
