import { CsvError, parse } from 'csv-parse/sync';
import type { RowProblem } from '#src/domain/csv/rowProblem.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** Which sign stands between the columns: the one that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r\n|\n|\r/u, 1);
  const counted = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** A first line by which a spreadsheet says what stands between columns, and does not show: `sep=;`. With quotes in some programs. */
const SEP_LINE = /^"?sep=([,;\t|])"?[,;\t]*(?:\r\n|\n|\r|$)/iu;

/** The rows of a text, and the sign between its columns. */
function split(text: string): { rows: string; delimiter: string } {
  const bare = text.replace(/^\uFEFF/u, '');
  const said = SEP_LINE.exec(bare);
  return said
    ? { rows: bare.slice(said[0].length), delimiter: said[1] ?? ',' }
    : { rows: bare, delimiter: delimiterOf(bare) };
}

/** What an unfinished quotation mark and its kind come to, said to whoever made the file. */
const FAULTS: Readonly<Record<string, { reason: string; fix: string }>> = {
  CSV_QUOTE_NOT_CLOSED: {
    reason: 'A quotation mark is opened and never closed',
    fix: 'Close it at the end of the cell, and double every quotation mark inside',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    reason: 'Something stands after a closing quotation mark',
    fix: 'Double every quotation mark inside a cell: "" for one',
  },
  INVALID_OPENING_QUOTE: {
    reason: 'A quotation mark stands inside a cell that does not begin with one',
    fix: 'Put quotation marks around the whole cell, and double those inside: "" for one',
  },
};

function faultOf(error: CsvError): RowProblem {
  const { reason, fix } = FAULTS[error.code] ?? {
    reason: 'The file cannot be read as rows and columns here',
    fix: 'Save it once more as CSV from a spreadsheet',
  };
  const row = Number((error as { records?: number }).records ?? 0) + 1;
  return { row, column: '', value: '', reason, fix };
}

/**
 * So many lines are read, the heading and empty ones among them. Reading is work for the whole portal while it lasts, and a line that is
 * shorter than the heading is the dearest: a megabyte of empty lines would take twenty seconds.
 */
export const TABLE_LINES_MAX = 10_000;

const TOO_LONG: RowProblem = {
  row: TABLE_LINES_MAX + 1,
  column: '',
  value: '',
  reason: `The file has more than ${TABLE_LINES_MAX.toLocaleString('en-GB')} lines, empty ones among them`,
  fix: 'Delete the empty lines below the last row, or make several files of it',
};

/**
 * The rows of a CSV file as cells: comma, semicolon or tab between columns, with or without a byte order mark, line ends of any kind,
 * quoted cells, the line `sep=;` of a spreadsheet before all. Nothing is thrown for what somebody sent.
 */
export function readTable(text: string): { readonly table: string[][] } | { readonly fault: RowProblem } {
  const { rows, delimiter } = split(text);
  try {
    const table = parse(rows, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: TABLE_LINES_MAX + 1,
    });
    return table.length > TABLE_LINES_MAX ? { fault: TOO_LONG } : { table };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: faultOf(error) };
  }
}

const UTF_8_FIX = 'Save it as “CSV UTF-8 (comma delimited)”. Otherwise letters such as ŵ and ŷ are lost';

/** The text of a file that was sent, or why it cannot be one. */
export function csvTextOf(bytes: Uint8Array): { text: string; problem: null } | { text: null; problem: string } {
  if (bytes.length === 0) return { text: null, problem: 'The file is empty' };
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { text: null, problem: `The file is in UTF-16. ${UTF_8_FIX}` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) return { text: null, problem: `This is no CSV file. ${UTF_8_FIX}` };
    return { text, problem: null };
  } catch {
    return { text: null, problem: `The file is not in UTF-8. ${UTF_8_FIX}` };
  }
}
