import { findPersonalNumbers } from '../personalData/patterns.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import type { OfficeSetting } from './words.ts';

/** A field of a form by its name; null where it was not sent. */
export type Fields = (name: string) => string | null;

/** What was read from some fields, with what is wrong by field. */
export interface Reading<T> {
  readonly value: T;
  readonly errors: Readonly<Record<string, string>>;
}

const LONGEST_LINE = 300;
const NUMBER = /^\d{1,5}(\.\d{1,2})?$/;

/** The leaves that a form of each kind has a field for. Ids, versions, sources and the label have none: they are not set by hand. */
const EDITABLE: Readonly<Record<OfficeSetting, RegExp>> = {
  workload_figures:
    /^(targetPoints|fullTimeHours|limitPercent|secondLinePercent|underUsePercent|transitionToAdulthoodKind|(tierPoints|courtReportPoints|activityPercent|paroleReport|armsAssessment|contactPoints)\.[\w.-]+|reductions\.\d+\.(percent|maximumPercent|months))$/,
  case_rules: /^(stages\.\d+\.(name|untilWeek)|attributes\.\d+\.(name|meaning))$/,
  complexity: /^(factors\.\d+\.(name|meaning|points)|sharePercent\.\w+)$/,
  study_time: /^hoursPerWeek$/,
  supervision: /^(everyWeeks|firstWithinWeeks)$/,
  signals: /^(firstWeeks|kinds\.[\w-]+\.(isOn|from|fromInFirstWeeks|actor|returnsAfterDays))$/,
};

/** Numbers that may be left empty: then a manager decides, or there is no such end. */
const MAY_BE_EMPTY = /^reductions\.\d+\.(percent|months)$/;
/** The last stage goes on to the end: it has no field. */
const isOpenEnd = ({ path, value }: Leaf) => value === null && path.startsWith('stages.');

/** The leaves of a value that its form sets, in order. */
export function editableLeaves(kind: OfficeSetting, value: unknown): Leaf[] {
  return leavesOf(value).filter((leaf) => EDITABLE[kind].test(leaf.path) && !isOpenEnd(leaf));
}

/** A line of text that others will read: what is wrong with it, as a sentence, or null. */
export function lineProblem(text: string): string | null {
  if (text === '') return 'Fill this in';
  if (text.length > LONGEST_LINE) return `Keep it under ${String(LONGEST_LINE)} characters`;
  const [found] = findPersonalNumbers(text);
  if (!found) return null;
  return `“${found.found}” looks like ${found.name}. Take it out: nothing here may lead to a person`;
}

/** A line as people type it, in a field of one line or of several: one space between words, none around them. */
export function readLine(text: string | null): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}

/** A number as people type it, "1,305" or "7.4"; null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  return NUMBER.test(plain) ? Number(plain) : null;
}

/** What a field says for a leaf, or what is wrong with it. */
function readLeaf({ path, value }: Leaf, typed: string): { value: Leaf['value'] } | { error: string } {
  const text = typed.trim();
  if (typeof value === 'boolean') return { value: text === 'yes' };
  if (typeof value === 'string') {
    const line = readLine(typed);
    const error = lineProblem(line);
    return error === null ? { value: line } : { error };
  }
  if (text === '' && MAY_BE_EMPTY.test(path)) return { value: null };
  const number = readNumber(text);
  if (number !== null) return { value: number };
  return { error: text === '' ? 'Give a number' : 'Give a number in digits, without a unit, for example 63' };
}

/** Reads the fields of some leaves. */
export function readLeaves(leaves: readonly Leaf[], fields: Fields): Reading<ReadonlyMap<string, Leaf['value']>> {
  const value = new Map<string, Leaf['value']>();
  const errors: Record<string, string> = {};
  for (const leaf of leaves) {
    const read = readLeaf(leaf, fields(leaf.path) ?? '');
    if ('error' in read) errors[leaf.path] = read.error;
    else value.set(leaf.path, read.value);
  }
  return { value, errors };
}

/** An id from a name: small letters, digits and hyphens. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
