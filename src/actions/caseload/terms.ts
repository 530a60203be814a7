import { z } from 'astro/zod';
import type { CaseFacts } from '#src/domain/caseload/caseFacts.ts';
import { type OfficeOnCases } from '#src/domain/caseload/allocationEffect.ts';
import { readShare } from '#src/domain/caseload/allocationQuery.ts';
import { ACTIVITIES, CARRYINGS, CASE_KINDS, LETTER_TIERS, TIERS, type Carrying } from '#src/domain/caseload/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { dayOrEmpty } from '../typedFields.ts';
import { orEmpty, safeText } from '../typedText.ts';

const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  orEmpty(z.union([z.literal(''), z.enum(values)]));
const ids = z.array(z.string().max(100)).max(60);
/** A name or a job, which the trainee and her tutor read. */
const someone = safeText(100).transform((text) => text.trim());

/** What a manager says of a case. */
export const factFields = {
  tier: z.enum(TIERS, { error: 'Choose a tier' }),
  kind: z.enum(CASE_KINDS, { error: 'Choose where the person is supervised' }),
  transitionToAdulthood: z.literal('yes').optional(),
  letterTier: chosen(LETTER_TIERS),
  activity: chosen(ACTIVITIES),
  attributes: ids,
  complexity: ids,
};

/** How it is to be carried, and what is said where the limit or a rule stands in the way. */
export const termFields = {
  /** The id of the new allocation, made when the form was shown. */
  allocationId: z.uuid(),
  carrying: chosen(CARRYINGS),
  share: orEmpty(z.string().trim().max(3, { error: 'Give a share in whole percent, from 0 to 100' })),
  /** What the page showed: see `expectationsText`. */
  expected: orEmpty(z.string().max(20_000)),
  overLimitReason: safeText(1000),
  overLimitUntil: dayOrEmpty('Give a day'),
  approverName: someone,
  approverJob: someone,
  approverTutor: orEmpty(z.string().max(100)),
  overrideReason: safeText(1000),
};

const { approverName, approverJob, approverTutor, overrideReason } = termFields;
/** Who set a rule aside for somebody's share of a case, and why. */
export const approvalFields = {
  allocationId: z.string().min(1).max(100),
  approverName,
  approverJob,
  approverTutor,
  overrideReason,
};

export const traineeField = z
  .string({ error: 'Choose who takes the case' })
  .min(1, { error: 'Choose who takes the case' })
  .max(100);

type TypedFacts = z.infer<z.ZodObject<typeof factFields>>;
export type Terms = z.infer<z.ZodObject<typeof termFields>>;

function refuseUnknown(field: string, chosenIds: readonly string[], known: readonly { readonly id: string }[]): void {
  if (chosenIds.every((id) => known.some((entry) => entry.id === id))) return;
  throw new Refusal('bad_input', { fields: { [field]: 'Choose from the list: the office has changed it' } });
}

/** The facts as they are kept. Throws `bad_input` for an attribute or a factor that the office does not know. */
export function factsOf(input: TypedFacts, { rules, complexity }: OfficeOnCases): CaseFacts {
  refuseUnknown('attributes', input.attributes, rules.attributes);
  refuseUnknown('complexity', input.complexity, complexity.factors);
  return {
    tier: input.tier,
    kind: input.kind,
    transitionToAdulthood: input.transitionToAdulthood === 'yes',
    letterTier: input.letterTier || null,
    activity: input.activity || 'active',
    attributes: [...new Set(input.attributes)],
    complexity: [...new Set(input.complexity)],
  };
}

/** How she carries it and how much of it. Throws `bad_input` for what is no share. */
export function shareOf({ carrying, share }: Terms, { complexity }: OfficeOnCases) {
  const how: Carrying = carrying || 'sole';
  const sharePercent = readShare(share, complexity.sharePercent[how]);
  if (sharePercent === null)
    throw new Refusal('bad_input', { fields: { share: 'Give a share in whole percent, from 0 to 100' } });
  return { carrying: how, sharePercent };
}
