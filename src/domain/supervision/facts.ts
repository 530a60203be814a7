import { z } from 'astro/zod';
import { canonicalJson } from '../ledger/canonicalJson.ts';
import { LOSS_CAUSES } from '../studyTime/words.ts';
import { PLACEMENT_KINDS } from '../placements/words.ts';
import { daySchema } from '../programme/schema.ts';
import { REVIEW_PARTS } from './words.ts';

const whole = z.number().int();
const count = whole.min(0);

const lateModule = z.strictObject({ id: z.string(), title: z.string(), weeksLate: count });
const agreedOver = z.strictObject({ id: z.string(), startsOn: daySchema, until: daySchema });
const openObjection = z.strictObject({ id: z.string(), since: daySchema });
const placement = z.strictObject({
  id: z.string(),
  kind: z.enum(PLACEMENT_KINDS),
  place: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
});
const earlierAction = z.strictObject({
  id: z.string(),
  words: z.string(),
  part: z.enum(REVIEW_PARTS),
  dueOn: daySchema,
  /** The day it was ticked off; null while it is open. */
  doneOn: daySchema.nullable(),
});

/**
 * The agenda of a review, as it was made from the facts on one day. Sentences are the portal's own; of people there are ids and
 * figures, and the words that the three agreed last time. Of evidence only numbers, because a manager does not read it; of
 * wellbeing only which months are shared, so that what is taken back stays nowhere. Minutes and points are whole numbers.
 */
const reviewFactsSchema = z.strictObject({
  version: z.literal(1),
  madeOn: daySchema,
  progress: z.strictObject({ sentence: z.string(), late: z.array(lateModule) }),
  caseload: z.strictObject({
    sentence: z.string(),
    isOver: z.boolean(),
    agreement: agreedOver.nullable(),
    objections: z.array(openObjection),
  }),
  studyTime: z.strictObject({
    from: daySchema,
    to: daySchema,
    entitledMinutes: count,
    plannedMinutes: count,
    takenMinutes: count,
    lostMinutes: count,
    madeUpMinutes: count,
    lostByCause: z.array(z.strictObject({ cause: z.enum(LOSS_CAUSES), minutes: count })),
  }),
  evidence: z.strictObject({ returned: count, waiting: count, signed: count }),
  placements: z.array(placement),
  actions: z.array(earlierAction),
  sharedWellbeing: z.array(z.string()),
});

export type ReviewFacts = z.infer<typeof reviewFactsSchema>;

/** The one text of an agenda, as it is kept and signed. */
export function factsText(facts: ReviewFacts): string {
  return canonicalJson(reviewFactsSchema.parse(facts));
}

/** Reads a kept agenda. Null for one of a shape that this version does not know: the record is then shown without it. */
export function readFacts(text: string): ReviewFacts | null {
  try {
    return reviewFactsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
