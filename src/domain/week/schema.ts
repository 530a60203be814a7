import { z } from 'astro/zod';
import { bankHolidaysSchema } from './bankHolidays.ts';
import { defaultPatternSchema } from './pattern.ts';

/** One file in src/content/week: the bank holidays, or the week of whoever has no pattern. */
export const weekFileSchema = z.discriminatedUnion('kind', [bankHolidaysSchema, defaultPatternSchema]);

export type WeekFile = z.infer<typeof weekFileSchema>;
