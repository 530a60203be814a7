import { stringify } from 'csv-stringify/sync';

/** Rows as a file that a spreadsheet opens with every letter right. A cell that it would run as a formula becomes text. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => [...row]);
  return stringify(cells, { bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' });
}
