import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';

/** What an assessor can decide, in her words. */
export const OUTCOME_CHOICES: readonly { value: CriterionOutcome; text: string }[] = [
  { value: 'met', text: 'Met' },
  { value: 'working_towards', text: 'Working towards' },
  { value: 'not_met', text: 'Not met' },
];
