import { checkRows } from '#src/domain/people/checkRows.ts';
import { PEOPLE_COLUMNS, type PeopleColumn } from '#src/domain/people/columns.ts';
import { readPeopleRows } from '#src/domain/people/readRows.ts';
import type { KnownPerson, PeopleWorld } from '#src/domain/people/world.ts';

export const TODAY = '2026-11-23';

export const known = (id: string, change: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, email: `${id}@office.example`, name: `Known ${id}`, language: 'en', isDisabled: false, roles: [] },
  ...{ cohortId: null, enrolment: null, endedOn: null, assessors: [], managers: [], tutorOf: [] },
  ...change,
});

const assignment = (personId: string) => ({ id: `to-${personId}`, personId, email: `${personId}@office.example` });

/** Two cohorts, one of them closed, one route, and people of every kind. */
export const world = (...more: readonly KnownPerson[]): PeopleWorld => ({
  today: TODAY,
  cohorts: [
    { id: 'london', name: 'London, autumn intake', startsOn: '2026-11-02', closedOn: null },
    { id: 'leeds', name: 'Leeds, spring intake', startsOn: '2027-03-01', closedOn: null },
    { id: 'old', name: 'Kent, old intake', startsOn: '2024-11-04', closedOn: '2026-01-01' },
  ],
  routes: [{ id: 'standard-15', name: 'Standard, 15 months' }],
  people: new Map(
    [
      known('ruth', { roles: ['tutor'], tutorOf: ['london'] }),
      known('daniel', { roles: ['assessor'] }),
      known('joan', { roles: ['assessor'] }),
      known('kerry', { roles: ['manager'] }),
      known('gone', { roles: ['assessor'], isDisabled: true }),
      known('edith', { roles: ['external'] }),
      known('amara', {
        ...{
          roles: ['trainee'],
          cohortId: 'london',
          assessors: [assignment('daniel')],
          managers: [assignment('kerry')],
        },
        enrolment: { routeId: 'standard-15', startedOn: '2026-06-01', hoursPerWeek: 37 },
      }),
      known('left', {
        ...{ roles: ['trainee'], endedOn: '2026-10-30' },
        enrolment: { routeId: 'standard-15', startedOn: '2026-06-01', hoursPerWeek: 37 },
      }),
      ...more,
    ].map((person) => [person.email, person]),
  ),
});

export type Cells = Partial<Readonly<Record<PeopleColumn, string>>>;

/** A trainee who is new, right in everything. */
export const NEWCOMER: Cells = {
  ...{ email: 'jo@office.example', name: 'Jo Field', roles: 'trainee', cohort: 'London, autumn intake' },
  ...{ route: 'standard-15', starts_on: '2026-11-02', hours_per_week: '37' },
  ...{ assessor_email: 'daniel@office.example', manager_email: 'kerry@office.example', language: 'en' },
};

/** Amara's row as the list of people gives it. */
export const AMARA: Cells = {
  ...{ email: 'amara@office.example', name: 'Known amara', roles: 'trainee', cohort: 'London, autumn intake' },
  ...{ route: 'standard-15', starts_on: '2026-06-01', hours_per_week: '37' },
  ...{ assessor_email: 'daniel@office.example', manager_email: 'kerry@office.example', language: 'en' },
};

/** The row of somebody who withdrew, as the list of people gives it. */
export const LEFT: Cells = {
  ...{ email: 'left@office.example', name: 'Known left', roles: 'trainee', route: 'standard-15' },
  ...{ starts_on: '2026-06-01', hours_per_week: '37', language: 'en' },
};

export const table = (...rows: readonly Cells[]): string[][] => [
  [...PEOPLE_COLUMNS],
  ...rows.map((cells) => PEOPLE_COLUMNS.map((column) => cells[column] ?? '')),
];

export const read = (...rows: readonly Cells[]) => readPeopleRows(table(...rows));

/** Everything wrong with some rows, as "row column: reason", in the cells and between them. */
export function problemsOf(rows: readonly Cells[], where: PeopleWorld = world()): string[] {
  const { rows: all, problems } = read(...rows);
  return [...problems, ...checkRows(all, where)].map(
    ({ row, column, reason }) => `${String(row)} ${column}: ${reason}`,
  );
}
