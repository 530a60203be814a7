import { z } from 'astro/zod';
import { isDay } from '#src/domain/calendar.ts';
import { findPersonalNumbers } from '#src/domain/personalData/patterns.ts';

/** A field that may be left empty. Astro reads an empty field of a form as `null`, which no schema of a text takes by itself. */
export function orEmpty<Output>(schema: z.ZodType<Output, string>) {
  return z
    .string()
    .nullish()
    .transform((text) => text ?? '')
    .pipe(schema);
}

/** A day that somebody typed, `YYYY-MM-DD`. Years that no programme reaches are mistakes, and no page could show them. */
export const typedDay = (missing: string) =>
  z.iso.date({ error: missing }).refine((text) => isDay(text) && text >= '2020-01-01' && text <= '2099-12-31', {
    error: 'Give a day between 2020 and 2099',
  });

/** Text that somebody typed. Browsers send line ends as two characters; one is kept, so that the same text is the same however it was sent. A line end that Word makes without a paragraph comes as a character that no page can show, and becomes one of these. */
export function typedText(maximumCharacters: number) {
  const words = `Keep it under ${maximumCharacters.toLocaleString('en-GB')} characters; nothing was cut off`;
  return orEmpty(
    z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\v', '\n'))
      .refine((text) => text.length <= maximumCharacters, { error: words }),
  );
}

/** What in a text looks like a real person's, as a sentence, or null. */
function personalDataProblem(text: string): string | null {
  const [found] = findPersonalNumbers(text);
  if (!found) return null;
  return `“${found.found}” looks like ${found.name}. Take it out: nothing here may lead to a person`;
}

/** Typed text that anybody else will read: numbers and addresses of real people are refused, with the passage. */
export function safeText(maximumCharacters: number) {
  return typedText(maximumCharacters).superRefine((text, problems) => {
    const message = personalDataProblem(text);
    if (message !== null) problems.addIssue({ code: 'custom', message });
  });
}

/** Typed text where something has to be said, for a form whose action asks `checkedPlaces` about it. */
export function neededWords(maximumCharacters: number, missing: string) {
  return typedText(maximumCharacters).refine((text) => text.trim() !== '', { error: missing });
}

/** Safe text where something has to be said. */
export function neededText(maximumCharacters: number, missing: string) {
  return safeText(maximumCharacters).refine((text) => text.trim() !== '', { error: missing });
}
