import { z } from 'astro/zod';

/** A field that may be left empty. Astro reads an empty field of a form as `null`, which no schema of a text takes by itself. */
export function orEmpty<Output>(schema: z.ZodType<Output, string>) {
  return z
    .string()
    .nullish()
    .transform((text) => text ?? '')
    .pipe(schema);
}

/** Text that somebody typed. Browsers send line ends as two characters; one is kept, so that the same text is the same however it was sent. */
export function typedText(maximumCharacters: number) {
  const words = `Keep it under ${maximumCharacters.toLocaleString('en-GB')} characters; nothing was cut off`;
  return orEmpty(
    z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n'))
      .refine((text) => text.length <= maximumCharacters, { error: words }),
  );
}
