import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import type { Fields } from '../../support/portalClient.ts';
import { AT, type Insert } from '../../support/demoRecords.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

/** One import that everybody may ask to see. */
export const SHOWN_IMPORT = 'import-shown';

/** What is done to an account: each to one of its own for each cell and way. */
const USES = ['saved', 'disabled', 'enabled', 'trainee'] as const;
type Use = (typeof USES)[number];

const keyOf = ({ name }: Column, way: Way) => `${name} ${way}`.replaceAll(' ', '-');
const personOf = (use: Use, key: string) => ({
  ...{ id: `${use}-${key}`, name: 'Petra People', email: `${use}-${key}@pqip.example`, language: 'en' },
});

function addImport(insert: Insert, id: string, email: string): void {
  const row = {
    ...{ row: 2, email, name: 'Pia File', roles: ['manager'], cohort: '', route: '', startsOn: '', hoursPerWeek: null },
    ...{ assessors: [], managers: [], tutorOf: [], language: '', bad: [] },
  };
  insert('imports', {
    ...{ id, file_name: 'people.csv', sha256: 'x', state: 'read', rows: JSON.stringify({ rows: [row] }), total: 1 },
    ...{ counts: '{}', made_by: 'harvey', made_at: AT },
  });
}

/** Adds accounts, an assignment and files that were read. */
export function addPeopleRecords(insert: Insert, column: Column, way: Way): void {
  const key = keyOf(column, way);
  for (const use of USES) {
    const off = { disabled_at: use === 'enabled' ? AT : null };
    insert('people', { ...personOf(use, key), created_at: AT, ...off });
    insert('person_roles', { person_id: `${use}-${key}`, role: use === 'trainee' ? 'trainee' : 'verifier' });
  }
  const assigned = { kind: 'manager', person_id: 'kerry', trainee_id: `trainee-${key}`, starts_on: '2026-01-05' };
  insert('assignments', { id: `ends-${key}`, ...assigned });
  addImport(insert, `run-${key}`, `run-${key}@pqip.example`);
  addImport(insert, `drop-${key}`, `drop-${key}@pqip.example`);
}

/** What everybody asks for alike. */
export const addPeopleShared = (insert: Insert): void => addImport(insert, SHOWN_IMPORT, 'shown@pqip.example');

const key = ({ column, way }: Visit) => keyOf(column, way);
const today = () => new Date().toISOString().slice(0, 10);
const account = (email: string): Fields => ({
  name: 'Petra Changed',
  personEmail: email,
  language: 'cy',
  roles: ['verifier'],
});

function saved(visit: Visit): Fields {
  const { id, name, email, language } = personOf('saved', key(visit));
  const mark = JSON.stringify([name, email, language, ['verifier']]);
  return { personId: id, mark, ...account(email), password: DEMO_PASSWORD };
}

const ANSWERED_WITHIN_MS = 20_000;

/** What is brought in goes on after the answer. */
function waitUntilBroughtIn({ portal }: Visit): void {
  const running = `select id from imports where state = 'running'`;
  for (const end = Date.now() + ANSWERED_WITHIN_MS; portal.rows(running).length > 0 && Date.now() < end;);
}

const person = (use: Use) => (visit: Visit) => ({ personId: `${use}-${key(visit)}` });

/** How the actions about people and files of people are reached. */
export const PEOPLE_REACHES: Readonly<Record<string, Reach>> = {
  'people.add': {
    page: () => '/admin/people/new',
    input: () => ({ id: randomUUID(), ...account(`${randomUUID()}@pqip.example`), password: DEMO_PASSWORD }),
  },
  'people.save': { page: (visit) => `/admin/people/saved-${key(visit)}`, input: saved },
  'people.disable': { page: (visit) => `/admin/people/disabled-${key(visit)}`, input: person('disabled') },
  'people.enable': {
    page: (visit) => `/admin/people/enabled-${key(visit)}`,
    input: (visit) => ({ ...person('enabled')(visit), password: DEMO_PASSWORD }),
  },
  'people.assign': {
    page: (visit) => `/admin/people/trainee-${key(visit)}`,
    input: (visit) => ({
      ...{ id: randomUUID(), traineeId: `trainee-${key(visit)}`, kind: 'assessor', personId: 'joan' },
      ...{ startsOn: today(), password: DEMO_PASSWORD },
    }),
  },
  'people.endAssignment': {
    page: (visit) => `/admin/people/trainee-${key(visit)}`,
    input: (visit) => ({ id: `ends-${key(visit)}`, endsOn: today() }),
  },
  'imports.bringIn': {
    page: (visit) => `/admin/people/import/run-${key(visit)}`,
    input: (visit) => ({ id: `run-${key(visit)}`, password: DEMO_PASSWORD }),
    settled: waitUntilBroughtIn,
  },
  'imports.drop': {
    page: (visit) => `/admin/people/import/drop-${key(visit)}`,
    input: (visit) => ({ id: `drop-${key(visit)}` }),
  },
};
