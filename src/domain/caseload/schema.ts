import { z } from 'astro/zod';
import { daySchema, lineSchema, slugSchema } from '../programme/schema.ts';
import { ACTIVITIES, TIERS } from './words.ts';

const pointsSchema = z.number().int('Points are whole numbers.').min(0, 'Points are at least 0.');
const percentSchema = z
  .number()
  .min(0, 'At least 0 percent.')
  .refine((percent) => Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-9, 'At most one decimal place.');

const kindsSchema = z.strictObject({
  community: pointsSchema.describe('Points for a community sentence.'),
  licence: pointsSchema.describe('Points for a person on licence.'),
  custody: pointsSchema.describe('Points for a person in custody.'),
});

const levelsSchema = z.strictObject({
  low: pointsSchema.describe('Points where the contact is light.'),
  medium: pointsSchema.describe('Points where the contact is of usual weight.'),
  high: pointsSchema.describe('Points where the contact is heavy.'),
});

const reductionSchema = z.strictObject({
  id: slugSchema.describe('The name of the reason in records.'),
  name: lineSchema.describe('The reason as people read it.'),
  percent: percentSchema
    .max(100)
    .nullable()
    .describe('Percent of contracted hours taken off; null where a manager decides.'),
  maximumPercent: percentSchema.max(100).describe('The most that may be taken off for this reason.'),
  months: z
    .number()
    .int()
    .min(1)
    .nullable()
    .describe('Months after which it ends unless renewed; null where it has no such end.'),
});

/** Work that was taken out of the public formula later: its weight stays, and a switch says whether it counts. */
const switched = { counts: z.boolean().describe('Whether it counts towards the points used.') };
const paroleSchema = z.strictObject({ points: pointsSchema.describe('Points for a parole report.'), ...switched });
const armsSchema = z.strictObject({
  community: pointsSchema.describe('Points for an assessment of a person in the community.'),
  licence: pointsSchema.describe('Points for an assessment of a person on licence.'),
  ...switched,
});

const sourceSchema = z.strictObject({
  title: lineSchema.describe('Where the figures come from.'),
  asOf: daySchema.describe('The day on which they were looked up.'),
  note: lineSchema.describe('What a reader must know before using them.'),
});

/** The figures of the workload estimate in one version: one file in src/content/workload. */
export const workloadFiguresSchema = z.strictObject({
  version: lineSchema.describe('The name of this version; the same as the name of its file.'),
  effectiveFrom: daySchema.describe('The first day on which this version counts; it counts until the next one begins.'),
  label: lineSchema.describe('What stands next to every number worked out from these figures.'),
  source: sourceSchema.describe('Where the figures come from.'),
  targetPoints: z.number().int().positive().describe('Points for a full-time officer without reductions.'),
  fullTimeHours: z.number().positive().max(48).describe('Hours a week for which the target stands.'),
  limitPercent: percentSchema.describe('More than this percent of available points is over the limit.'),
  secondLinePercent: percentSchema.describe('A second line, higher than the limit, shown on screen.'),
  underUsePercent: percentSchema
    .max(100)
    .describe('Less than this percent of the limit is well under it. A setting of ours: no public figure.'),
  tierPoints: z.record(z.enum(TIERS), kindsSchema).describe('Points of a case by tier and kind.'),
  transitionToAdulthoodKind: z
    .enum(['community', 'licence', 'custody'])
    .describe('The column that counts for a young adult in transition, whatever the kind of case.'),
  courtReportPoints: z
    .strictObject({
      standard: pointsSchema.describe('Points for a standard report.'),
      fast: pointsSchema.describe('Points for a fast or spoken report.'),
    })
    .describe('Points for reports to court.'),
  activityPercent: z
    .record(z.enum(ACTIVITIES), z.number().int('Whole percent.').min(0).max(100))
    .describe('How much of its points a case carries, by whether anything is done on it, in whole percent.'),
  paroleReport: paroleSchema.describe('Parole reports, with a switch.'),
  armsAssessment: armsSchema.describe('Assessments of active risk, with a switch.'),
  contactPoints: z
    .record(slugSchema, levelsSchema)
    .describe('Points for contacts that one officer does for another, by type.'),
  reductions: z
    .array(reductionSchema)
    .describe('Reasons for taking hours off. Those that come with a stage of the programme stand in its route.'),
});

export type WorkloadFigures = z.infer<typeof workloadFiguresSchema>;
export type ReductionReason = z.infer<typeof reductionSchema>;
