import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS, type EvidenceKind } from '../portfolio/words.ts';

/** Columns of a file of units and criteria, in the order of the template. In a file they may stand in any order. */
export const CRITERIA_COLUMNS = [
  'unit',
  'unit title',
  'unit summary',
  'criterion',
  'text',
  'needed times',
  'kinds',
  'must include',
  'current for months',
] as const;
export type CriteriaColumn = (typeof CRITERIA_COLUMNS)[number];

/** What belongs into each column, for people. */
export const COLUMN_WORDS: Readonly<Record<CriteriaColumn, string>> = {
  unit: 'The number of the unit, 1 to 99',
  'unit title': 'What the unit is called. One row of the unit says it at least; others may leave it empty',
  'unit summary':
    'What the unit is about, in a sentence. One row of the unit says it at least; others may leave it empty',
  criterion: 'Unit, full stop, number, for example 3.2',
  text: 'What the trainee shows, in one sentence',
  'needed times': 'In how many pieces of evidence it is wanted, 1 to 5',
  kinds: 'Kinds of evidence that count, with a semicolon between them',
  'must include': 'Kinds of which one piece at least is wanted, or empty',
  'current for months': 'How many months evidence stays current, 1 to 120, or empty for good',
};

/** Ids and names of the kinds of evidence, as a file may write them -> id. */
const KINDS_BY_NAME: ReadonlyMap<string, EvidenceKind> = new Map(
  EVIDENCE_KINDS.flatMap((kind): [string, EvidenceKind][] => [
    [kind, kind],
    [EVIDENCE_KIND_NAMES[kind].toLowerCase(), kind],
    [kind.replaceAll('_', ' '), kind],
  ]),
);

/** The kind that a word in a file names, or null. */
export const kindNamed = (word: string): EvidenceKind | null => KINDS_BY_NAME.get(word.trim().toLowerCase()) ?? null;

/** Every kind by the name people read, for a sentence. */
export const KIND_LIST = EVIDENCE_KINDS.map((kind) => EVIDENCE_KIND_NAMES[kind]).join('; ');

/** The same column, however it is written: "Needed times", " needed_times". */
export const columnNamed = (word: string): CriteriaColumn | null => {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, ' ');
  return CRITERIA_COLUMNS.find((column) => column === plain) ?? null;
};
