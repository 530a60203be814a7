import type { Database } from '#db/client.ts';
import { demoProgramme } from '#db/schema/index.ts';
import { addDays, weekStart } from '#src/domain/calendar.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import type { WorkloadFigures } from '#src/domain/caseload/schema.ts';
import type { ReadableSection } from '#src/domain/marks/passageIndex.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { OfficeDefault } from '#src/domain/office/settings.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { PolicyDefault } from '#src/domain/quality/policy.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import type { BankHolidays } from '#src/domain/week/bankHolidays.ts';
import { tellCases } from './caseload.ts';
import { tellCohortViews } from './cohortViews.ts';
import { tellCohorts } from './cohorts.ts';
import { tellContacts } from './contacts.ts';
import { tellCountersigning } from './countersigning.ts';
import { type Crowd, crowdOf } from './crowd.ts';
import { type Accepted, type DemoLedger, tellEvidence } from './evidence.ts';
import { type DemoFiles, keepDemoFiles, type KeepFile } from './evidenceFiles.ts';
import { signCriteria, signingsOf } from './evidenceSignatures.ts';
import { tellModules } from './history.ts';
import { fillPortfolios } from './fullPortfolios.ts';
import { tellMarks } from './marks.ts';
import { tellMessages } from './messages.ts';
import { tellNotices } from './notices.ts';
import { tellOffice } from './office.ts';
import {
  COLLEAGUES,
  DEMO_COHORTS,
  type DemoAssignment,
  demoEmail,
  type DemoPerson,
  NAMED_PEOPLE,
  STANDING_ASSIGNMENTS,
} from './people.ts';
import { tellPeerSessions } from './peerSessions.ts';
import { tellHosts } from './placementHost.ts';
import { tellPlacementOffers } from './placementOffers.ts';
import { tellPlacements } from './placements.ts';
import { demoPoints } from './points.ts';
import { tellQuality } from './quality.ts';
import { tellReadiness } from './readiness.ts';
import { signRecords, tellRecords } from './records.ts';
import { type DemoRows, noRows, writeRows } from './rows.ts';
import { STORIES, type Story } from './stories.ts';
import { tellSignals } from './signals.ts';
import { tellStudyTime } from './studyTime.ts';
import { tellSupervision } from './supervision.ts';
import { type ReviewLedger, signReviews } from './supervisionSignatures.ts';
import { type DemoTime, noonOf, startedOn, weeksBefore } from './timing.ts';
import { tellWeeks } from './week.ts';
import { tellWellbeing } from './wellbeing.ts';
import { tellWithdrawn } from './withdrawn.ts';
import { tellWitnesses } from './witness.ts';

export { DEMO_PASSWORD, demoEmail, NAMED_PEOPLE } from './people.ts';

