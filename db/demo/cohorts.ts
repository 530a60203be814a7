import { addDays } from '#src/domain/calendar.ts';
import type { CohortTemplate } from '#src/domain/cohorts/template.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, startedOn, weeksBefore } from './timing.ts';

/** The intake that Tom was in first; it is closed. */
export const BEFORE = 'london-winter';
const TEMPLATE: CohortTemplate = {
  region: 'London',
  week: null,
  sessions: { nth: 2, weekday: 3, startsAt: '14:00', endsAt: '16:00', place: 'In person', months: 12 },
};

/** A template, and where Tom was before his break: an intake that is closed, and the route he began on. */
export function tellCohorts(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const savedAt = noonOf(weeksBefore(time, 30));
  rows.cohortTemplates.push({
    ...{ id: 'demo-template', name: 'London intake', value: JSON.stringify(TEMPLATE) },
    ...{ revision: 1, savedBy: 'harvey', savedAt },
  });
  const tom = stories.find(({ id }) => id === 'tom');
  if (tom) tellCameBack(rows, tom, time);
}

/** He left the winter intake when his break began, and came back into the autumn intake on the longer route. */
function tellCameBack(rows: DemoRows, story: Story, time: DemoTime): void {
  const { id: traineeId, pause, joinedCohortWeeksAgo = 0 } = story;
  const start = startedOn(time, story);
  const back = weeksBefore(time, joinedCohortWeeksAgo);
  const leftOn = pause ? weeksBefore(time, pause.startedWeeksAgo) : back;
  const closedOn = addDays(leftOn, 14);
  rows.cohorts.push({ id: BEFORE, name: 'London, winter intake', region: 'London', startsOn: start, closedOn });
  rows.cohortMemberships.push({
    ...{ id: `${traineeId}-${BEFORE}`, traineeId, cohortId: BEFORE, joinedOn: start, leftOn },
  });
  rows.enrolmentChanges.push({
    ...{ id: `${traineeId}-came-back`, traineeId, fromRouteId: 'standard-15', toRouteId: story.routeId },
    ...{ fromStartedOn: start, toStartedOn: start, effectiveOn: back },
    ...{ fromHoursPerWeek: story.hoursPerWeek, toHoursPerWeek: story.hoursPerWeek },
    reason: 'Back after the break, on the longer route, as agreed in the three-way review.',
    ...{ changedBy: 'harvey', changedAt: noonOf(back) },
  });
  noteCameBack(rows, { story, start, leftOn, back, closedOn });
}

interface CameBack extends Readonly<Record<'start' | 'leftOn' | 'back' | 'closedOn', string>> {
  readonly story: Story;
}

/** The same as the audit has it. */
function noteCameBack(rows: DemoRows, { story, start, leftOn, back, closedOn }: CameBack): void {
  const { id: personId, routeId, hoursPerWeek } = story;
  const breakId = `${personId}-break`;
  const place = { fromStartedOn: start, toStartedOn: start, fromHours: hoursPerWeek, toHours: hoursPerWeek };
  const his = { personId, cohortId: null };
  const entries = [
    { ...his, act: 'break.begun', on: leftOn, details: { breakId, startsOn: leftOn, endsOn: null } },
    { act: 'cohort.changed', on: closedOn, personId: null, cohortId: BEFORE, details: { closedOn } },
    { ...his, act: 'break.changed', on: addDays(back, -7), details: { breakId, from: null, to: back } },
    {
      ...his,
      act: 'membership.moved',
      on: back,
      details: { fromCohortId: BEFORE, toCohortId: story.cohortId, on: back },
    },
    {
      ...his,
      act: 'enrolment.changed',
      on: back,
      details: { fromRouteId: 'standard-15', toRouteId: routeId, ...place },
    },
  ] as const;
  rows.auditEntries.push(
    ...entries.map(({ on, details, ...entry }) => ({
      ...{ ...entry, id: `${personId}-${entry.act}`, at: noonOf(on), actorId: 'harvey' },
      details: JSON.stringify(details),
    })),
  );
}
