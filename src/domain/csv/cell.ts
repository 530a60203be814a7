import { type RowProblem, shownValue } from './rowProblem.ts';

/** A cell of a file of rows. `row`: as a spreadsheet counts, the heading is row 1. */
export interface Cell<Column extends string = string> {
  readonly row: number;
  readonly column: Column;
  /** Spaces and line ends as one space each, none at the ends. */
  readonly text: string;
}

/** What a cell comes to, with what is wrong with it. `value` null: nothing that could be used. */
export interface ReadCell<Value> {
  readonly value: Value | null;
  readonly problems: readonly RowProblem[];
}

export const problemAt = ({ row, column, text }: Cell, reason: string, fix: string): RowProblem => ({
  row,
  column,
  value: shownValue(text),
  reason,
  fix,
});

/** A cell that says this. */
export const fine = <Value>(value: Value): ReadCell<Value> => ({ value, problems: [] });

/** A cell that says nothing which could be used. */
export const wrong = (cell: Cell, reason: string, fix: string): ReadCell<never> => ({
  value: null,
  problems: [problemAt(cell, reason, fix)],
});

/** Signs that make a spreadsheet run a cell as a formula, in their wide forms too. */
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u;

/** Longer than anything that belongs into a cell, a list of cohorts too. */
const CELL_MAXIMUM_CHARACTERS = 2000;

/** What no cell may hold, whatever its column: a formula, characters that nobody sees, or a whole page of text. */
export function unsafeCell(cell: Cell): RowProblem[] {
  if (cell.text.length > CELL_MAXIMUM_CHARACTERS)
    return [problemAt(cell, 'It is longer than 2,000 characters', 'Make it shorter')];
  const sign = FORMULA.exec(cell.text)?.[0];
  if (sign !== undefined)
    return [
      problemAt(
        cell,
        `It begins with “${sign}”, which a spreadsheet runs as a formula`,
        'Begin it with a letter or a number',
      ),
    ];
  if (UNSEEN.test(cell.text))
    return [problemAt(cell, 'It holds a character that cannot be seen', 'Type it anew, without copying it')];
  return [];
}
