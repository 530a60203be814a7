import { expect, test } from 'vitest';
import { IMPORT_ROWS_MAX, PEOPLE_COLUMNS } from '#src/domain/people/columns.ts';
import { readPeopleRows } from '#src/domain/people/readRows.ts';
import { csvTextOf, readTable, TABLE_LINES_MAX } from '#src/server/csv/readTable.ts';
import { AMARA, type Cells, NEWCOMER, problemsOf, read, table } from './peopleWorld.ts';

test('a row that is right is read whole', () => {
  const { rows, problems, rowCount } = read(NEWCOMER);
  expect(problems).toEqual([]);
  expect(rowCount).toBe(1);
  expect(rows[0]).toEqual({
    ...{ row: 2, email: 'jo@office.example', name: 'Jo Field', roles: ['trainee'], cohort: 'London, autumn intake' },
    ...{ route: 'standard-15', startsOn: '2026-11-02', hoursPerWeek: 37, tutorOf: [], language: 'en', bad: [] },
    ...{ assessors: ['daniel@office.example'], managers: ['kerry@office.example'] },
  });
});

test.each<[string, Cells, Record<string, unknown>]>([
  ['an address in capitals with spaces around', { email: ' JO@Office.Example ' }, { email: 'jo@office.example' }],
  ['a day as British spreadsheets write it', { starts_on: '02/11/2026' }, { startsOn: '2026-11-02' }],
  ['a day with a one-figure month', { starts_on: '2.1.2027' }, { startsOn: '2027-01-02' }],
  ['hours with a comma', { hours_per_week: '22,2' }, { hoursPerWeek: 22.2 }],
  ['no hours', { hours_per_week: '' }, { hoursPerWeek: null }],
  ['several roles', { roles: 'Trainee | tutor' }, { roles: ['trainee', 'tutor'] }],
  ['a role twice', { roles: 'trainee,trainee' }, { roles: ['trainee'] }],
  ['several cohorts with commas in their names', { tutor_of: 'A, b | C, d' }, { tutorOf: ['A, b', 'C, d'] }],
  ['a name with letters of Welsh and Irish', { name: 'Siân Ŵyn O’Neill-Şahin' }, { name: 'Siân Ŵyn O’Neill-Şahin' }],
  ['a language in capitals', { language: 'CY' }, { language: 'cy' }],
])('%s is understood', (_story, change, expected) => {
  const { rows, problems } = read({ ...NEWCOMER, ...change });
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject(expected);
});

test.each<[string, Cells, string]>([
  ['no address', { email: '' }, 'email: It is empty'],
  ['half an address', { email: 'jo@' }, 'email: It is no e-mail address'],
  ['two addresses', { email: 'a@b.example c@d.example' }, 'email: It is no e-mail address'],
  ['no name', { name: '' }, 'name: It is empty'],
  ['a name with script', { name: 'Jo <script>' }, 'name: A name begins with a letter'],
  ['a name that a spreadsheet runs', { name: '=cmd|calc' }, 'name: It begins with “=”'],
  ['a wide sign that it runs too', { name: '＝1' }, 'name: It begins with “＝”'],
  ['a cohort that it runs', { cohort: '@SUM(1)' }, 'cohort: It begins with “@”'],
  ['a character that nobody sees', { name: 'Jo\u200BField' }, 'name: It holds a character that cannot be seen'],
  ['no role', { roles: '' }, 'roles: It is empty'],
  ['a role that there is not', { roles: 'trainee|boss' }, 'roles: There is no role called “boss”'],
  ['somebody from outside with another role', { roles: 'external|tutor' }, 'roles: An external quality assurer has no'],
  ['a day that the calendar has not', { starts_on: '2026-02-30' }, 'starts_on: There is no such day'],
  ['a day in words', { starts_on: 'next Monday' }, 'starts_on: It is no day'],
  ['a year that is a slip', { starts_on: '2206-11-02' }, 'starts_on: The year is'],
  ['more hours than a week has', { hours_per_week: '40' }, 'hours_per_week: It is no number above 0'],
  ['no hours at all', { hours_per_week: '0' }, 'hours_per_week: It is no number above 0'],
  ['an assessor by name', { assessor_email: 'Daniel Marsh' }, 'assessor_email: “Daniel Marsh” is no e-mail address'],
  ['a language in words', { language: 'Welsh' }, 'language: It is neither en nor cy'],
])('%s is told', (_story, change, expected) => {
  expect(problemsOf([{ ...NEWCOMER, ...change }])).toEqual([expect.stringContaining(`2 ${expected}`)]);
});

test('everything that is wrong in a row comes at once, what fits nowhere in the portal too', () => {
  const found = problemsOf([
    { ...NEWCOMER, name: '', starts_on: 'x', cohort: 'Atlantis', route: 'none' },
    { ...AMARA, hours_per_week: '99' },
  ]);
  expect(found).toHaveLength(5);
  const places = new Set(found.map((one) => one.split(':')[0]));
  expect(places).toEqual(new Set(['2 cohort', '2 name', '2 route', '2 starts_on', '3 hours_per_week']));
});

