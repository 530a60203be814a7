import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';

/** What a document of a case file is. */
const DOCUMENT_KINDS = ['referral', 'convictions', 'home_visit', 'letter', 'report', 'record'] as const;

const documentSchema = z.strictObject({
  id: slugSchema.describe('The name of the document within the case.'),
  title: lineSchema.describe('What the document is.'),
  kind: z.enum(DOCUMENT_KINDS).describe('What sort of document it is.'),
  when: lineSchema.describe('When it was written, in the time of the case: "Week 6", "Three years before".'),
  by: lineSchema.describe('Who wrote it.'),
  about: lineSchema
    .nullable()
    .describe('What in it could distress a reader, in a few words; null where nothing could. It stays folded then.'),
  text: z.array(lineSchema).min(1, 'Write at least one paragraph.').describe('The document, a paragraph each.'),
});

/** A made-up case that runs through the strands: one file in src/content/cases. */
export const caseFileSchema = z
  .strictObject({
    id: slugSchema.describe('The name of the case; the same as the name of its file.'),
    version: lineSchema.describe('Goes up whenever a document changes.'),
    title: lineSchema.describe('The name of the person, as the modules use it.'),
    summary: lineSchema.describe('Who this is and why the case is here, in two sentences.'),
    documents: z.array(documentSchema).min(3, 'A case file has at least three documents.'),
  })
  .superRefine(({ documents }, problems) => {
    const ids = documents.map(({ id }) => id);
    if (new Set(ids).size !== ids.length)
      problems.addIssue({ code: 'custom', path: ['documents'], message: 'Each document has a name of its own.' });
  });

export type CaseDocument = z.infer<typeof documentSchema>;
export type CaseFile = z.infer<typeof caseFileSchema>;
