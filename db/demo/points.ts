import { loadOf } from '#src/domain/caseload/load.ts';
import { casePoints, figuresOn } from '#src/domain/caseload/points.ts';
import { courseOf, placeOf } from '#src/domain/programme/place.ts';
import type { DemoPoints } from './caseloadTelling.ts';
import type { DemoContent } from './index.ts';
import type { Story } from './stories.ts';
import { type DemoTime, startedOn, weeksBefore } from './timing.ts';
import { addDays } from '#src/domain/calendar.ts';

/** Points as the portal itself would work them out for this story on a day. */
export function demoPoints(content: DemoContent, story: Story, time: DemoTime): DemoPoints {
  const figures = figuresOn([...content.workload], time.today);
  const route = content.routes.find(({ id }) => id === story.routeId);
  if (!route) throw new Error(`The demo names a route that does not exist: ${story.routeId}`);
  const { id: traineeId, hoursPerWeek } = story;
  const enrolment = {
    traineeId,
    routeId: route.id,
    startedOn: startedOn(time, story),
    hoursPerWeek,
    pauses: pausesOf(story, time),
  };
  const course = courseOf(enrolment, route);
  const known = new Map<string, number>();
  const availableOn = (day: string): number => {
    const available =
      known.get(day) ??
      loadOf({ place: placeOf(course, day), hoursPerWeek, cases: [], reductions: [], figures, today: day }).available;
    known.set(day, available);
    return available;
  };
  return { availableOn, of: (added) => casePoints(figures, { ...added, transitionToAdulthood: false }) };
}

function pausesOf({ pause }: Story, time: DemoTime) {
  if (!pause) return [];
  const startsOn = weeksBefore(time, pause.startedWeeksAgo);
  return [{ startsOn, endsOn: addDays(startsOn, pause.weeks * 7), reason: 'break_in_learning' as const }];
}
