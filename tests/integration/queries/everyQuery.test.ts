import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Reader } from '#db/client.ts';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import * as caseload from '#db/queries/caseload.ts';
import { listHistoryFacts } from '#db/queries/caseloadHistory.ts';
import * as checks from '#db/queries/checks.ts';
import * as cohorts from '#db/queries/cohorts.ts';
import * as exercises from '#db/queries/exercises.ts';
import * as marks from '#db/queries/marks.ts';
import * as messages from '#db/queries/messages/messages.ts';
import * as office from '#db/queries/office.ts';
import * as portfolio from '#db/queries/portfolio.ts';
import * as programme from '#db/queries/programme.ts';
import * as progress from '#db/queries/progress.ts';
import * as readingTicks from '#db/queries/readingTicks.ts';
import * as reflections from '#db/queries/reflections.ts';
import * as snapshots from '#db/queries/snapshots.ts';
import { listStandingSubmissions } from '#db/queries/standingSubmissions.ts';
import * as submissions from '#db/queries/submissions.ts';
import * as supervision from '#db/queries/supervision.ts';
import * as supervisionAgenda from '#db/queries/supervisionAgenda.ts';
import * as supervisionReviews from '#db/queries/supervisionReviews.ts';
import { listThreadFacts } from '#db/queries/thread.ts';
import * as trainees from '#db/queries/trainees.ts';
import * as wellbeing from '#db/queries/wellbeing.ts';
import * as weekQueries from '#db/queries/week.ts';
import * as weekChanges from '#db/queries/weekChanges.ts';
import * as weekCohorts from '#db/queries/weekCohorts.ts';
import { measuredMinutes } from '#src/domain/modules/measuredMinutes.ts';
import { loadContent } from '#src/server/content.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { canRunSqld, startSqld } from '../../support/sqldServer.ts';
import { aViewer } from '../../support/viewer.ts';
import { CASELOAD_QUESTIONS } from './caseloadQuestions.ts';
import { COHORT_QUESTIONS } from './cohortQuestions.ts';
import { CONTACT_QUESTIONS } from './contactQuestions.ts';
import { PEER_PLAN_QUESTIONS } from './peerPlanQuestions.ts';
import { CRITERIA_QUESTIONS } from './criteriaQuestions.ts';
import { NOTICE_QUESTIONS } from './noticeQuestions.ts';
import { RECORD_QUESTIONS } from './recordQuestions.ts';
import { PLACEMENT_QUESTIONS } from './placementQuestions.ts';
import { QUALITY_QUESTIONS } from './qualityQuestions.ts';
import { ASSESSING_QUESTIONS, QUEUE_QUESTION } from './assessingQuestions.ts';
import { SIGNAL_QUESTIONS } from './signalQuestions.ts';
import { SIGNING_QUESTIONS } from './signingQuestions.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const TODAY = '2026-11-19';

const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const daniel = aViewer('daniel', { roles: ['assessor'], assessorOf: ['amara', 'tom'] });
const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['amara', 'tom'] });
const venetia = aViewer('venetia', { roles: ['verifier'] });
const stranger = aViewer('stranger');

