import { z } from 'astro/zod';
import { daySchema, lineSchema, slugSchema } from '../programme/schema.ts';
import { STRANDS } from './words.ts';

const minutesSchema = z.number().int('Count whole minutes.').min(1, 'At least one minute.');

const sourceSchema = z.strictObject({
  title: lineSchema.describe('The title of the source.'),
  publisher: lineSchema.describe('Who published it.'),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write the date in quotes as "2026", "2026-11" or "2026-11-21".')
    .optional()
    .describe('When it was published, as exactly as it is known.'),
  url: z
    .url({ protocol: /^https?$/, error: 'Write a whole address that begins with https://.' })
    .optional()
    .describe('Where it can be read.'),
});

const sectionSchema = z.strictObject({
  id: slugSchema.describe('The name of the section: what is ticked, and where reading is taken up again.'),
  title: lineSchema.describe('The heading of the section.'),
  minutes: minutesSchema.describe('Minutes it takes to read.'),
});

const reflectionSchema = z.strictObject({
  prompt: lineSchema.describe('The question to reflect on.'),
  hint: lineSchema.describe('What helps to answer it, and what to leave out.'),
});

const changeSchema = z.strictObject({
  version: lineSchema.describe('The version that brought the change.'),
  date: daySchema.describe('The day of the change.'),
  summary: lineSchema.describe('What changed, for somebody who finished the module before.'),
});

const moduleShape = z.strictObject({
  id: slugSchema.describe('The name of the module; the same as the name of its file and the end of its address.'),
  title: lineSchema.describe('The title of the module.'),
  strand: z.enum(STRANDS).describe('The strand that the module belongs to.'),
  order: z
    .number()
    .int('Count in whole numbers.')
    .min(1, 'Count from 1.')
    .describe('Its place within the strand, from 1.'),
  version: lineSchema.describe('Goes up whenever the teaching changes; stands in every completion.'),
  minutes: minutesSchema.describe('Minutes for the whole module: reading, knowledge check and reflection.'),
  summary: lineSchema.describe('Why it matters for your own cases, in two sentences.'),
  outcomes: z.array(lineSchema).min(1, 'Name at least one outcome.').describe('What you can do afterwards.'),
  criteria: z
    .array(
      z.string().regex(/^[1-9]\d*\.[1-9]\d*$/, 'Write a criterion in quotes as "unit.criterion", for example "3.2".'),
    )
    .describe('The criteria of the qualification that it prepares for.'),
  buildsOn: z
    .array(slugSchema)
    .default([])
    .describe('Modules that it leans on: whoever has several to catch up on takes those first.'),
  changes: z
    .array(changeSchema)
    .default([])
    .describe('What each version after the first changed, oldest first; shown to those who finished an earlier one.'),
  asOf: daySchema.describe('The day for which law and practice in it are right.'),
  reviewBy: daySchema.describe('The day by which somebody reads it again.'),
  sources: z.array(sourceSchema).min(1, 'Name at least one source.').describe('What the module rests on.'),
  contentNote: lineSchema
    .nullable()
    .describe('What could distress a reader, said before it comes; null where nothing could.'),
  checkId: slugSchema.describe('The knowledge check, by the name of its file.'),
  reflection: reflectionSchema.describe('The reflection at the end.'),
  sections: z
    .array(sectionSchema)
    .min(1, 'A module has at least one section.')
    .describe('The sections, first to last.'),
});

type ModuleShape = z.infer<typeof moduleShape>;
type Say = (path: PropertyKey[], message: string) => void;

function sectionIssues({ sections, minutes }: ModuleShape, say: Say): void {
  const ids = sections.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) say(['sections', index, 'id'], 'Each section has a name of its own.');
  }
  const reading = sections.reduce((sum, section) => sum + section.minutes, 0);
  if (minutes < reading) say(['minutes'], `The sections alone take ${String(reading)} minutes.`);
}

function versionIssues({ version, changes }: ModuleShape, say: Say): void {
  if (changes.length > 0 && changes.at(-1)?.version !== version)
    say(['changes'], `The newest change belongs to version ${version}, the version of the module.`);
  if (version !== '1' && changes.length === 0)
    say(['changes'], 'Say what changed since version 1, for those who finished it.');
}

/** What a module says about itself: the front matter of a file in src/content/modules. */
export const moduleMetaSchema = moduleShape.superRefine((module, problems) => {
  const say: Say = (path, message) => problems.addIssue({ code: 'custom', path, message });
  sectionIssues(module, say);
  versionIssues(module, say);
  if (module.buildsOn.includes(module.id)) say(['buildsOn'], 'A module does not build on itself.');
  if (module.reviewBy <= module.asOf)
    say(['reviewBy'], 'The review comes after the day for which the module is right.');
});

export type Section = z.infer<typeof sectionSchema>;
export type ModuleChange = z.infer<typeof changeSchema>;
export type ModuleMeta = z.infer<typeof moduleMetaSchema>;
