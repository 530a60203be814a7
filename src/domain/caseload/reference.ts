import { findPersonalNumbers } from '../personalData/patterns.ts';

/** What alone, as a whole reference, looks real; in a longer text it would be taken for something else. Source: docs/decisions.md, "References". */
const REAL_ALONE: readonly (readonly [RegExp, string])[] = [
  [/^\d{2,4}[/-]?\d{4,7}[A-Z]$/, 'a police national computer number'],
  [/^[A-Z]{2}\d{6}[A-D]$/, 'a National Insurance number'],
  [/^\d{3}[ -]?\d{3}[ -]?\d{4}$/, 'an NHS number'],
  [/^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{8})$/, 'a date'],
];
const MADE_UP = /^[A-Z]{3,12}-\d{1,3}$/;

/** What is wrong with a made-up case reference, as a sentence, or null. It is one plain word, a hyphen and up to three digits, as in AMBER-1. */
export function referenceProblem(reference: string): string | null {
  const written = reference.trim().toUpperCase();
  const real = REAL_ALONE.find(([shape]) => shape.test(written))?.[1] ?? findPersonalNumbers(written)[0]?.name;
  if (real) return `This looks like ${real}. Make up a reference that could not lead to anybody`;
  if (!MADE_UP.test(written))
    return 'Make up a word, a hyphen and a number, for example AMBER-1. No names, initials or case numbers';
  return null;
}