/** Every question the portal asks of its data, by name. */
const QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'a trainee with her pauses': (db) => trainees.findTrainee(db, 'tom'),
  'a trainee who is not there': (db) => trainees.findTrainee(db, 'nobody'),
  'whose record it is': (db) => trainees.findTraineeSubject(db, 'nia'),
  'a cohort': (db) => cohorts.findCohort(db, 'london'),
  'the cohorts of a tutor': (db) => cohorts.listCohorts(db, ruth),
  'the trainees of a cohort': (db) => cohorts.listCohortTrainees(db, ruth, 'london'),
  'the trainees of an assessor': (db) => cohorts.listAssignedTrainees(db, daniel),
  'module facts of a trainee': (db) => progress.listModuleFacts(db, 'amara'),
  'module facts of a cohort': (db) => progress.listCohortModuleFacts(db, 'london'),
  'own reading': (db) => progress.findOwnReading(db, 'amara'),
  'when people read': (db) => readingTicks.listTickTimes(db),
  'the newest attempt at a check': (db) => checks.findLatestAttempt(db, 'amara', 'parole-release-test'),
  'the work on the exercises of a module': (db) => exercises.listExerciseWork(db, 'amara', 'parole-recall'),
  'the work on one exercise': (db) => exercises.findExerciseWork(db, 'amara', 'parole-recall-scenario'),
  'a reflection': (db) => reflections.findReflection(db, 'amara', 'parole-release-test'),
  'her marks in a module': (db) => marks.listMarks(db, 'amara', 'parole-release-test'),
  'all her marks': (db) => marks.listAllMarks(db, 'amara'),
  'the modules she reflected on': (db) => reflections.listReflectedModules(db, 'amara'),
  'whose mark it is': (db) => marks.findMarkSubject(db, 'parole-release-test-sentence'),
  ...PLACEMENT_QUESTIONS,
  'cases carried on a day': (db) => caseload.listCarriedCases(db, ['amara', 'tom'], TODAY),
  'what decides caseloads on a day': (db) => caseload.listCaseloadRows(db, ['amara', 'tom'], TODAY),
  'everything that decided the caseloads of a cohort': (db) => listHistoryFacts(db, ruth, ['amara', 'tom']),
  'what the office has set': (db) => office.listOfficeSettings(db),
  'the newest allocations': (db) => caseload.listLatestAllocations(db, kerry),
  'an allocation': (db) => caseload.findAllocation(db, 'amara-case-1-1'),
  ...CASELOAD_QUESTIONS,
  ...COHORT_QUESTIONS,
  ...CRITERIA_QUESTIONS,
  ...QUALITY_QUESTIONS,
  ...ASSESSING_QUESTIONS,
  ...SIGNAL_QUESTIONS,
  ...SIGNING_QUESTIONS,
  'drafts of evidence': (db) => portfolio.listDraftHeads(db, 'amara'),
  'one draft': (db) => portfolio.findEvidence(db, 'amara-evidence-1'),
  'the number of the next snapshot': (db) => snapshots.nextSubmissionNumber(db, 'amara-evidence-1'),
  'what goes into the next snapshot': (db) => snapshots.readSnapshotParts(db, 'amara-evidence-1'),
  'everything that holds words of a piece of evidence': (db) => snapshots.listContents(db, 'amara-evidence-1'),
  'what happened to a piece of evidence': (db) => listThreadFacts(db, 'amara-record-1'),
  'which evidence a snapshot is of': (db) => snapshots.findSnapshotEvidence(db, 'amara-evidence-1-1'),
  'an assessment': (db) => portfolio.findAssessment(db, 'amara-evidence-1-1-assessment'),
  'the decisions of an assessment': (db) => portfolio.listDecisions(db, 'amara-evidence-1-1-assessment'),
  'what a trainee submitted as far as it stands': (db) => listStandingSubmissions(db, 'amara'),
  'everything a trainee submitted': (db) => submissions.listSubmissionsOfTrainee(db, 'amara'),
  'what a verifier was given to look at': (db) => submissions.listSampledSubmissions(db, venetia),
  'one submission': (db) => submissions.findSubmission(db, 'amara-evidence-1-1'),
  'snapshots of one piece of evidence': (db) => submissions.listSubmissionsOfEvidence(db, 'amara-evidence-2'),
  'decisions about one piece of evidence': (db) => submissions.listDecisionsOfEvidence(db, 'amara-evidence-2'),
  'whose evidence it is': (db) => submissions.findEvidenceSubject(db, 'amara-evidence-2'),
  'whose evidence it is, and who assesses it': (db) =>
    submissions.findEvidenceWithAssessors(db, 'amara-evidence-2', TODAY),
  'what decides a week': (db) => weekQueries.listWeekFacts(db, 'nia', { from: '2026-11-16', to: '2026-11-29' }),
  'the usual weeks that count for somebody': (db) => weekChanges.listPatternsFor(db, 'nia'),
  'the usual weeks of a cohort': (db) => weekChanges.listPatterns(db, { cohortId: 'london' }),
  'days that are not as usual': (db) => weekChanges.listExceptions(db, 'amara', TODAY),
  'one appointment': (db) => weekChanges.findAppointment(db, 'amara-appointment-3'),
  'one usual week': (db) => weekChanges.findPattern(db, 'week-nia'),
  'which cohorts have a usual week': (db) => weekCohorts.listCohortWeeks(db, TODAY),
  'how many people hold each role': (db) => programme.countRoles(db),
  'how many trainees each cohort has': (db) => programme.countCohorts(db),
  'how much there is in the programme': (db) => programme.countProgramme(db),
  'supervision meetings': (db) => supervision.listMeetings(db, 'tom'),
  'a supervision meeting': (db) => supervision.findMeeting(db, 'amara-meeting-2026-10-28'),
  'meetings ahead': (db) => supervision.countMeetingsFrom(db, 'amara', { today: TODAY, day: TODAY }),
  'review records': (db) => supervision.listReviews(db, 'amara'),
  'what was agreed in reviews': (db) => supervision.listAgreedActions(db, 'tom'),
  'the last review': (db) => supervision.findLastHeldOn(db, 'amara', TODAY),
  ...NOTICE_QUESTIONS,
  ...RECORD_QUESTIONS,
  ...CONTACT_QUESTIONS,
  ...PEER_PLAN_QUESTIONS,
  'one review record': (db) => supervisionReviews.findReview(db, 'priya-review-2026-11-11'),
  'the record of an action': (db) => supervisionReviews.findReviewOfAction(db, 'priya-review-2026-11-11-action-1'),
  'the record of a day': (db) =>
    supervisionReviews.findReviewOf(db, { trainee: 'priya', heldOn: '2026-11-11', meetingId: null }),
  'what an agenda asks for': (db) => supervisionAgenda.listAgendaFacts(db, 'tom', TODAY),
  'who takes part in a review': (db) => supervisionAgenda.listParticipants(db, 'amara', TODAY),
  'what stands against a meeting': (db) => supervisionAgenda.listDayClashes(db, 'amara', '2026-11-25'),
  'her own check-ins': (db) => wellbeing.listOwnCheckIns(db, 'tom'),
  'shared check-ins': (db) => wellbeing.listSharedCheckIns(db, 'amara'),
  'one check-in': (db) => wellbeing.findCheckIn(db, 'tom', '2026-11'),
};

