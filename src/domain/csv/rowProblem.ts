/** One thing that is wrong in a file of rows. `row`: as a spreadsheet counts, the heading is row 1. */
export interface RowProblem {
  readonly row: number;
  /** The column, or '' where the row as a whole is meant. */
  readonly column: string;
  /** What stands there, cut short. */
  readonly value: string;
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
}

const SHOWN_CHARACTERS = 60;

/** A value as a table of problems shows it. */
export const shownValue = (value: string): string =>
  value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
