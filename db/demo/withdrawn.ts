import { addDays } from '#src/domain/calendar.ts';
import { BEFORE } from './cohorts.ts';
import { tellModules } from './history.ts';
import type { DemoContent } from './index.ts';
import { demoEmail } from './people.ts';
import type { DemoRows } from './rows.ts';
import { STORIES, type Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn, weekBegan } from './timing.ts';

/** Programme weeks: the last in which she did a module, the last in which she was here, and the one in which she left. */
const DID_UNTIL = 6;
const SEEN_IN = 9;
const LEFT_IN = 12;

interface Scene {
  readonly rows: DemoRows;
  readonly content: DemoContent;
  readonly time: DemoTime;
  readonly passwordHash: string;
}

/** Esme was in the winter intake with Tom. Her study days went to duty cover, she fell behind, stayed away, and left in her first months. */
const ESME: Omit<Story, 'week' | 'behind'> = {
  ...{ id: 'esme', name: 'Esme Calder', cohortId: BEFORE, routeId: 'standard-15', hoursPerWeek: 37 },
  ...{ assessorId: 'joan', managerId: 'salma', thisWeek: null, cases: [], evidence: [], seenDaysAgo: 0 },
};

/**
 * Somebody of an intake that is over who withdrew, so that a look back over the signals has a withdrawal to compare with. She is in no
 * cohort and in nobody's lists, and only where everybody with a story is there.
 */
export function tellWithdrawn(scene: Scene, stories: readonly Story[]): void {
  const tom = stories.find(({ id }) => id === 'tom');
  if (!tom || stories.length < STORIES.length) return;
  const esme = { ...ESME, week: tom.week + (tom.pause?.weeks ?? 0), behind: 0 };
  const route = scene.content.routes.find(({ id }) => id === esme.routeId);
  const due = route?.modules.filter(({ week }) => week < esme.week) ?? [];
  tellPerson(scene, esme);
  tellModules(scene, { ...esme, behind: due.filter(({ week }) => week > DID_UNTIL).length });
  tellLostDays(scene, esme);
  tellEnding(scene, esme);
}

/** So many days after the Monday of a programme week of hers. */
const dayIn =
  ({ time }: Scene, story: Story) =>
  (week: number, days: number) =>
    addDays(weekBegan(time, story, week), days);

function tellPerson(scene: Scene, story: Story): void {
  const { rows, time, passwordHash } = scene;
  const { id, name, cohortId, routeId, hoursPerWeek } = story;
  const start = startedOn(time, story);
  const leftOn = dayIn(scene, story)(LEFT_IN, 5);
  rows.people.push({
    ...{ id, name, email: demoEmail(id), passwordHash, language: 'en', createdAt: noonOf(addDays(start, -7)) },
    lastSeenAt: noonOf(dayIn(scene, story)(SEEN_IN, 1)),
  });
  rows.personRoles.push({ personId: id, role: 'trainee' });
  rows.enrolments.push({ traineeId: id, routeId, startedOn: start, hoursPerWeek });
  rows.cohortMemberships.push({ id: `${id}-${cohortId}`, traineeId: id, cohortId, joinedOn: start, leftOn });
  for (const [kind, personId] of [
    ['assessor', story.assessorId],
    ['manager', story.managerId],
  ] as const)
    rows.assignments.push({
      ...{ id: `${kind}-${personId}-${id}`, kind, personId, traineeId: id, startsOn: start, endsOn: leftOn },
    });
}

/** Study days of three weeks that went to duty cover, and were not made up. */
function tellLostDays(scene: Scene, story: Story): void {
  for (const week of [7, 8, 9]) {
    const day = dayIn(scene, story)(week, 3);
    const session = { id: `${story.id}-study-${String(week)}`, traineeId: story.id, day, minutes: 420 };
    scene.rows.studySessions.push({
      ...{ ...session, part: 'modules', startsAt: '09:00', plannedAt: noonOf(addDays(day, -21)), revision: 1 },
    });
    scene.rows.studyRecords.push({
      ...{ id: `${session.id}-1`, sessionId: session.id, traineeId: story.id, number: 1 },
      ...{ takenMinutes: 0, lostMinutes: 420, cause: 'duty_cover', words: '', recordedAt: noonOf(day) },
    });
  }
}

function tellEnding(scene: Scene, story: Story): void {
  const { id: traineeId, cohortId } = story;
  const endedOn = dayIn(scene, story)(LEFT_IN, 4);
  const [endingId, at] = [`${traineeId}-withdrew`, noonOf(addDays(endedOn, 1))];
  scene.rows.programmeEndings.push({
    ...{ id: endingId, traineeId, kind: 'withdrawn', reason: 'workload', endedOn, enteredBy: 'harvey', enteredAt: at },
    words: 'Handed in notice; said that the study day never held and the work came first every week.',
  });
  const details = { endingId, kind: 'withdrawn', endedOn, assignmentsEnded: 2 };
  scene.rows.auditEntries.push({
    ...{ id: `${traineeId}-programme-ended`, at, actorId: 'harvey', act: 'programme.ended', personId: traineeId },
    ...{ cohortId, details: JSON.stringify(details) },
  });
}
