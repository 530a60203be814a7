import type { AssessmentOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';

/** What an assessor can decide, in her words. */
export const OUTCOME_CHOICES: readonly { value: CriterionOutcome; text: string }[] = [
  { value: 'met', text: 'Met' },
  { value: 'working_towards', text: 'Working towards' },
  { value: 'not_met', text: 'Not met' },
];

/** What comes next for something that waits, and where: deciding, or signing where every criterion is met. */
export function assessStep({
  id,
  assessment,
}: {
  readonly id: string;
  readonly assessment: { readonly outcome: AssessmentOutcome } | null;
}) {
  return assessment?.outcome === 'to_sign'
    ? { href: `/assess/${id}/sign`, verb: 'Sign off' }
    : { href: `/assess/${id}`, verb: 'Assess' };
}
