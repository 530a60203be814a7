import { addDays } from '#src/domain/calendar.ts';
import { versionOn } from '#src/domain/modules/changes.ts';
import type { DemoContent } from './index.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weekBegan } from './timing.ts';

interface Telling {
  readonly rows: DemoRows;
  readonly content: DemoContent;
  readonly time: DemoTime;
}

/** What a trainee did with each module that was due before this week, and with the one of this week. */
export function tellModules(telling: Telling, story: Story): void {
  const route = telling.content.routes.find(({ id }) => id === story.routeId);
  if (!route) throw new Error(`The demo names a route that does not exist: ${story.routeId}`);
  const weeks = [...route.modules].sort((a, b) => a.week - b.week);
  const due = weeks.filter(({ week }) => week < story.week);
  const done = due.slice(0, due.length - story.behind);
  for (const { moduleId, week } of done)
    tellDone(telling, story, { moduleId, on: addDays(weekBegan(telling.time, story, week), 2) });
  for (const { moduleId } of weeks.filter(({ week }) => week === story.week)) tellThisWeek(telling, story, moduleId);
}

interface Doing {
  readonly moduleId: string;
  readonly on: string;
}

function tellThisWeek(telling: Telling, story: Story, moduleId: string): void {
  if (story.thisWeek === null) return;
  const on = telling.time.monday;
  if (story.thisWeek === 1) return tellDone(telling, story, { moduleId, on });
  tellReading(telling, story, { moduleId, on, share: story.thisWeek });
}

/** How fast people in the demo read: parts of the minutes that a section is said to take. */
const PACES = [0.9, 1.2, 0.8, 1.5, 1.1, 1.3, 0.7] as const;

/** The instant each section was ticked, one after the other from noon on, at this trainee's pace; always the same for the same demo. */
function tickTimes(sections: readonly { id: string; minutes: number }[], traineeId: string, on: string): Date[] {
  const own = Array.from(traineeId).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  let at = noonOf(on).getTime();
  return sections.map(({ minutes }, index) => {
    at += Math.round(minutes * 60 * oneOf(PACES, own + index * 3)) * 1000;
    return new Date(at);
  });
}

/** Gives the instant at which she stopped. */
function tellReading(
  { rows, content }: Telling,
  story: Story,
  { moduleId, on, share }: Doing & { share: number },
): Date {
  const sections = content.modules.find(({ id }) => id === moduleId)?.sections ?? [];
  const read = sections.slice(0, Math.max(1, Math.floor(sections.length * share)));
  const next = sections[read.length] ?? read.at(-1);
  const times = tickTimes(read, story.id, on);
  const stopped = times.at(-1) ?? noonOf(on);
  const whose = { traineeId: story.id, moduleId };
  rows.moduleOpenings.push({ ...whose, openedAt: noonOf(on) });
  for (const [index, { id: sectionId }] of read.entries())
    rows.sectionTicks.push({ ...whose, sectionId, tickedAt: times[index] ?? stopped });
  if (next) rows.readingPositions.push({ ...whose, sectionId: next.id, movedAt: stopped });
  return stopped;
}

function tellDone(telling: Telling, story: Story, { moduleId, on }: Doing): void {
  const { rows, content } = telling;
  const at = tellReading(telling, story, { moduleId, on, share: 1 });
  const module = content.modules.find(({ id }) => id === moduleId);
  const check = content.checks.get(module?.checkId ?? '');
  const moduleVersion = module ? versionOn(module, on) : '1';
  if (check) tellAttempt(telling, story, { moduleId, moduleVersion, at, check });
  rows.reflections.push({
    traineeId: story.id,
    moduleId,
    text: 'I want to ask about this in supervision: what would have told me earlier that the plan was not holding?',
    revision: 1,
    savedAt: at,
  });
  rows.moduleCompletions.push({
    traineeId: story.id,
    moduleId,
    moduleVersion,
    completedAt: at,
  });
}

type Check = DemoContent['checks'] extends ReadonlyMap<string, infer C> ? C : never;

function tellAttempt(
  { rows }: Telling,
  story: Story,
  { moduleId, moduleVersion, at, check }: { moduleId: string; moduleVersion: string; at: Date; check: Check },
): void {
  const right = check.questions.map(
    ({ id, options }) => [id, options.filter(({ correct }) => correct).map((option) => option.id)] as const,
  );
  rows.checkAttempts.push({
    id: `${story.id}-${moduleId}`,
    traineeId: story.id,
    moduleId,
    checkId: check.id,
    checkVersion: check.version,
    moduleVersion,
    answers: Object.fromEntries(right),
    correctCount: check.questions.length,
    questionCount: check.questions.length,
    attemptedAt: at,
  });
}
