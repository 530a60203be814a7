import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';

const entrySchema = z.strictObject({
  id: slugSchema.describe('The name of the term: what <Term id> says, and the anchor in the glossary.'),
  term: lineSchema.describe('The term as people write it, short form first: "MAPPA".'),
  longForm: lineSchema.optional().describe('What the letters stand for.'),
  meaning: lineSchema.describe('What it means, in a few words without a full stop; it stands in brackets in the text.'),
  more: lineSchema.optional().describe('One or two sentences more, for the glossary only.'),
});

/** Terms of the field: a file in src/content/glossary, one for each strand. */
export const glossarySchema = z.strictObject({ terms: z.array(entrySchema).min(1, 'Write at least one term.') });

export type GlossaryEntry = z.infer<typeof entrySchema>;
