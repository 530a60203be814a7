/** Shapes that real numbers about people have. A reference that looks like one is refused, whatever it is. Source: docs/decisions.md, "References". */
const REAL_NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/^[A-Z]\d{6}$/, 'a case reference number'],
  [/^[A-Z]\d{4}[A-Z]{2}$/, 'a prison number'],
  [/^\d{2,4}[/-]?\d{4,7}[A-Z]$/, 'a police national computer number'],
  [/^[A-Z]{2}\d{6}[A-D]$/, 'a National Insurance number'],
  [/^\d{3}[ -]?\d{3}[ -]?\d{4}$/, 'an NHS number'],
  [/^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{8})$/, 'a date'],
  [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, 'a postcode'],
];
const MADE_UP = /^[A-Z]{3,12}-\d{1,3}$/;

/** What is wrong with a made-up case reference, as a sentence, or null. It is one plain word, a hyphen and up to three digits, as in AMBER-1. */
export function referenceProblem(reference: string): string | null {
  const written = reference.trim().toUpperCase();
  const real = REAL_NUMBERS.find(([shape]) => shape.test(written));
  if (real) return `This looks like ${real[1]}. Make up a reference that could not lead to anybody`;
  if (!MADE_UP.test(written))
    return 'Make up a word, a hyphen and a number, for example AMBER-1. No names, initials or case numbers';
  return null;
}