const folder = mkdtempSync(join(tmpdir(), 'portal-queries-'));
const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors'), traineeCount: 25, now: NOW };

/** The demo's people have worked on no exercise; here one of them has. */
const WORK = {
  traineeId: 'amara',
  exerciseId: 'parole-recall-scenario',
  moduleId: 'parole-recall',
  exerciseVersion: '1',
  work: { kind: 'scenario' as const, paths: [{ choices: [{ stepId: 'one', choiceId: 'two' }], endingId: null }] },
  basedOn: 0,
  isFinished: false,
  at: NOW,
};

async function demoAt(url: string): Promise<Database> {
  await writeDemo({ ...places, url });
  const database = await openDatabase({ url });
  await database.write((tx) => exercises.saveExerciseWork(tx, WORK));
  return database;
}

let file: Database;
beforeAll(async () => {
  file = await demoAt(pathToFileURL(join(folder, 'portal.db')).href);
});
afterAll(async () => {
  await file.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(QUESTIONS))('%s: the demo has an answer', async (...[name, ask]) => {
  const answer = await file.read(ask);
  const isEmpty = answer === null || (Array.isArray(answer) && answer.length === 0);
  expect(isEmpty).toBe(name === 'a trainee who is not there' || name === 'reductions on a day');
});

describe.skipIf(!canRunSqld)('on a libSQL server', () => {
  let server: Awaited<ReturnType<typeof startSqld>>;
  let remote: Database;
  beforeAll(async () => {
    server = await startSqld();
    remote = await demoAt(server.url);
  });
  afterAll(async () => {
    await remote.close();
    await server.stop();
  });

  test.each(Object.entries(QUESTIONS))('%s: the answer is the same as from a file', async (...[_name, ask]) => {
    expect(await remote.read(ask)).toEqual(await file.read(ask));
  });
});

describe('rows narrow themselves: a viewer without the assignment gets none', () => {
  test.each<[string, (db: Reader) => Promise<unknown[]>]>([
    ['cohorts', (db) => cohorts.listCohorts(db, stranger)],
    ['trainees of a cohort of somebody else', (db) => cohorts.listCohortTrainees(db, ruth, 'wales')],
    ['assigned trainees', (db) => cohorts.listAssignedTrainees(db, stranger)],
    ['messages to a cohort of somebody else', (db) => messages.listSent(db, stranger)],
    ['whom of another cohort a message can go to', (db) => messages.listMembers(db, ruth, 'wales')],
    ['waiting evidence', (db) => listQueueFacts(db, stranger, QUEUE_QUESTION)],
    ['sampled decisions without the role', (db) => submissions.listSampledSubmissions(db, stranger)],
    [
      'sampled decisions of another verifier',
      (db) => submissions.listSampledSubmissions(db, aViewer('vera', { roles: ['verifier'] })),
    ],
  ])('%s', async (...[_name, ask]) => {
    expect(await file.read(ask)).toEqual([]);
  });
});

test('an assessor sees what waits of her own trainees only', async () => {
  const facts = await file.read((db) => listQueueFacts(db, daniel, QUEUE_QUESTION));
  const waiting = facts.flatMap((fact) => (fact.fact === 'waiting' ? [fact.traineeId] : []));
  expect([...new Set(waiting)].sort()).toEqual(['amara', 'tom']);
});

test('when people read is told without saying who: a number, and nothing of the person', async () => {
  const ticks = await file.read(readingTicks.listTickTimes);
  expect(new Set(ticks.map(({ reader }) => reader)).size).toBeGreaterThan(10);
  for (const tick of ticks) {
    expect(Object.keys(tick).sort()).toEqual(['at', 'moduleId', 'reader', 'sectionId']);
    expect(tick.reader).toSatisfy(Number.isSafeInteger);
  }
});

test('the demo reads section by section, so that its minutes can be measured', async () => {
  const { modules } = await loadContent(new URL('../../../', import.meta.url));
  const ticks = await file.read(readingTicks.listTickTimes);
  const measured = [...measuredMinutes(modules, ticks).values()].flatMap(({ minutes }) => minutes ?? []);
  expect(measured.length).toBeGreaterThan(0);
  for (const minutes of measured) expect(minutes).toSatisfy((taken: number) => taken > 10 && taken < 60);
});

test('a manager is given her own trainees only', async () => {
  const managed = await file.read((db) => cohorts.listAssignedTrainees(db, kerry));
  expect(managed.map(({ traineeId }) => traineeId)).toEqual(['amara', 'tom']);
});
