import type { DatabaseSync } from 'node:sqlite';
import { addPerson, inserter } from './demoRecords.ts';
import { addMovers } from './movers.ts';

/** Trainees who begin this week, one on each route, in no cohort: nobody else's figures change with them. */
export const NEWCOMERS = {
  'standard-15': { id: 'robin', name: 'Robin Fairfield', hours: 37 },
  'standard-21': { id: 'sasha', name: 'Sasha Meadows', hours: 37 },
  'part-time-30': { id: 'casey', name: 'Casey Brook', hours: 22.2 },
} as const;

/** Somebody whose password is guessed at: nobody else signs in as her meanwhile. */
export const GUESSED_AT = { id: 'quinn', name: 'Quinn Harbour' } as const;

/** A cohort that nobody is in: who comes into it changes nobody else’s figures. */
export const EMPTY_COHORT = { id: 'kent', name: 'Kent, spring intake' } as const;

/** Adds them to a demo that nobody has open; they start on the Monday of the week that Amara is in. */
export function addNewcomers(database: DatabaseSync): void {
  const insert = inserter(database);
  addPerson(database, GUESSED_AT);
  insert('cohorts', { ...EMPTY_COHORT, region: 'Kent', starts_on: thisMonday(database) });
  addMovers(database, insert, thisMonday(database));
  for (const [routeId, { id, name, hours }] of Object.entries(NEWCOMERS)) {
    addPerson(database, { id, name });
    insert('person_roles', { person_id: id, role: 'trainee' });
    const row = { trainee_id: id, route_id: routeId, started_on: thisMonday(database), hours_per_week: hours };
    insert('enrolments', row);
  }
}

function thisMonday(database: DatabaseSync): string {
  const [row] = database
    .prepare(`select date(made_on, '-6 days', 'weekday 1') as monday from demo_programme`)
    .all() as unknown as { monday: string }[];
  return row?.monday ?? '';
}
