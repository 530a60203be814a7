import { isDay } from '../calendar.ts';
import { type Role, ROLES } from '../access/roles.ts';
import { type Cell, fine, type ReadCell, wrong } from '../csv/cell.ts';
import { shownValue } from '../csv/rowProblem.ts';
import { LIST_SIGN } from './columns.ts';
import { emailProblem, nameProblem, oneLine, plainEmail, rolesProblem } from './names.ts';

/** Hours of a full week. */
export const FULL_WEEK_HOURS = 37;

/** A cell as people read it. Spreadsheets put an apostrophe before what would be a formula: it goes again. */
export const cellText = (raw: string): string => oneLine(/^'[=+\-@\t\r]/u.test(raw) ? raw.slice(1) : raw);

export function emailCell(cell: Cell): ReadCell<string> {
  const email = plainEmail(cell.text);
  if (email === '') return wrong(cell, 'It is empty', 'Write the e-mail address');
  if (emailProblem(email) !== null)
    return wrong(cell, 'It is no e-mail address', 'Write it like name@example.org, one address and nothing else');
  return fine(email);
}

export function nameCell(cell: Cell): ReadCell<string> {
  if (cell.text === '') return wrong(cell, 'It is empty', 'Write first name and family name');
  const problem = nameProblem(cell.text);
  return problem === null ? fine(cell.text) : wrong(cell, problem, 'Write it without other signs');
}

/** The values of a cell that may hold several. */
export const listIn = (text: string): string[] =>
  [...new Set(text.split(LIST_SIGN).map(oneLine))].filter((part) => part !== '');

const ROLE_LIST = ROLES.join(', ');

/** Roles with an upright line, a comma, a semicolon or a space between them. */
export function rolesCell(cell: Cell): ReadCell<Role[]> {
  const words = [...new Set(cell.text.toLowerCase().split(/[|,;/\s]+/u))].filter((word) => word !== '');
  if (words.length === 0) return wrong(cell, 'It is empty', `Name at least one role: ${ROLE_LIST}`);
  const roles = ROLES.filter((role) => words.includes(role));
  const stranger = words.find((word) => !roles.some((role) => role === word));
  if (stranger !== undefined)
    return wrong(cell, `There is no role called “${shownValue(stranger)}”`, `Choose from: ${ROLE_LIST}`);
  const problem = rolesProblem(roles);
  return problem === null ? fine(roles) : wrong(cell, problem, 'Leave external alone, or take it out');
}

const DAY_FIX = 'Write it as 2027-01-04, or 04/01/2027 with the day first';

/** Day, month, year as spreadsheets in Britain write it, as `YYYY-MM-DD`; anything else as it is. */
function isoDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A day as `YYYY-MM-DD`; '' where the cell is empty. */
export function dayCell(cell: Cell): ReadCell<string> {
  if (cell.text === '') return fine('');
  const day = isoDay(cell.text);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return wrong(cell, 'It is no day', DAY_FIX);
  if (!isDay(day)) return wrong(cell, 'There is no such day in the calendar', DAY_FIX);
  if (day < '2020-01-01' || day > '2099-12-31') return wrong(cell, 'The year is before 2020 or after 2099', DAY_FIX);
  return fine(day);
}

/** Hours a week, above 0 and up to a full week; null where the cell is empty. */
export function hoursCell(cell: Cell): ReadCell<number> {
  if (cell.text === '') return { value: null, problems: [] };
  const hours = /^\d{1,2}([.,]\d{1,2})?$/u.test(cell.text) ? Number(cell.text.replace(',', '.')) : 0;
  if (hours > 0 && hours <= FULL_WEEK_HOURS) return fine(hours);
  return wrong(
    cell,
    `It is no number above 0 and up to ${String(FULL_WEEK_HOURS)}`,
    'Write contracted hours, for example 22.2',
  );
}

/** E-mail addresses, with an upright line between them. */
export function emailsCell(cell: Cell): ReadCell<string[]> {
  const parts = listIn(cell.text);
  const stranger = parts.find((part) => emailProblem(plainEmail(part)) !== null);
  if (stranger === undefined) return fine([...new Set(parts.map(plainEmail))]);
  return wrong(
    cell,
    `“${shownValue(stranger)}” is no e-mail address`,
    'Write it like name@example.org, several with | between them',
  );
}

export function languageCell(cell: Cell): ReadCell<'en' | 'cy' | ''> {
  const word = cell.text.toLowerCase();
  return word === '' || word === 'en' || word === 'cy'
    ? fine(word)
    : wrong(cell, 'It is neither en nor cy', 'Write en for English or cy for Welsh, or leave it empty');
}
