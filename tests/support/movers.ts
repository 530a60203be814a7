import type { DatabaseSync } from 'node:sqlite';
import { addPerson, type Insert } from './demoRecords.ts';

/** Trainees whose place is changed in journeys, one for each project; nobody else looks at them. */
export const MOVERS = {
  desktop: { id: 'indigo', name: 'Indigo Vale' },
  'no-javascript': { id: 'river', name: 'River Stone' },
  phone: { id: 'jules', name: 'Jules Heron' },
} as const;

/** Two cohorts with a tutor each. */
export const MOVER_COHORTS = {
  north: { id: 'north', name: 'North, made-up intake', tutor: { id: 'marlow', name: 'Marlow Finch' } },
  south: { id: 'south', name: 'South, made-up intake', tutor: { id: 'ellis', name: 'Ellis Wren' } },
} as const;

/** Adds them to a demo that nobody has open: all are in the north, and began on a day. */
export function addMovers(database: DatabaseSync, insert: Insert, startedOn: string): void {
  for (const { id, name, tutor } of Object.values(MOVER_COHORTS)) {
    insert('cohorts', { id, name, region: 'North', starts_on: startedOn, closed_on: null });
    addPerson(database, tutor);
    insert('person_roles', { person_id: tutor.id, role: 'tutor' });
    const assigned = { id: `tutor-${tutor.id}`, kind: 'tutor', person_id: tutor.id, cohort_id: id };
    insert('assignments', { ...assigned, starts_on: startedOn, ends_on: null });
  }
  for (const mover of Object.values(MOVERS)) {
    addPerson(database, mover);
    insert('person_roles', { person_id: mover.id, role: 'trainee' });
    insert('enrolments', {
      ...{ trainee_id: mover.id, route_id: 'standard-15', started_on: startedOn, hours_per_week: 37 },
    });
    insert('cohort_memberships', { id: mover.id, trainee_id: mover.id, cohort_id: 'north', joined_on: startedOn });
  }
}
