import { z } from 'astro/zod';

/** An identifier as content files use it: small letters, digits and hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens only, for example parole-recall.')
  .describe('A name for addresses and records: small letters, digits and hyphens.');

/** A calendar day. In front matter it stands in quotes, otherwise YAML makes something else of it. */
export const daySchema = z.iso
  .date('Write a day that exists as YYYY-MM-DD, in quotes, for example "2026-11-21".')
  .describe('A calendar day in Europe/London, written YYYY-MM-DD.');

/** A line of text that says something. */
export const lineSchema = z.string().trim().min(1, 'Write at least one word here.');

const monthSchema = z.number().int('Count whole months.').min(1, 'Months are counted from 1.');

export const stageSchema = z.strictObject({
  id: slugSchema.describe('The name of the stage in records.'),
  name: lineSchema.describe('The name of the stage as people read it.'),
  fromMonth: monthSchema.describe('The first month of the stage; the month somebody starts is month 1.'),
  toMonth: monthSchema.describe('The last month of the stage.'),
  reductionPercent: z
    .number()
    .min(0, 'A reduction is at least 0 percent.')
    .max(100, 'A reduction is at most 100 percent.')
    .nullable()
    .describe(
      'Percent of contracted hours taken off the workload; null where no figure is published and a manager sets it.',
    ),
});

const gatewaySchema = z.strictObject({
  id: slugSchema.describe('The name of the gateway in records.'),
  name: lineSchema.describe('The name of the gateway as people read it.'),
  atEndOfMonth: monthSchema.describe('The gateway is due on the last day of this month of the programme.'),
  basis: z
    .enum(['published', 'office setting'])
    .describe('Whether the time comes from a published source or is a setting that each office may change.'),
});

const moduleWeekSchema = z.strictObject({
  moduleId: slugSchema.describe('The module, by the name of its file.'),
  week: z
    .number()
    .int('Count whole weeks.')
    .min(1, 'Weeks are counted from 1.')
    .describe('The programme week the module falls in; it is due on the last day of that week.'),
});

const hoursSchema = z.strictObject({
  min: z.number().positive('Hours a week are more than 0.').describe('Fewest contracted hours a week on this route.'),
  max: z.number().max(48, 'Hours a week are at most 48.').describe('Most contracted hours a week on this route.'),
});

const routeShape = z.strictObject({
  id: slugSchema.describe('The name of the route; the same as the name of its file.'),
  name: lineSchema.describe('The name of the route as people read it.'),
  months: monthSchema.describe('How long the route lasts, in months.'),
  hoursPerWeek: hoursSchema.describe('The contracted hours a week the route is made for.'),
  source: lineSchema.describe('Where length, hours and stages come from, in a sentence.'),
  asOf: daySchema.describe('The day on which that was looked up.'),
  stages: z
    .array(stageSchema)
    .min(1, 'A route has at least one stage.')
    .describe('The stages, first to last, without a gap.'),
  gateways: z.array(gatewaySchema).describe('Points at which progress is looked at before going on.'),
  modules: z.array(moduleWeekSchema).describe('Which module falls in which programme week.'),
});

/** Where stages leave a gap or overlap, or null. */
function stageGap({ stages, months }: z.infer<typeof routeShape>): number | null {
  let expected = 1;
  for (const [index, stage] of stages.entries()) {
    if (stage.fromMonth !== expected || stage.toMonth < stage.fromMonth) return index;
    expected = stage.toMonth + 1;
  }
  return expected === months + 1 ? null : stages.length - 1;
}

/** A route through the programme: one file in src/content/programme. */
export const routeSchema = routeShape.superRefine((route, problems) => {
  const say = (path: PropertyKey[], message: string) => problems.addIssue({ code: 'custom', path, message });
  const gap = stageGap(route);
  if (gap !== null)
    say(['stages', gap], 'Stages follow each other without a gap, from month 1 to the last month of the route.');
  if (route.hoursPerWeek.min > route.hoursPerWeek.max)
    say(['hoursPerWeek'], 'The fewest hours are not more than the most.');
  const weeks = Math.floor((route.months * 365) / 12 / 7);
  const seen = new Set<string>();
  for (const [index, { moduleId, week }] of route.modules.entries()) {
    if (week > weeks) say(['modules', index, 'week'], `This route has ${String(weeks)} whole weeks.`);
    if (seen.has(moduleId)) say(['modules', index, 'moduleId'], 'A route names a module once.');
    seen.add(moduleId);
  }
  for (const [index, { atEndOfMonth }] of route.gateways.entries()) {
    if (atEndOfMonth > route.months) say(['gateways', index], `This route has ${String(route.months)} months.`);
  }
});

export type Stage = z.infer<typeof stageSchema>;
export type Gateway = z.infer<typeof gatewaySchema>;
export type Route = z.infer<typeof routeSchema>;
