import { z } from 'astro/zod';

/** How often the three meet. */
export const supervisionRulesSchema = z.strictObject({
  everyWeeks: z.number().int().min(1).max(52).describe('At most so many weeks lie between two three-way reviews.'),
  firstWithinWeeks: z.number().int().min(1).max(52).describe('The first is held within so many weeks of the start.'),
});

export type SupervisionRules = z.infer<typeof supervisionRulesSchema>;
