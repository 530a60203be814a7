import type { Role } from '../access/roles.ts';
import { type Cell, type ReadCell, unsafeCell } from '../csv/cell.ts';
import { type RowProblem, shownValue } from '../csv/rowProblem.ts';
import {
  cellText,
  dayCell,
  emailCell,
  emailsCell,
  hoursCell,
  languageCell,
  listIn,
  nameCell,
  rolesCell,
} from './cells.ts';
import { IMPORT_ROWS_MAX, NEEDED_COLUMNS, PEOPLE_COLUMNS, type PeopleColumn } from './columns.ts';
import { oneLine } from './names.ts';

/** A row of a file of people, as read. Empty cells are '' or null, cells that could not be read too; nothing is asked of the portal yet. */
export interface PersonRow {
  /** As a spreadsheet counts: the heading is row 1. */
  readonly row: number;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly cohort: string;
  readonly route: string;
  readonly startsOn: string;
  readonly hoursPerWeek: number | null;
  readonly assessors: readonly string[];
  readonly managers: readonly string[];
  readonly tutorOf: readonly string[];
  readonly language: 'en' | 'cy' | '';
  /** Columns of which something is told already. */
  readonly bad: readonly PeopleColumn[];
}

export interface ReadPeople {
  readonly rows: readonly PersonRow[];
  readonly problems: readonly RowProblem[];
  readonly rowCount: number;
}

const whole = (reason: string, fix: string, value = ''): RowProblem => ({ row: 1, column: '', value, reason, fix });

/** Where each column stands, or what is wrong with the heading. */
function heading(cells: readonly string[]): { places: Map<PeopleColumn, number>; problems: RowProblem[] } {
  const names = cells.map((cell) =>
    oneLine(cell)
      .toLowerCase()
      .replaceAll(/[\s-]+/gu, '_'),
  );
  const places = new Map<PeopleColumn, number>();
  const problems: RowProblem[] = [];
  names.forEach((name, place) => {
    const column = PEOPLE_COLUMNS.find((one) => one === name);
    if (name === '') return;
    if (column === undefined)
      problems.push(
        whole('There is no such column', `Take it out, or choose from: ${PEOPLE_COLUMNS.join(', ')}`, shownValue(name)),
      );
    else if (places.has(column)) problems.push(whole('This column is there twice', 'Take one of them out', name));
    else places.set(column, place);
  });
  for (const column of NEEDED_COLUMNS)
    if (!places.has(column)) problems.push(whole(`The column ${column} is missing`, 'Begin from the template'));
  return { places, problems };
}

type Texts = Readonly<Record<PeopleColumn, Cell>>;

function textsOf(cells: readonly string[], row: number, places: ReadonlyMap<PeopleColumn, number>): Texts {
  const entries = PEOPLE_COLUMNS.map((column) => {
    const place = places.get(column);
    return [column, { row, column, text: cellText(place === undefined ? '' : (cells[place] ?? '')) }] as const;
  });
  return Object.fromEntries(entries) as unknown as Texts;
}

/** The cells without the words of those that are told of already: nothing is worked out from them. */
function without(told: ReadonlySet<string>, texts: Texts): Texts {
  const entries = Object.values<Cell>(texts).map((cell) => [
    cell.column,
    told.has(cell.column) ? { ...cell, text: '' } : cell,
  ]);
  return Object.fromEntries(entries) as Texts;
}

/** One row, and everything that is wrong in its cells. */
function readRow(sent: Texts): { row: PersonRow; problems: readonly RowProblem[] } {
  const unsafe = PEOPLE_COLUMNS.flatMap((column) => unsafeCell(sent[column]));
  const told = new Set<string>(unsafe.map(({ column }) => column));
  const texts = told.size === 0 ? sent : without(told, sent);
  const cells = {
    email: emailCell(texts.email),
    name: nameCell(texts.name),
    roles: rolesCell(texts.roles),
    startsOn: dayCell(texts.starts_on),
    hoursPerWeek: hoursCell(texts.hours_per_week),
    assessors: emailsCell(texts.assessor_email),
    managers: emailsCell(texts.manager_email),
    language: languageCell(texts.language),
  };
  const found = Object.values<ReadCell<unknown>>(cells).flatMap((cell) => cell.problems);
  const problems = [...unsafe, ...found.filter(({ column }) => !told.has(column))];
  const bad = new Set(problems.map(({ column }) => column));
  return {
    row: rowOf(
      texts,
      cells,
      PEOPLE_COLUMNS.filter((column) => bad.has(column)),
    ),
    problems,
  };
}

type Cells = {
  readonly [Key in Exclude<keyof PersonRow, 'row' | 'cohort' | 'route' | 'tutorOf' | 'bad'>]: ReadCell<
    NonNullable<PersonRow[Key]>
  >;
};

const rowOf = (texts: Texts, cells: Cells, bad: readonly PeopleColumn[]): PersonRow => ({
  row: texts.email.row,
  email: cells.email.value ?? '',
  name: cells.name.value ?? '',
  roles: cells.roles.value ?? [],
  cohort: texts.cohort.text,
  route: texts.route.text,
  startsOn: cells.startsOn.value ?? '',
  hoursPerWeek: cells.hoursPerWeek.value,
  assessors: cells.assessors.value ?? [],
  managers: cells.managers.value ?? [],
  tutorOf: listIn(texts.tutor_of.text),
  language: cells.language.value ?? '',
  bad,
});

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** A row with more cells than the heading: a comma that belongs into a cell, most often. */
function tooMany(cells: readonly string[], row: number, columns: number): RowProblem[] {
  const rest = cells.slice(columns).find((cell) => cell.trim() !== '');
  if (rest === undefined) return [];
  const fix = 'Put quotation marks around a cell that holds the sign between columns';
  return [{ row, column: '', value: shownValue(rest), reason: 'It has more cells than the heading', fix }];
}

/** Rows of a file as cells, the heading first. Everything that is wrong in any cell comes back at once. */
export function readPeopleRows(table: readonly (readonly string[])[]): ReadPeople {
  const [head = [], ...body] = table;
  const { places, problems } = heading(head);
  const filled = body.map((cells, index) => ({ cells, row: index + 2 })).filter(({ cells }) => !isEmpty(cells));
  const rowCount = filled.length;
  if (problems.length > 0) return { rows: [], problems, rowCount };
  if (rowCount === 0)
    return { rows: [], problems: [whole('There is no row below the heading', 'Add one for each person')], rowCount };
  if (rowCount > IMPORT_ROWS_MAX) {
    const count = rowCount.toLocaleString('en-GB');
    const most = IMPORT_ROWS_MAX.toLocaleString('en-GB');
    return {
      rows: [],
      problems: [whole(`The file has ${count} rows; there is room for ${most}`, 'Make two files of it')],
      rowCount,
    };
  }
  const read = filled.map(({ cells, row }) => ({
    ...readRow(textsOf(cells, row, places)),
    beyond: tooMany(cells, row, head.length),
  }));
  return {
    rows: read.map(({ row }) => row),
    problems: read.flatMap((one) => [...one.beyond, ...one.problems]),
    rowCount,
  };
}
