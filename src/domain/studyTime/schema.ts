import { z } from 'astro/zod';
import { slugSchema } from '../programme/schema.ts';

/** How much study time a trainee is entitled to. Part time takes the same share of fewer hours. */
export const studyTimeSchema = z.strictObject({
  hoursPerWeek: z
    .number()
    .min(0)
    .max(37)
    .describe('Hours a week of somebody who works full time, on a route without an entry of its own.'),
  byRoute: z
    .array(z.strictObject({ routeId: slugSchema, hoursPerWeek: z.number().min(0).max(37) }))
    .describe('Routes with another entitlement, likewise for full time.'),
});

export type StudyTimeRules = z.infer<typeof studyTimeSchema>;
