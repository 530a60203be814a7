import { type Cell, problemAt, unsafeCell } from '../csv/cell.ts';
import { type RowProblem, shownValue } from '../csv/rowProblem.ts';
import type { Criterion, QualificationUnit } from '../portfolio/qualification.ts';
import {
  criterionCell,
  includeCell,
  kindsCell,
  numberCell,
  summaryCell,
  titleCell,
  unitCell,
  wordsCell,
} from './cells.ts';
import { columnNamed, CRITERIA_COLUMNS, type CriteriaColumn } from './columns.ts';

/** More criteria than any vocational qualification has; a form that decides on each of them still fits. */
export const MOST_CRITERIA = 200;

/** Units and criteria from a file, or everything that is wrong with it, row by row. */
export interface ReadCriteria {
  /** Null where anything is wrong. */
  readonly units: readonly QualificationUnit[] | null;
  readonly problems: readonly RowProblem[];
  /** Rows that are not empty, the heading left out. */
  readonly rowCount: number;
}

type Columns = ReadonlyMap<CriteriaColumn, number>;

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
const isFilled = (cells: readonly string[]) => cells.some((cell) => tidy(cell) !== '');

/** Where each column stands, and what is wrong with the heading. */
function readHeading(heading: readonly string[]): { columns: Columns; problems: RowProblem[] } {
  const columns = new Map<CriteriaColumn, number>();
  const problems: RowProblem[] = [];
  const say = (value: string, reason: string, fix: string) =>
    problems.push({ row: 1, column: 'heading', value: shownValue(value), reason, fix });
  heading.forEach((word, index) => {
    const column = columnNamed(word);
    if (column === null) {
      if (tidy(word) !== '') say(word, 'There is no such column', `The columns are: ${CRITERIA_COLUMNS.join(', ')}`);
    } else if (columns.has(column)) say(word, 'This column is there twice', 'Take one of the two out');
    else columns.set(column, index);
  });
  if (columns.size === 0) return { columns, problems: [noHeading(heading)] };
  for (const column of CRITERIA_COLUMNS)
    if (!columns.has(column))
      say('', `The column “${column}” is missing`, 'Add it to the first row, spelled like that');
  return { columns, problems };
}

/** Nothing in the first row names a column: one thing to be told, not one for each column. */
const noHeading = (heading: readonly string[]): RowProblem => ({
  row: 1,
  column: 'heading',
  value: shownValue(tidy(heading.join(' '))),
  reason: 'The first row is no heading: it names none of the columns',
  fix: `Begin the file with the row: ${CRITERIA_COLUMNS.join(',')}`,
});

interface ReadRow {
  readonly row: number;
  readonly unit: string | null;
  readonly title: Cell;
  readonly summary: Cell;
  readonly criterion: Criterion | null;
  readonly criterionId: string | null;
  readonly problems: readonly RowProblem[];
}

/** What does not fit in the row as a whole: more cells than columns, most often a comma without quotes around its text. */
function spareCells(row: number, cells: readonly string[], width: number): RowProblem[] {
  const spare = cells.slice(width).filter((cell) => tidy(cell) !== '');
  if (spare.length === 0) return [];
  const fix = 'Put quotation marks around a text that holds the sign between columns';
  return [
    {
      row,
      column: '',
      value: shownValue(spare.join(' ')),
      reason: 'The row has more cells than there are columns',
      fix,
    },
  ];
}

interface RowPlace {
  readonly row: number;
  readonly columns: Columns;
  /** Cells of the heading. */
  readonly width: number;
}

function readRow(cells: readonly string[], { row, columns, width }: RowPlace): ReadRow {
  const cell = (column: CriteriaColumn): Cell => ({ row, column, text: tidy(cells[columns.get(column) ?? -1] ?? '') });
  const unsafe = CRITERIA_COLUMNS.flatMap((column) => unsafeCell(cell(column)));
  const isUnsafe = (column: string) => unsafe.some((problem) => problem.column === column);
  const unit = unitCell(cell('unit'));
  const { criterion, criterionId, problems } = readCriterion(cell, unit.value);
  const read = [...unit.problems, ...problems].filter(({ column }) => !isUnsafe(column));
  return {
    row,
    unit: unit.value,
    title: cell('unit title'),
    summary: cell('unit summary'),
    criterionId,
    criterion,
    problems: [...spareCells(row, cells, width), ...unsafe, ...read],
  };
}

/** The criterion of a row; null where any of its cells is wrong. */
function readCriterion(
  cell: (column: CriteriaColumn) => Cell,
  unit: string | null,
): Pick<ReadRow, 'criterion' | 'criterionId' | 'problems'> {
  const id = criterionCell(cell('criterion'), unit);
  const text = wordsCell(cell('text'));
  const times = numberCell(cell('needed times'), { most: 5 });
  const kinds = kindsCell(cell('kinds'));
  const include = includeCell(cell('must include'), kinds.value);
  const months = numberCell(cell('current for months'), { most: 120, mayBeEmpty: true });
  const problems = [id, text, times, kinds, include, months].flatMap((read) => read.problems);
  const criterion = {
    id: id.value ?? '',
    text: text.value ?? '',
    neededTimes: times.value ?? 1,
    kinds: kinds.value ?? [],
    mustInclude: include.value ?? [],
    currentForMonths: months.value,
  };
  return { criterionId: id.value, criterion: problems.length === 0 ? criterion : null, problems };
}

