import { COLUMNS, type Column } from './cast.ts';
import { ACTION_TABLE } from './actionTable.ts';
import { ACCESS_TABLE } from './table.ts';

const WHOLE = `${ACCESS_TABLE.trimEnd()}${ACTION_TABLE}`;

export const ANSWERS = ['200', '303', 'sign-in', 'done', '403', '404', '405'] as const;
export type AnswerWord = (typeof ANSWERS)[number];

export interface Cell {
  readonly column: Column;
  readonly expected: AnswerWord;
}

/** One page, file route or action with the answer for each column that counts for it. */
export interface AccessRow {
  readonly kind: 'page' | 'action';
  /** `GET /trainees/[id]`, or `signing.sign`. */
  readonly name: string;
  readonly cells: readonly Cell[];
}

const partsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((part) => part.trim());
const wordsOf = (part: string) => part.split(/\s+/).filter(Boolean);
const ROLES = [...new Set(COLUMNS.map(({ role }) => role))];
const columnsOf = (role: string) => COLUMNS.filter((column) => column.role === role);

/** The table as rows. Throws where a line does not fit its heads, or holds a word that is no answer. */
export function accessRows(table: string = WHOLE): AccessRow[] {
  let kind: AccessRow['kind'] = 'page';
  const rows: AccessRow[] = [];
  for (const [name = '', ...groups] of table.trim().split('\n').map(partsOf)) {
    if (groups.length !== ROLES.length)
      throw new Error(`"${name}" has ${groups.length} columns and not ${ROLES.length}`);
    if (name === 'page or file route' || name === 'action') {
      kind = name === 'action' ? 'action' : 'page';
      refuseOtherHeads(groups, ROLES);
    } else if (name === '')
      refuseOtherHeads(
        groups,
        ROLES.map((role) =>
          columnsOf(role)
            .map(({ relation }) => relation)
            .join(' '),
        ),
      );
    else
      rows.push({
        kind,
        name,
        cells: groups.flatMap((group, index) => cellsOf(name, ROLES[index] ?? '', wordsOf(group))),
      });
  }
  return rows;
}

function refuseOtherHeads(given: readonly string[], expected: readonly string[]): void {
  if (given.join('|') !== expected.join('|'))
    throw new Error(`The heads of the table are ${expected.join(' | ')}, and not ${given.join(' | ')}`);
}

/** One word stands for the first relation of a role; otherwise there is one for each. */
function cellsOf(name: string, role: string, words: readonly string[]): Cell[] {
  const columns = columnsOf(role);
  if (words.length !== 1 && words.length !== columns.length)
    throw new Error(`"${name}" says ${words.length} things about ${role}`);
  return words.map((word, index) => {
    const expected = ANSWERS.find((answer) => answer === word);
    const column = columns[index];
    if (!expected || !column) throw new Error(`"${name}" says ${word} about ${role}, which is no answer`);
    return { column, expected };
  });
}
