import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';
import { CARRYINGS } from './words.ts';

const factorSchema = z.strictObject({
  id: slugSchema.describe('The name of the factor in records.'),
  name: lineSchema.describe('What makes the case heavier than its tier says.'),
  meaning: lineSchema.describe('When it applies. Never anything that could say who it is.'),
  points: z.number().int().min(0).max(500).describe('Extra points, shown apart from the official-style figure.'),
});

/** What the official tool misses, and how much of a case each way of carrying it usually is. */
export const complexitySchema = z.strictObject({
  factors: z.array(factorSchema),
  sharePercent: z
    .record(z.enum(CARRYINGS), z.number().int().min(0).max(100))
    .describe('The usual share of each way of carrying a case, in whole percent; a manager may say another.'),
});

export type ComplexityWeights = z.infer<typeof complexitySchema>;
