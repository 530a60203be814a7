import { randomUUID } from 'node:crypto';
import type { Reach, Visit } from './reach.ts';
import { recordsOf } from './world.ts';
import { type AppointmentUse, appointmentOf, cohortPatternOf, exceptionOf, ownPatternOf } from './weekRecords.ts';

const key = ({ column, way }: Visit) => recordsOf(column, way).studyKey;
const appointment = (visit: Visit, use: AppointmentUse) => appointmentOf(key(visit), use);
/** Another day for each cell and way, so that no two begin together. */
let days = 0;
const anotherDay = () => new Date(Date.UTC(2095, 0, 1) - (days += 1) * 86_400_000).toISOString().slice(0, 10);
const week = () => ({ id: randomUUID(), startsOn: anotherDay(), lastDay: '', 'monday-1-place': 'office' });
const on = (page: string) => () => page;

/** How each action of the week is reached. Her appointments have ids that only the world gives: saving one anew makes hers. */
export const WEEK_REACHES: Readonly<Record<string, Reach>> = {
  'calendar.make': { page: on('/week'), input: () => ({ id: randomUUID() }) },
  // The first way takes back what there is; after it nothing is left to take back.
  'calendar.revoke': { page: on('/week'), input: () => ({}), changes: 'sessions only' },
  'week.saveAppointment': {
    page: on('/week'),
    input: () => ({
      ...{ id: randomUUID(), title: 'Team meeting', day: anotherDay(), startsAt: '09:00', endsAt: '10:00' },
      ...{ basedOn: '0', despite: 'yes' },
    }),
  },
  'week.moveAppointment': {
    page: on('/week'),
    input: (visit) => ({
      ...{ id: appointment(visit, 'move'), day: '2090-03-03', startsAt: '10:00', basedOn: '1', despite: 'yes' },
    }),
  },
  'week.removeAppointment': { page: on('/week'), input: (visit) => ({ id: appointment(visit, 'remove') }) },
  'week.addException': {
    page: on('/week'),
    input: () => ({ id: randomUUID(), place: 'training', startsOn: anotherDay(), lastDay: '', words: '' }),
  },
  'week.removeException': { page: on('/week'), input: (visit) => ({ exceptionId: exceptionOf(key(visit)) }) },
  'week.savePattern': { page: on('/week'), input: week },
  'week.endPattern': {
    page: on('/week'),
    input: (visit) => ({ patternId: ownPatternOf(key(visit)), lastDay: '' }),
  },
  'weekPatterns.save': { page: on('/admin/weeks'), input: () => ({ ...week(), cohortId: 'wales' }) },
  'weekPatterns.end': {
    page: on('/admin/weeks'),
    input: (visit) => ({ patternId: cohortPatternOf(key(visit)), lastDay: '' }),
  },
};