/** Criteria that stand there twice. */
function twice(rows: readonly ReadRow[]): RowProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, criterionId }) => {
    if (criterionId === null) return [];
    const before = first.get(criterionId);
    if (before === undefined) first.set(criterionId, row);
    return before === undefined
      ? []
      : [
          {
            row,
            column: 'criterion',
            value: criterionId,
            reason: `It stands in row ${before} already`,
            fix: 'Give it a number of its own, or take one of the two out',
          },
        ];
  });
}

/** What a unit is called: what most of its rows say, so that one slip is one problem; of as many the first. */
function mostSaid(rows: readonly ReadRow[], what: 'title' | 'summary'): Cell | undefined {
  const said = rows.map((row) => row[what]).filter(({ text }) => text !== '');
  const byText = [...Map.groupBy(said, ({ text }) => text).values()];
  return byText.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** Title and summary of a unit stand in one of its rows at least; another may repeat them and may not say something else. */
function unitProblems(rows: readonly ReadRow[]): RowProblem[] {
  const known = rows.filter(({ unit }) => unit !== null);
  return [...Map.groupBy(known, ({ unit }) => unit ?? '')].flatMap(([unit, own]) =>
    (['title', 'summary'] as const).flatMap((what) => nameProblems(own, { unit, what })),
  );
}

function nameProblems(
  own: readonly ReadRow[],
  { unit, what }: { unit: string; what: 'title' | 'summary' },
): RowProblem[] {
  const said = mostSaid(own, what) ?? own[0]?.[what];
  if (!said) return [];
  const { problems } = what === 'title' ? titleCell(said) : summaryCell(said);
  const others = own.map((row) => row[what]).filter(({ text }) => text !== '' && text !== said.text);
  const differ = `Row ${said.row} says something else for unit ${unit}`;
  return [...problems, ...others.map((cell) => problemAt(cell, differ, 'Leave it empty, or write the same'))];
}

function unitsOf(rows: readonly ReadRow[]): QualificationUnit[] {
  return [...Map.groupBy(rows, ({ unit }) => unit ?? '')].map(([id, own]) => ({
    id,
    title: mostSaid(own, 'title')?.text ?? '',
    summary: mostSaid(own, 'summary')?.text ?? '',
    criteria: own.flatMap(({ criterion }) => criterion ?? []),
  }));
}

const byRow = (one: RowProblem, other: RowProblem) => one.row - other.row;
const sameCell = (one: RowProblem, other: RowProblem) =>
  one.row === other.row && one.column === other.column && one.column !== '';

/** The cells of a file, row by row with its heading -> units, or every problem there is. Each cell is told once. */
export function readCriteriaRows(table: readonly (readonly string[])[]): ReadCriteria {
  const first = Math.max(0, table.findIndex(isFilled));
  const heading = table[first] ?? [];
  const { columns, problems: headingProblems } = readHeading(heading);
  const filled = table
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(first + 1)
    .filter(({ cells }) => isFilled(cells));
  const whole = { units: null, rowCount: filled.length };
  if (headingProblems.length > 0) return { ...whole, problems: headingProblems };
  if (filled.length === 0) return { ...whole, problems: [emptyFile] };
  const rows = filled.map(({ cells, row }) => readRow(cells, { row, columns, width: heading.length }));
  const all = [...rows.flatMap(({ problems }) => problems), ...twice(rows), ...unitProblems(rows), ...tooMany(rows)];
  const problems = all
    .toSorted(byRow)
    .filter((one, index, sorted) => !nearby(sorted, index).some((other) => sameCell(one, other)));
  return problems.length > 0 ? { ...whole, problems } : { ...whole, units: unitsOf(rows), problems: [] };
}

/** Problems of one row stand together after sorting, and a row has a dozen at most. */
const nearby = (sorted: readonly RowProblem[], index: number) => sorted.slice(Math.max(0, index - 20), index);

const emptyFile: RowProblem = {
  row: 2,
  column: '',
  value: '',
  reason: 'There is no row under the heading',
  fix: 'Write one row for each criterion',
};

function tooMany(rows: readonly ReadRow[]): RowProblem[] {
  const over = rows[MOST_CRITERIA];
  if (!over) return [];
  const reason = `There are ${rows.length.toLocaleString('en-GB')} criteria; there is room for ${MOST_CRITERIA}`;
  return [
    { row: over.row, column: '', value: '', reason, fix: 'Take out what is not a criterion of this qualification' },
  ];
}
