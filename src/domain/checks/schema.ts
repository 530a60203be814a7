import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';

const optionSchema = z.strictObject({
  id: slugSchema.describe('The name of the option within its question.'),
  text: lineSchema.describe('What the option says.'),
  correct: z
    .boolean()
    .describe('Whether it belongs to the right answer. Never leaves the server before an answer is given.'),
  explanation: lineSchema.describe('Why it is right or wrong, shown after answering.'),
});

const questionSchema = z.strictObject({
  id: slugSchema.describe('The name of the question within the check.'),
  text: lineSchema.describe('The question.'),
  kind: z.enum(['one', 'many']).describe('Whether one option is chosen, or all that apply.'),
  options: z
    .array(optionSchema)
    .min(2, 'A question has at least two options.')
    .describe('The options, in the order shown.'),
});

const checkShape = z.strictObject({
  id: slugSchema.describe('The name of the check; the same as the name of its file.'),
  version: lineSchema.describe('Goes up whenever a question changes; stands in every attempt.'),
  passPercent: z
    .number()
    .int('Count whole percent.')
    .min(1, 'At least 1 percent.')
    .max(100, 'At most 100 percent.')
    .describe('Percent of questions that must be right in one attempt.'),
  questions: z
    .array(questionSchema)
    .min(1, 'A check has at least one question.')
    .describe('The questions, in the order shown.'),
});

/** A knowledge check: one file in src/content/checks. */
export const checkSchema = checkShape.superRefine((check, problems) => {
  const say = (path: PropertyKey[], message: string) => problems.addIssue({ code: 'custom', path, message });
  const unlike = (ids: string[]) => new Set(ids).size === ids.length;
  if (!unlike(check.questions.map(({ id }) => id))) say(['questions'], 'Each question has a name of its own.');
  for (const [index, { kind, options }] of check.questions.entries()) {
    const right = options.filter(({ correct }) => correct).length;
    if (kind === 'one' && right !== 1)
      say(['questions', index, 'options'], 'Exactly one option is right in this kind of question.');
    if (kind === 'many' && right === 0) say(['questions', index, 'options'], 'At least one option is right.');
    if (!unlike(options.map(({ id }) => id)))
      say(['questions', index, 'options'], 'Each option has a name of its own.');
  }
});

export type CheckQuestion = z.infer<typeof questionSchema>;
export type Check = z.infer<typeof checkSchema>;
