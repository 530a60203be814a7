/** Things that look as if they belonged to a real person. */
const PATTERNS: readonly { name: string; pattern: RegExp }[] = [
  { name: 'a postcode', pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g },
  { name: 'a telephone number', pattern: /(?<![\w/.-])(?:\+44|0)[\s\d()-]{8,13}\d\b/g },
  { name: 'a case reference number', pattern: /\b[A-Z]\d{6}\b/g },
  { name: 'a prison number', pattern: /\b[A-Z]\d{4}[A-Z]{2}\b/g },
  { name: 'a police national computer number', pattern: /\b\d{2,4}\/\d{5,7}[A-Z]\b/g },
  { name: 'a National Insurance number', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g },
  { name: 'a date of birth', pattern: /\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}\b/g },
  {
    name: 'a date of birth',
    pattern: /\bborn (?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+ (?:19|20)\d{2}\b/g,
  },
  { name: 'an NHS number', pattern: /(?<![\w/.-])[1-9]\d{2} \d{3} \d{4}(?!\d)/g },
  { name: 'an e-mail address', pattern: /\b[\w.+-]+@(?!pqip\.example\b)[\w-]+(?:\.[\w-]+)+/g },
];

/** Where a text holds something that looks like a real person's. Positions count from 0. */
export function findPersonalData(text: string): { name: string; found: string; position: number }[] {
  return PATTERNS.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ name, found: match[0].trim(), position: match.index })),
  );
}