export interface DemoContent {
  readonly routes: readonly Route[];
  readonly modules: readonly ModuleMeta[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly qualification: Qualification;
  readonly workload: readonly WorkloadFigures[];
  /** The defaults of the office, which its own settings begin from; without them it has set nothing. */
  readonly office?: readonly OfficeDefault[];
  /** The default of the sampling policy, which the demo's own begins from; without it nobody set one. */
  readonly samplingPolicy?: PolicyDefault;
  /** The words of each module, by its id, to mark some of them; without them nothing is marked but sections. */
  readonly texts?: ReadonlyMap<string, readonly ReadableSection[]>;
  /** The days on which nobody meets; without them only weekends are kept free. */
  readonly bankHolidays?: Pick<BankHolidays, 'days'>;
}

export interface DemoOptions {
  readonly content: DemoContent;
  readonly ledger: DemoLedger & ReviewLedger;
  /** The hash of DEMO_PASSWORD, made once: everybody in the demo has the same password. */
  readonly passwordHash: string;
  /** The day the demo tells of, `YYYY-MM-DD`. */
  readonly today: string;
  /** 1 or more; the first are the named people: Amara, Tom, Nia, then the others of London and Wales. */
  readonly traineeCount?: number;
  /** Pieces of evidence that everybody has at least; without it as their stories tell. */
  readonly evidenceCount?: number;
  /** Puts a content where the portal keeps files; without it the demo has no files. */
  readonly keepFile?: KeepFile;
}

interface WorkOfAll {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  readonly routes: readonly Route[];
}

/** Everybody's placements, study time, talks and what was written to them. Gives back the reviews that are to be signed. */
function tellWork(rows: DemoRows, { time, stories, routes }: WorkOfAll) {
  tellPlacements(rows, { time, stories });
  tellHosts(rows, { time });
  tellPlacementOffers(rows, { time, stories, routes });
  const reviews = tellSupervision(rows, { time, stories });
  tellWellbeing(rows, { time, stories });
  tellReadiness(rows, { time, stories });
  tellStudyTime(rows, { time, stories });
  tellContacts(rows, { time, stories });
  tellMessages(rows, { time, stories });
  tellNotices(rows, { time, stories });
  return reviews;
}

/** Fills an empty, migrated database with the demo programme: the same for the same day and number. Writes the row that switches demo mode on last. */
export async function fillDemo(database: Database, options: DemoOptions): Promise<void> {
  const time: DemoTime = { today: options.today, monday: weekStart(options.today) };
  const crowd = crowdOf(options.traineeCount ?? STORIES.length);
  const stories = [...STORIES, ...crowd.stories].slice(0, options.traineeCount);
  const rows = noRows();
  tellPeople(rows, { time, crowd, stories, passwordHash: options.passwordHash });
  tellAssignments(rows, { time, crowd, stories });
  tellCohorts(rows, { time, stories });
  tellWithdrawn({ rows, time, content: options.content, passwordHash: options.passwordHash }, stories);
  tellSignals(rows, { time, stories });
  tellCohortViews(rows, { time });
  const accepted = await tellStories(rows, stories, { time, options });
  const records = tellRecords(rows, {
    time,
    stories,
    ledger: options.ledger,
    qualification: options.content.qualification,
  });
  tellWitnesses(rows, { time, stories });
  const reviews = tellWork(rows, { time, stories, routes: options.content.routes });
  tellWeeks(rows, { time, stories, cohorts: [...DEMO_COHORTS, ...crowd.cohorts] });
  tellPeerSessions(rows, { time, stories, holidays: options.content.bankHolidays ?? { days: [] } });
  tellOffice(rows, { time, office: options.content.office ?? [] });
  tellCountersigning(rows, {
    ...{ time, stories, ledger: options.ledger, qualification: options.content.qualification },
  });
  tellQuality(rows, { time, policy: options.content.samplingPolicy, qualification: options.content.qualification });
  await writeRows(database, rows);
  const { qualification } = options.content;
  await signCriteria(
    database,
    { ledger: options.ledger, qualification },
    accepted.flatMap((pieces) => signingsOf(qualification, pieces)),
  );
  await signReviews(database, options.ledger, reviews);
  await signRecords(database, options.ledger, records);
  await fillPortfolios(database, { stories, accepted }, { time, ...options });
  await database.write((tx) => tx.insert(demoProgramme).values({ id: 1, madeOn: time.today }));
}

/** The day the demo in this database was made, or null where it is not a demo. */
export async function findDemo(database: Database): Promise<{ madeOn: string } | null> {
  const [row] = await database.read((db) => db.select({ madeOn: demoProgramme.madeOn }).from(demoProgramme));
  return row ?? null;
}

interface Cast {
  readonly time: DemoTime;
  readonly crowd: Crowd;
  readonly stories: readonly Story[];
}

function tellPeople(rows: DemoRows, { time, crowd, stories, passwordHash }: Cast & { passwordHash: string }): void {
  const named = new Set(NAMED_PEOPLE.map(({ id }) => id));
  const seen = new Map(stories.map(({ id, seenDaysAgo }) => [id, noonOf(addDays(time.today, -seenDaysAgo))]));
  const trainees: DemoPerson[] = stories
    .filter(({ id }) => !named.has(id))
    .map(({ id, name }) => ({ id, name, roles: ['trainee'] }));
  const present = NAMED_PEOPLE.filter(({ id, roles }) => seen.has(id) || !roles.includes('trainee'));
  const createdAt = noonOf(weeksBefore(time, 70));
  for (const { id, name, roles, language = 'en' } of [...present, ...COLLEAGUES, ...crowd.staff, ...trainees]) {
    rows.people.push({
      id,
      name,
      email: demoEmail(id),
      passwordHash,
      language,
      createdAt,
      lastSeenAt: seen.get(id) ?? null,
    });
    for (const role of roles) rows.personRoles.push({ personId: id, role });
  }
  const startsOn = weeksBefore(time, 19);
  for (const cohort of [...DEMO_COHORTS, ...crowd.cohorts]) rows.cohorts.push({ ...cohort, startsOn });
}

function tellAssignments(rows: DemoRows, { time, crowd, stories }: Cast): void {
  const ofTrainees = stories.flatMap(({ id: traineeId, assessorId, managerId, week, pause }): DemoAssignment[] => {
    const startsWeeksAgo = week - 1 + (pause?.weeks ?? 0);
    return [
      { kind: 'assessor', personId: assessorId, traineeId, startsWeeksAgo },
      { kind: 'manager', personId: managerId, traineeId, startsWeeksAgo },
    ];
  });
  for (const { startsWeeksAgo, endedWeeksAgo, ...who } of [
    ...STANDING_ASSIGNMENTS.filter(({ traineeId }) => !traineeId || stories.some(({ id }) => id === traineeId)),
    ...crowd.assignments,
    ...ofTrainees,
  ]) {
    const id = `${who.kind}-${who.personId}-${who.cohortId ?? who.traineeId}`;
    const endsOn = endedWeeksAgo === undefined ? null : weeksBefore(time, endedWeeksAgo);
    rows.assignments.push({ ...who, id, startsOn: weeksBefore(time, startsWeeksAgo), endsOn });
  }
}

/** Everybody's story, with what of her evidence was accepted. */
async function tellStories(
  rows: DemoRows,
  stories: readonly Story[],
  telling: Omit<StoryTelling, 'files'>,
): Promise<Accepted[][]> {
  const files = await keepDemoFiles(telling.options.keepFile);
  return stories.map((story) => tellStory(rows, story, { ...telling, files }));
}

function tellStory(rows: DemoRows, story: Story, { time, options, files }: StoryTelling): Accepted[] {
  const { content, ledger } = options;
  tellEnrolment(rows, story, time);
  tellModules({ rows, content, time }, story);
  tellMarks(rows, content, story);
  tellCases(rows, story, { time, points: demoPoints(content, story, time) });
  return tellEvidence({ rows, time, ledger, qualification: content.qualification, files }, story);
}

interface StoryTelling {
  readonly time: DemoTime;
  readonly files: DemoFiles;
  readonly options: DemoOptions;
}

function tellEnrolment(rows: DemoRows, story: Story, time: DemoTime): void {
  const { id: traineeId, routeId, hoursPerWeek, cohortId, pause } = story;
  const start = startedOn(time, story);
  rows.enrolments.push({ traineeId, routeId, startedOn: start, hoursPerWeek });
  const joinedOn = story.joinedCohortWeeksAgo === undefined ? start : weeksBefore(time, story.joinedCohortWeeksAgo);
  rows.cohortMemberships.push({ id: `${traineeId}-${cohortId}`, traineeId, cohortId, joinedOn });
  if (!pause) return;
  const startsOn = weeksBefore(time, pause.startedWeeksAgo);
  rows.programmePauses.push({
    id: `${traineeId}-break`,
    traineeId,
    reason: 'break_in_learning',
    startsOn,
    endsOn: addDays(startsOn, pause.weeks * 7),
  });
}
