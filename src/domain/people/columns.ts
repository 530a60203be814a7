/** The columns of a file of people, in the order of the template. */
export const PEOPLE_COLUMNS = [
  'email',
  'name',
  'roles',
  'cohort',
  'route',
  'starts_on',
  'hours_per_week',
  'assessor_email',
  'manager_email',
  'tutor_of',
  'language',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** Columns that no file can do without; any other may be missing, which is as if it were empty. */
export const NEEDED_COLUMNS: readonly PeopleColumn[] = ['email', 'name', 'roles'];

/** So many people fit into one file: more than a year of trainees. */
export const IMPORT_ROWS_MAX = 4000;
/** So large may the file be. */
export const IMPORT_BYTES_MAX = 1_000_000;

/** Between several values in one cell. */
export const LIST_SIGN = '|';

/** What belongs into each column, for the page and docs/people.md. */
export const PEOPLE_COLUMN_WORDS: Readonly<Record<PeopleColumn, string>> = {
  email: 'Her address at work. It says who she is: a row with an address that is known here is that person.',
  name: 'First name and family name, as people read it.',
  roles: 'One or more of trainee, tutor, assessor, manager, verifier, admin, external, with | between them.',
  cohort: 'For a trainee: the name of her cohort, spelled as in the portal.',
  route: 'For a trainee: the id of her route.',
  starts_on: 'For a trainee: her first day, as 2027-01-04 or 04/01/2027. Empty: the first day of her cohort.',
  hours_per_week: 'For a trainee: contracted hours a week, up to 37. Empty: 37.',
  assessor_email: 'For a trainee: who assesses her. Empty: as it is, or nobody yet.',
  manager_email: 'For a trainee: her line manager. Empty: as it is, or nobody yet.',
  tutor_of: 'For a tutor: the cohorts she is tutor of, with | between them.',
  language: 'en for English or cy for Welsh. Empty: as it is, or English.',
};

type Cells = Readonly<Record<PeopleColumn, string>>;

const row = (cells: Partial<Cells>): Cells => ({
  ...(Object.fromEntries(PEOPLE_COLUMNS.map((column) => [column, ''])) as Record<PeopleColumn, string>),
  ...cells,
});

/** Rows that show how each column is filled in. The people are made up; the cohort and the route are put in by whoever makes the file. */
export const templateRows = (cohort: string, route: string): Cells[] => [
  row({ email: 'pat.example@office.example', name: 'Pat Example', roles: 'tutor', tutor_of: cohort }),
  row({ email: 'lee.example@office.example', name: 'Lee Example', roles: 'assessor' }),
  row({ email: 'kit.example@office.example', name: 'Kit Example', roles: 'manager' }),
  row({
    ...{ email: 'jo.example@office.example', name: 'Jo Example', roles: 'trainee', cohort, route },
    ...{ starts_on: '2027-01-04', hours_per_week: '37', language: 'en' },
    ...{ assessor_email: 'lee.example@office.example', manager_email: 'kit.example@office.example' },
  }),
];
