import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';
import { compareRules, orderRules, sortRules } from './authorRules.ts';
import { scenarioRules } from './scenarioRules.ts';

const textSchema = z.array(lineSchema).min(1, 'Write at least one paragraph.');
const common = {
  id: slugSchema.describe('The name of the exercise; the same as the name of its file.'),
  version: lineSchema.describe('Goes up whenever the exercise changes.'),
  title: lineSchema.describe('What it is about, in a few words.'),
  minutes: z.number().int('Count whole minutes.').min(1, 'At least one minute.').describe('How long it takes.'),
};

const choiceSchema = z.strictObject({
  id: slugSchema.describe('The name of the choice within its step.'),
  text: lineSchema.describe('What the reader would do.'),
  to: slugSchema.describe('The step or the ending it leads to.'),
  after: lineSchema.optional().describe('What happens then, shown after choosing.'),
});
const stepSchema = z.strictObject({
  id: slugSchema.describe('The name of the step within the scenario.'),
  text: textSchema.describe('What has happened, a paragraph each.'),
  choices: z.array(choiceSchema).min(2, 'A step offers at least two choices.'),
});

/** How a way through a scenario ends. */
const OUTCOMES = ['holds', 'for_now', 'goes_wrong'] as const;
const endingSchema = z.strictObject({
  id: slugSchema.describe('The name of the ending within the scenario.'),
  title: lineSchema.describe('The ending in a few words.'),
  outcome: z.enum(OUTCOMES).describe('Whether it holds, holds for now, or goes wrong.'),
  text: textSchema.describe('What happens in the end.'),
  why: textSchema.describe('Why it came to this, and what would have made the difference.'),
});
const scenarioShape = z.strictObject({
  ...common,
  kind: z.literal('scenario'),
  intro: textSchema.describe('Where the reader stands before the first choice.'),
  start: slugSchema.describe('The first step.'),
  steps: z.array(stepSchema).min(2, 'A scenario has at least two steps.'),
  endings: z.array(endingSchema).min(2, 'A scenario has at least two endings.'),
});

const sortShape = z.strictObject({
  ...common,
  kind: z.literal('sort'),
  instruction: lineSchema.describe('What to sort, and by what.'),
  boxes: z
    .array(z.strictObject({ id: slugSchema, title: lineSchema }))
    .min(2, 'There are at least two boxes.')
    .max(5, 'There are at most five boxes.'),
  items: z
    .array(
      z.strictObject({
        id: slugSchema,
        text: lineSchema,
        box: slugSchema.describe('The box it belongs in. Never leaves the server before an answer is given.'),
        because: lineSchema.describe('Why it belongs there, shown after answering.'),
      }),
    )
    .min(4, 'There are at least four things to sort.'),
});

const orderShape = z.strictObject({
  ...common,
  kind: z.literal('order'),
  instruction: lineSchema.describe('What to put in order.'),
  steps: z
    .array(z.strictObject({ id: slugSchema, text: lineSchema, because: lineSchema }))
    .min(4, 'There are at least four steps.')
    .describe('The steps in the right order. They are mixed before anybody sees them.'),
});

const accountSchema = z.strictObject({ id: slugSchema, from: lineSchema, text: textSchema });
const compareShape = z.strictObject({
  ...common,
  kind: z.literal('compare'),
  instruction: lineSchema.describe('What the two accounts are of.'),
  accounts: z.tuple([accountSchema, accountSchema]),
  question: lineSchema.describe('What to write about them.'),
  hint: lineSchema.describe('What helps to answer it.'),
  noticed: z
    .array(lineSchema)
    .min(2, 'Name at least two things.')
    .describe('What others noticed, shown after writing.'),
});

/** An exercise of a module: one file in src/content/exercises. */
export const exerciseSchema = z.discriminatedUnion('kind', [
  scenarioShape.superRefine(scenarioRules),
  sortShape.superRefine(sortRules),
  orderShape.superRefine(orderRules),
  compareShape.superRefine(compareRules),
]);

export type Scenario = z.infer<typeof scenarioShape>;
export type ScenarioStep = Scenario['steps'][number];
export type ScenarioChoice = ScenarioStep['choices'][number];
export type ScenarioEnding = Scenario['endings'][number];
export type SortExercise = z.infer<typeof sortShape>;
export type OrderExercise = z.infer<typeof orderShape>;
export type CompareExercise = z.infer<typeof compareShape>;
export type Exercise = Scenario | SortExercise | OrderExercise | CompareExercise;
