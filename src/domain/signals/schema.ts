import { z } from 'astro/zod';
import { SIGNAL_ACTORS, SIGNAL_KINDS } from './kinds.ts';

const thresholdSchema = z.strictObject({
  isOn: z.boolean().describe('Whether this signal is given at all.'),
  from: z
    .number()
    .int('Use a whole number.')
    .min(0, 'Use 0 or more.')
    .max(1000, 'Use 1,000 or less.')
    .describe('From how much on it is given; what is counted stands beside it.'),
  fromInFirstWeeks: z
    .number()
    .int('Use a whole number.')
    .min(0, 'Use 0 or more.')
    .max(1000, 'Use 1,000 or less.')
    .describe('The same for trainees in their first weeks.'),
  actor: z.enum(SIGNAL_ACTORS).describe('Who acts.'),
  returnsAfterDays: z
    .number()
    .int('Count whole days.')
    .min(1, 'It comes back after at least 1 day.')
    .max(56, 'It comes back within 8 weeks.')
    .describe('A signal that was noted comes back after so many days, if nothing has changed.'),
});
export type SignalThreshold = z.infer<typeof thresholdSchema>;

/** When signals are given. Source: the office's setting `signals`. */
export const signalRulesSchema = z.strictObject({
  firstWeeks: z
    .number()
    .int('Count whole weeks.')
    .min(0, 'Use 0 or more weeks.')
    .max(52, 'Use 52 weeks or fewer.')
    .describe('How many weeks from the start are watched hardest.'),
  kinds: z.record(z.enum(SIGNAL_KINDS), thresholdSchema),
});
export type SignalRules = z.infer<typeof signalRulesSchema>;
