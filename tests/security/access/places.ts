import type { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addPerson, AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Reach, Visit } from './reach.ts';
import { type Way, WAYS } from './world.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const TODAY = inDays(0);
const slug = (text: string) => text.replaceAll(' ', '-');

/** What is done to a place, each with a trainee of its own for each way: nobody else’s cells see a change. */
const DONE = ['moved', 'paused', 'returned', 'cancelled', 'ended', 'reopened'] as const;
const traineeOf = (done: (typeof DONE)[number], way: Way) => `${done}-${slug(way)}`;
/** Cohorts to be changed, closed, opened again and rolled on. */
const COHORTS = ['to-change', 'to-close', 'to-reopen', 'to-roll'] as const;
const cohortOf = (what: (typeof COHORTS)[number], way: Way) => `${what}-${slug(way)}`;
const templateOf = (way: Way) => `template-${slug(way)}`;
const STARTED = inDays(-140);

/** Cohorts, templates and trainees that an administrator does something with. */
export function addPlaces(database: DatabaseSync, insert: Insert): void {
  const starts = { region: 'London', starts_on: STARTED };
  insert('cohorts', { id: 'places', name: 'Cohort of places', ...starts, closed_on: null });
  for (const way of WAYS) {
    for (const what of COHORTS) {
      const id = cohortOf(what, way);
      insert('cohorts', { id, name: id, ...starts, closed_on: what === 'to-reopen' ? LONG_AGO : null });
    }
    const value = JSON.stringify({ region: '', week: null, sessions: null });
    const template = { id: templateOf(way), name: `Template ${way}`, value, revision: 1 };
    insert('cohort_templates', { ...template, saved_by: 'harvey', saved_at: AT, removed_at: null });
    for (const done of DONE) addTrainee(database, insert, traineeOf(done, way));
    const pause = { reason: 'other', starts_on: inDays(7), ends_on: inDays(14) };
    for (const done of ['returned', 'cancelled'] as const) {
      const trainee_id = traineeOf(done, way);
      insert('programme_pauses', { id: `break-${trainee_id}`, trainee_id, ...pause });
    }
    const ended = { kind: 'withdrawn', reason: 'not_said', words: '', ended_on: inDays(-7) };
    const trainee_id = traineeOf('reopened', way);
    insert('programme_endings', {
      id: `ending-${trainee_id}`,
      trainee_id,
      ...ended,
      entered_by: 'harvey',
      entered_at: AT,
    });
  }
}

function addTrainee(database: DatabaseSync, insert: Insert, id: string): void {
  addPerson(database, { id, name: `Trainee ${id}` });
  insert('person_roles', { person_id: id, role: 'trainee' });
  insert('enrolments', { trainee_id: id, route_id: 'standard-15', started_on: STARTED, hours_per_week: 37 });
  if (id.startsWith('reopened')) return;
  insert('cohort_memberships', { id, trainee_id: id, cohort_id: 'places', joined_on: STARTED });
}

const cohortFields = (name: string): Fields => ({ name, region: 'London', startsOn: inDays(60) });
const placePage =
  (done: (typeof DONE)[number]) =>
  ({ way }: Visit) =>
    `/admin/trainees/${traineeOf(done, way)}`;
const cohortPage =
  (what: (typeof COHORTS)[number]) =>
  ({ way }: Visit) =>
    `/admin/cohorts/${cohortOf(what, way)}`;

function moved({ way }: Visit): Fields {
  return {
    ...{ id: randomUUID(), traineeId: traineeOf('moved', way), cohortId: 'places', routeId: 'standard-21' },
    ...{ startedOn: STARTED, hoursPerWeek: '37', reason: 'A made-up reason.', password: DEMO_PASSWORD },
    basedOn: `places|standard-15|${STARTED}|37`,
  };
}

export const COHORT_REACHES: Readonly<Record<string, Reach>> = {
  'cohorts.make': {
    page: () => '/admin/cohorts/new',
    input: ({ way }) => ({ id: randomUUID(), templateId: '', ...cohortFields(`Made on ${way}`) }),
  },
  'cohorts.change': {
    page: cohortPage('to-change'),
    input: ({ way }) => ({
      ...{ cohortId: cohortOf('to-change', way), ...cohortFields(`Changed on ${way}`) },
      ...{ shownName: cohortOf('to-change', way), shownRegion: 'London', shownStartsOn: STARTED },
    }),
  },
  'cohorts.close': { page: cohortPage('to-close'), input: ({ way }) => ({ cohortId: cohortOf('to-close', way) }) },
  'cohorts.reopen': { page: cohortPage('to-reopen'), input: ({ way }) => ({ cohortId: cohortOf('to-reopen', way) }) },
  'cohorts.roll': {
    page: ({ way }) => `/admin/cohorts/${cohortOf('to-roll', way)}/roll`,
    input: ({ way }) => ({
      ...{ id: randomUUID(), fromId: cohortOf('to-roll', way), ...cohortFields(`Rolled on ${way}`) },
      password: DEMO_PASSWORD,
    }),
  },
  'cohortTemplates.save': {
    page: () => '/admin/cohorts/templates/new',
    input: ({ way }) => ({
      ...{ id: randomUUID(), name: `Saved on ${way}`, region: '', weekFrom: 'default', basedOn: '0', place: '' },
    }),
  },
  'cohortTemplates.remove': {
    page: () => '/admin/cohorts/templates',
    input: ({ way }) => ({ templateId: templateOf(way) }),
  },
  'programme.changePlace': { page: placePage('moved'), input: moved },
  'programme.beginBreak': {
    page: placePage('paused'),
    input: ({ way }) => ({
      ...{ id: randomUUID(), traineeId: traineeOf('paused', way), reason: 'other', startsOn: inDays(7), endsOn: '' },
    }),
  },
  'programme.changeBreak': {
    page: placePage('returned'),
    input: ({ way }) => ({
      ...{ breakId: `break-${traineeOf('returned', way)}`, endsOn: inDays(21), basedOn: inDays(14) },
    }),
  },
  'programme.cancelBreak': {
    page: placePage('cancelled'),
    input: ({ way }) => ({ breakId: `break-${traineeOf('cancelled', way)}` }),
  },
  'programme.end': {
    page: placePage('ended'),
    input: ({ way }) => ({
      ...{ id: randomUUID(), traineeId: traineeOf('ended', way), kind: 'withdrawn', reason: 'not_said', words: '' },
      ...{ endedOn: TODAY, assignments: 'end' },
    }),
  },
  'programme.reopen': {
    page: placePage('reopened'),
    input: ({ way }) => ({
      ...{ endingId: `ending-${traineeOf('reopened', way)}`, cohortId: 'places', why: 'back', password: DEMO_PASSWORD },
    }),
  },
};
