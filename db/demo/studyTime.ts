import { addDays } from '#src/domain/calendar.ts';
import { entitlementMinutes } from '#src/domain/studyTime/entitlement.ts';
import type { LossCause, StudyPart } from '#src/domain/studyTime/words.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import { STORIES, type Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn, weeksBefore } from './timing.ts';

type Session = DemoRows['studySessions'][number];

/** What became of a study day: all taken, all lost, or a part of it lost. `madeUp`: days later, where it was made up. */
interface Fate {
  readonly cause?: LossCause;
  readonly lostShare?: number;
  readonly madeUp?: number;
  readonly words?: string;
}

const TAKEN: Fate = {};
/** By weeks ago, this week first. */
const FATES_OF: Readonly<Record<string, readonly Fate[]>> = {
  amara: [TAKEN, TAKEN, TAKEN, { cause: 'court', lostShare: 0.5, madeUp: 5 }, TAKEN, TAKEN, TAKEN, TAKEN],
  tom: [
    TAKEN,
    { cause: 'duty_cover', words: 'Duty desk from nine, because two colleagues were at a hearing.' },
    { cause: 'recall', lostShare: 0.6 },
    { cause: 'duty_cover', madeUp: 4 },
    TAKEN,
    { cause: 'court' },
    { cause: 'duty_cover', madeUp: 5 },
    TAKEN,
  ],
  nia: [
    TAKEN,
    TAKEN,
    { cause: 'duty_cover', lostShare: 0.5, madeUp: 5 },
    TAKEN,
    TAKEN,
    { cause: 'sickness' },
    TAKEN,
    TAKEN,
  ],
};
/** Weeks of everybody else, one after the other. */
const USUAL_FATES: readonly Fate[] = [
  TAKEN,
  TAKEN,
  { cause: 'duty_cover' },
  TAKEN,
  { cause: 'court', lostShare: 0.5 },
  TAKEN,
  TAKEN,
  { cause: 'recall', lostShare: 0.4, madeUp: 4 },
  TAKEN,
  TAKEN,
  { cause: 'sickness' },
  TAKEN,
  TAKEN,
  { cause: 'other', lostShare: 0.3 },
];
const PARTS: readonly StudyPart[] = ['academic', 'academic', 'modules', 'vocational'];
/** One day of five, as the default settings have it. */
const RULES = { hoursPerWeek: 7.4, byRoute: [] };
/** Weeks back and ahead: of the named people, and of the crowd. */
const NAMED_WEEKS = { back: 7, ahead: 5 };
const CROWD_WEEKS = { back: 2, ahead: 1 };
/** Study day is Thursday. */
const STUDY_DAY = 3;

interface Scene {
  readonly rows: DemoRows;
  readonly time: DemoTime;
  readonly placementsOf: ReadonlyMap<string, readonly DemoRows['placements'][number][]>;
}

/** Whether she is somewhere else, on a break, or not there yet. */
function isAway({ placementsOf, time }: Scene, story: Story, day: string): boolean {
  const { pause, id } = story;
  const placed = (placementsOf.get(id) ?? []).some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  if (placed || day < startedOn(time, story)) return true;
  if (!pause) return false;
  const from = weeksBefore(time, pause.startedWeeksAgo);
  return from <= day && day < addDays(from, pause.weeks * 7);
}

function sessionOf(story: Story, day: string, number: number): Session {
  return {
    id: `${story.id}-study-${String(number)}`,
    traineeId: story.id,
    day,
    minutes: entitlementMinutes(RULES, story),
    part: oneOf(PARTS, Math.abs(number)),
    startsAt: '09:00',
    plannedAt: noonOf(addDays(day, -21)),
    revision: 1,
  };
}

function tellRecord(
  { rows }: Scene,
  { id, traineeId, day, minutes }: Session,
  { cause, lostShare = 1, words = '' }: Fate,
): number {
  const lostMinutes = cause === undefined ? 0 : Math.round(minutes * lostShare);
  const took = { takenMinutes: minutes - lostMinutes, lostMinutes, cause: cause ?? null, words };
  rows.studyRecords.push({ id: `${id}-1`, sessionId: id, traineeId, number: 1, ...took, recordedAt: noonOf(day) });
  return lostMinutes;
}

