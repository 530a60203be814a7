import { readCriteriaRows, type ReadCriteria } from '#src/domain/qualification/readRows.ts';
import { readTable } from '../csv/readTable.ts';

export { csvTextOf } from '../csv/readTable.ts';

/**
 * Units and criteria from the text of a CSV file, however a spreadsheet saved it. Everything that is wrong comes back as problems;
 * nothing is thrown for what somebody sent.
 */
export function readCriteriaCsv(text: string): ReadCriteria {
  const read = readTable(text);
  if ('fault' in read) return { units: null, problems: [read.fault], rowCount: 0 };
  return readCriteriaRows(read.table);
}
