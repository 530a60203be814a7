import { z } from 'astro/zod';

/** Text that somebody typed. Browsers send line ends as two characters; one is kept, so that the same text is the same however it was sent. */
export function typedText(maximumCharacters: number) {
  const words = `Keep it under ${maximumCharacters.toLocaleString('en-GB')} characters; nothing was cut off`;
  return z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => text.length <= maximumCharacters, { error: words })
    .default('');
}
