import { addDays } from '#src/domain/calendar.ts';
import type { DemoContent } from './index.ts';
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

function tellReading(
  { rows, content }: Telling,
  story: Story,
  { moduleId, on, share }: Doing & { share: number },
): void {
  const sections = content.modules.find(({ id }) => id === moduleId)?.sections ?? [];
  const read = sections.slice(0, Math.max(1, Math.floor(sections.length * share)));
  const next = sections[read.length] ?? read.at(-1);
  rows.moduleOpenings.push({ traineeId: story.id, moduleId, openedAt: noonOf(on) });
  for (const { id: sectionId } of read)
    rows.sectionTicks.push({ traineeId: story.id, moduleId, sectionId, tickedAt: noonOf(on) });
  if (next) rows.readingPositions.push({ traineeId: story.id, moduleId, sectionId: next.id, movedAt: noonOf(on) });
}

function tellDone(telling: Telling, story: Story, { moduleId, on }: Doing): void {
  const { rows, content } = telling;
  tellReading(telling, story, { moduleId, on, share: 1 });
  const check = content.checks.get(content.modules.find(({ id }) => id === moduleId)?.checkId ?? '');
  if (check) tellAttempt(telling, story, { moduleId, on, check });
  rows.reflections.push({
    traineeId: story.id,
    moduleId,
    text: 'I want to ask about this in supervision: what would have told me earlier that the plan was not holding?',
    revision: 1,
    savedAt: noonOf(on),
  });
  rows.moduleCompletions.push({
    traineeId: story.id,
    moduleId,
    moduleVersion: content.modules.find(({ id }) => id === moduleId)?.version ?? '1',
    completedAt: noonOf(on),
  });
}

type Check = DemoContent['checks'] extends ReadonlyMap<string, infer C> ? C : never;

function tellAttempt({ rows }: Telling, story: Story, { moduleId, on, check }: Doing & { check: Check }): void {
  const right = check.questions.map(
    ({ id, options }) => [id, options.filter(({ correct }) => correct).map((option) => option.id)] as const,
  );
  rows.checkAttempts.push({
    id: `${story.id}-${moduleId}`,
    traineeId: story.id,
    moduleId,
    checkId: check.id,
    checkVersion: check.version,
    answers: Object.fromEntries(right),
    correctCount: check.questions.length,
    questionCount: check.questions.length,
    attemptedAt: noonOf(on),
  });
}
