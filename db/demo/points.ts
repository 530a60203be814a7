import { loadOf } from '#src/domain/caseload/load.ts';
import { casePoints, figuresOn } from '#src/domain/caseload/points.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import type { DemoPoints } from './caseload.ts';
import type { DemoContent } from './index.ts';
import type { Story } from './stories.ts';
import { type DemoTime, startedOn, weeksBefore } from './timing.ts';
import { addDays } from '#src/domain/calendar.ts';

/** Points as the portal itself would work them out for this story today. */
export function demoPoints(content: DemoContent, story: Story, time: DemoTime): DemoPoints {
  const figures = figuresOn([...content.workload], time.today);
  const route = content.routes.find(({ id }) => id === story.routeId);
  if (!route) throw new Error(`The demo names a route that does not exist: ${story.routeId}`);
  const place = programmePlace(
    {
      traineeId: story.id,
      routeId: route.id,
      startedOn: startedOn(time, story),
      hoursPerWeek: story.hoursPerWeek,
      pauses: pausesOf(story, time),
    },
    route,
    time.today,
  );
  const { available } = loadOf({
    place,
    hoursPerWeek: story.hoursPerWeek,
    cases: [],
    reductions: [],
    figures,
    today: time.today,
  });
  return { available, of: (added) => casePoints(figures, { ...added, transitionToAdulthood: false }) };
}

function pausesOf({ pause }: Story, time: DemoTime) {
  if (!pause) return [];
  const startsOn = weeksBefore(time, pause.startedWeeksAgo);
  return [{ startsOn, endsOn: addDays(startsOn, pause.weeks * 7), reason: 'break_in_learning' as const }];
}