test.each<[string, string[][], string]>([
  ['a column that there is not', [['email', 'name', 'roles', 'shoe size']], 'There is no such column'],
  ['a column that is missing', [['email', 'name']], 'The column roles is missing'],
  ['a column twice', [['email', 'name', 'roles', 'Email']], 'This column is there twice'],
  ['nobody in it', [[...PEOPLE_COLUMNS], ['', '', '']], 'There is no row below the heading'],
  ['nothing at all', [], 'The column email is missing'],
  [
    'more cells than columns',
    [
      ['email', 'name', 'roles'],
      ['a@b.example', 'A', 'tutor', 'beyond'],
    ],
    'It has more cells',
  ],
])('a file with %s is told', (_story, rows, reason) => {
  const { problems } = readPeopleRows(rows);
  expect(problems.map((one) => one.reason)).toContainEqual(expect.stringContaining(reason) as string);
});

test('a heading may be in capitals and in another order, and optional columns may be missing', () => {
  const { rows, problems } = readPeopleRows([
    ['Roles', 'NAME', 'Email', 'Tutor of'],
    ['tutor', 'Pat Lane', 'pat@office.example', 'Leeds, spring intake'],
  ]);
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject({ email: 'pat@office.example', name: 'Pat Lane', tutorOf: ['Leeds, spring intake'] });
});

test('rows keep the number that a spreadsheet shows, with empty rows between them', () => {
  const [head = [], row = []] = table(NEWCOMER);
  const { rows } = readPeopleRows([head, [], row]);
  expect(rows.map((one) => one.row)).toEqual([3]);
});

test('a file with more rows than there is room for says so once', () => {
  const row = table(NEWCOMER)[1] ?? [];
  const { problems, rows } = readPeopleRows([
    [...PEOPLE_COLUMNS],
    ...Array.from({ length: IMPORT_ROWS_MAX + 1 }, () => row),
  ]);
  expect(rows).toEqual([]);
  expect(problems.map(({ reason }) => reason)).toEqual(['The file has 4,001 rows; there is room for 4,000']);
});

test.each([
  ['commas', 'email,name,roles\na@b.example,"Lane, Pat",tutor\n'],
  ['semicolons', 'email;name;roles\r\na@b.example;"Lane, Pat";tutor\r\n'],
  ['tabs and a byte order mark', '\uFEFFemail\tname\troles\na@b.example\tLane, Pat\ttutor'],
  ['the line of a spreadsheet before all', 'sep=;\nemail;name;roles\na@b.example;"Lane, Pat";tutor\n'],
])('a file with %s is read alike', (_story, text) => {
  const found = readTable(text);
  expect('table' in found && readPeopleRows(found.table).rows[0]).toMatchObject({
    name: 'Lane, Pat',
    roles: ['tutor'],
  });
});

test.each<[string, Uint8Array, RegExp]>([
  ['Windows-1252, as Excel saves it', Uint8Array.from([0x53, 0x69, 0xe2, 0x6e]), /not in UTF-8.*CSV UTF-8/],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x53, 0x00]), /UTF-16/],
  ['a picture', Uint8Array.from([0x53, 0x00, 0x01]), /no CSV file/],
  ['nothing', new Uint8Array(), /empty/],
])('a file in %s is told in words', (_story, bytes, words) => {
  expect(csvTextOf(bytes).problem).toMatch(words);
});

test('a quotation mark that is never closed is told with its row', () => {
  const found = readTable('email,name,roles\na@b.example,"Lane,tutor\n');
  expect('fault' in found && found.fault).toMatchObject({ reason: 'A quotation mark is opened and never closed' });
});

test.each(['\n', 'a\n', ',\n', '"a",b\n'])('a file of lines %j without end is told after the first of them', (line) => {
  const lines = (count: number) => readTable(`email,name,roles\n${line.repeat(count)}`);
  expect(lines(200_000)).toMatchObject({
    fault: { reason: 'The file has more than 10,000 lines, empty ones among them' },
  });
  expect(lines(TABLE_LINES_MAX - 1)).toHaveProperty('table');
  expect(lines(TABLE_LINES_MAX)).toHaveProperty('fault');
});

test.each(PEOPLE_COLUMNS)('a whole page in the cell %s is told once, and nothing is worked out from it', (column) => {
  const { rows, problems } = read({ ...NEWCOMER, [column]: 'x|y@z.example|'.repeat(200) });
  expect(problems.filter((one) => one.column === column)).toMatchObject([
    { reason: 'It is longer than 2,000 characters', row: 2 },
  ]);
  expect(problems).toHaveLength(1);
  expect(rows[0]?.bad).toEqual([column]);
  expect(JSON.stringify(rows)).not.toContain('y@z.example');
});