/** What was lost, made up some days later. */
function tellMakingUp(scene: Scene, lost: Session, { minutes, day }: { minutes: number; day: string }): void {
  const session: Session = {
    ...lost,
    id: `${lost.id}-again`,
    day,
    minutes,
    startsAt: null,
    makesUp: lost.id,
    plannedAt: noonOf(lost.day),
  };
  scene.rows.studySessions.push(session);
  if (day <= scene.time.today) tellRecord(scene, session, TAKEN);
}

/** The days of study of one trainee, the newest first, and which week each is of: 0 this one, 1 the last. */
function studyDays(scene: Scene, story: Story, { back, ahead }: typeof NAMED_WEEKS) {
  return Array.from({ length: back + ahead + 1 }, (_entry, index) => index - ahead)
    .map((ago) => ({ ago, day: addDays(weeksBefore(scene.time, ago), STUDY_DAY) }))
    .filter(({ day }) => !isAway(scene, story, day));
}

function tellFate(scene: Scene, session: Session, fate: Fate): void {
  const minutes = tellRecord(scene, session, fate);
  if (fate.madeUp === undefined) return;
  tellMakingUp(scene, session, { minutes, day: addDays(session.day, fate.madeUp) });
}

/** Study days of one trainee. The last one of whoever was not here today waits to be recorded. */
function tellStudyDays(
  scene: Scene,
  story: Story,
  { isNamed, fates }: { isNamed: boolean; fates: readonly Fate[] },
): void {
  const days = studyDays(scene, story, isNamed ? NAMED_WEEKS : CROWD_WEEKS);
  const newest = story.seenDaysAgo > 0 ? days.find(({ day }) => day <= scene.time.today) : undefined;
  for (const { ago, day } of days) {
    const session = sessionOf(story, day, ago);
    scene.rows.studySessions.push(session);
    if (day <= scene.time.today && day !== newest?.day) tellFate(scene, session, oneOf(fates, ago));
  }
}

/** Tom said first that he took it. */
function tellCorrection({ rows }: Scene): void {
  const first = rows.studyRecords.find(({ sessionId, number }) => sessionId === 'tom-study-2' && number === 1);
  if (!first) return;
  first.number = 2;
  first.id = 'tom-study-2-2';
  const minutes = first.takenMinutes + first.lostMinutes;
  rows.studyRecords.push({
    ...first,
    id: 'tom-study-2-1',
    number: 1,
    takenMinutes: minutes,
    lostMinutes: 0,
    cause: null,
  });
  first.recordedAt = noonOf(addDays(first.recordedAt.toISOString().slice(0, 10), 1));
}

/** Ruth has seen what was lost more than a week ago, but for Tom's. */
function tellSeen({ rows, time }: Scene): void {
  const hers = new Set(STORIES.filter(({ id, cohortId }) => cohortId === 'london' && id !== 'tom').map(({ id }) => id));
  const seenUntil = noonOf(addDays(time.today, -7));
  for (const { id, traineeId, lostMinutes, recordedAt } of rows.studyRecords) {
    if (!hers.has(traineeId) || lostMinutes === 0 || recordedAt > seenUntil) continue;
    rows.acknowledgements.push({ personId: 'ruth', matter: `study-lost:${id}`, acknowledgedAt: seenUntil });
  }
}

/** Study days of everybody: eight weeks of the named people, three of the crowd. */
export function tellStudyTime(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const scene = { rows, time, placementsOf: Map.groupBy(rows.placements, ({ traineeId }) => traineeId) };
  const named = new Set(STORIES.map(({ id }) => id));
  for (const [index, story] of stories.entries()) {
    const fates = FATES_OF[story.id] ?? USUAL_FATES.map((_fate, at) => oneOf(USUAL_FATES, at + index * 3));
    tellStudyDays(scene, story, { isNamed: named.has(story.id), fates });
  }
  tellCorrection(scene);
  tellSeen(scene);
}
