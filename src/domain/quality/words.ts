/** When a decision is looked at: while the portfolio grows, or before the qualification is claimed. */
export const SAMPLING_STAGES = ['interim', 'final'] as const;
export type SamplingStage = (typeof SAMPLING_STAGES)[number];

/** Interim: decided, and nothing is signed on it. Final: a signature rests on it. */
export const STAGE_WORDS: Readonly<Record<SamplingStage, string>> = {
  interim: 'Interim: decided, not signed yet',
  final: 'Final: a signature rests on it',
};

/** What a quality assurer says of a decision. `reject` opens it again. */
export const VERIFICATION_OUTCOMES = ['agree', 'reject'] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

/** How far an assessor is. In training: a qualified colleague countersigns. New: qualified, and everything is sampled. */
export const ASSESSOR_STANDINGS = ['in_training', 'new', 'qualified'] as const;
export type AssessorStanding = (typeof ASSESSOR_STANDINGS)[number];

export const STANDING_WORDS: Readonly<Record<AssessorStanding, string>> = {
  in_training: 'In training',
  new: 'New',
  qualified: 'Qualified',
};

/** What a quality assurer asks of every piece of evidence. Common practice of vocational assessment, kept as prompts. */
export const VACS_TESTS = ['valid', 'authentic', 'current', 'sufficient'] as const;
export type VacsTest = (typeof VACS_TESTS)[number];

export const VACS_WORDS: Readonly<Record<VacsTest, { readonly name: string; readonly asks: string }>> = {
  valid: { name: 'Valid', asks: 'Does it show what the criteria ask for, and nothing beside them?' },
  authentic: { name: 'Authentic', asks: 'Is it the trainee’s own, and is that confirmed?' },
  current: { name: 'Current', asks: 'Is the practice it shows recent enough?' },
  sufficient: { name: 'Sufficient', asks: 'Is there enough of it to decide?' },
};
