import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';

/** What a rule by stage says of a kind of case. */
export const VERDICTS = ['allow', 'co_work', 'block'] as const;
export type Verdict = (typeof VERDICTS)[number];

const stageSchema = z.strictObject({
  id: slugSchema.describe('The name of the stage in records.'),
  name: lineSchema.describe('The stage as people read it, with its weeks.'),
  untilWeek: z.number().int().min(1).nullable().describe('The last programme week of the stage; null: to the end.'),
});

const attributeSchema = z.strictObject({
  id: slugSchema.describe('The name of the attribute in records.'),
  name: lineSchema.describe('What a manager ticks about a case. Never anything that could say who it is.'),
  meaning: lineSchema.describe('When it applies.'),
});

const ruleSchema = z.strictObject({
  attribute: slugSchema.describe('The attribute that the rule is about, or `any` for every case.'),
  stage: slugSchema.describe('The stage that the rule is about.'),
  verdict: z.enum(VERDICTS).describe('Allowed, only as a co-worker, or not at all.'),
  reason: lineSchema.describe('Why, as the manager and the trainee read it.'),
  approver: lineSchema.describe('Who may set the rule aside, by job.'),
  afterModules: z
    .array(slugSchema)
    .default([])
    .describe('Modules that must be done first; until then it is not allowed at all.'),
});

/** Rules by stage: attribute x stage -> allow, co-work only, block. A pair without a rule is allowed. */
export const caseRulesSchema = z.strictObject({
  stages: z.array(stageSchema).min(1).describe('First to last; the last has no last week.'),
  attributes: z.array(attributeSchema),
  rules: z.array(ruleSchema),
});

export type CaseRules = z.infer<typeof caseRulesSchema>;
export type CaseRule = CaseRules['rules'][number];
