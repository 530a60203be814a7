import { type Cell, fine, type ReadCell, wrong } from '../csv/cell.ts';
import { shownValue } from '../csv/rowProblem.ts';
import { findPersonalData } from '../personalData/patterns.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind } from '../portfolio/words.ts';
import { KIND_LIST, kindNamed } from './columns.ts';

const LONGEST = { text: 600, 'unit title': 120, 'unit summary': 400 } as const;

/** Words that trainees will read. */
export function wordsCell(cell: Cell, longest: number = LONGEST.text): ReadCell<string> {
  const { text } = cell;
  if (text === '') return wrong(cell, 'It is empty', 'Write it');
  if (text.length > longest)
    return wrong(cell, `It has ${text.length} characters; there is room for ${longest}`, 'Make it shorter');
  const [found] = findPersonalData(text);
  if (found)
    return wrong(cell, `“${found.found}” looks like ${found.name}`, 'Take it out: nothing here may lead to a person');
  return fine(text);
}

export const titleCell = (cell: Cell) => wordsCell(cell, LONGEST['unit title']);
export const summaryCell = (cell: Cell) => wordsCell(cell, LONGEST['unit summary']);

export function unitCell(cell: Cell): ReadCell<string> {
  if (/^[1-9]\d?$/u.test(cell.text)) return fine(cell.text);
  return wrong(
    cell,
    cell.text === '' ? 'It is empty' : 'It is no number from 1 to 99',
    'Write the number of the unit, for example 3',
  );
}

export function criterionCell(cell: Cell, unit: string | null): ReadCell<string> {
  if (!/^[1-9]\d?\.[1-9]\d?$/u.test(cell.text)) {
    const reason = cell.text === '' ? 'It is empty' : 'It is not unit, full stop, number';
    return wrong(
      cell,
      reason,
      `Write it as ${unit ?? '3'}.2. In a spreadsheet, make the column text, so that 3.10 stays 3.10`,
    );
  }
  if (unit !== null && !cell.text.startsWith(`${unit}.`))
    return wrong(
      cell,
      `It does not belong to unit ${unit}, which this row names`,
      `Begin it with ${unit}. or change the unit`,
    );
  return fine(cell.text);
}

/** A whole number from 1 to `most`; empty is null where it may be. */
export function numberCell(
  cell: Cell,
  { most, mayBeEmpty = false }: { readonly most: number; readonly mayBeEmpty?: boolean },
): ReadCell<number> {
  if (cell.text === '' && mayBeEmpty) return { value: null, problems: [] };
  const number = /^\d{1,4}$/u.test(cell.text) ? Number(cell.text) : 0;
  if (number >= 1 && number <= most) return fine(number);
  const reason = cell.text === '' ? 'It is empty' : `It is no whole number from 1 to ${most}`;
  return wrong(cell, reason, `Write a whole number from 1 to ${most}${mayBeEmpty ? ', or leave it empty' : ''}`);
}

/** Kinds of evidence, with a semicolon, a comma or an upright line between them. */
export function kindsCell(cell: Cell, mayBeEmpty = false): ReadCell<EvidenceKind[]> {
  const words = cell.text.split(/[;,|]/u).filter((word) => word.trim() !== '');
  if (words.length === 0)
    return mayBeEmpty ? fine([]) : wrong(cell, 'It is empty', `Name at least one kind: ${KIND_LIST}`);
  const strangers = words.filter((word) => kindNamed(word) === null);
  if (strangers.length > 0)
    return wrong(
      cell,
      `There is no kind of evidence called “${shownValue(strangers.join('; ').trim())}”`,
      `Choose from: ${KIND_LIST}`,
    );
  return fine([...new Set(words.flatMap((word) => kindNamed(word) ?? []))]);
}

/** Kinds of which one is wanted: each of them among those that count. `kinds` null: those could not be read, so nothing is said. */
export function includeCell(cell: Cell, kinds: readonly EvidenceKind[] | null): ReadCell<EvidenceKind[]> {
  const read = kindsCell(cell, true);
  const stranger = kinds === null ? undefined : read.value?.find((kind) => !kinds.includes(kind));
  if (stranger === undefined) return read;
  const reason = `“${EVIDENCE_KIND_NAMES[stranger]}” is not among its kinds`;
  return wrong(cell, reason, 'Add it to the kinds, or take it out here');
}
