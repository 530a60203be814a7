/** Kinds of evidence the portal can hold today. */
export const EVIDENCE_KINDS = ['reflective_account'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What an assessor may decide about one criterion of one submission. */
export const CRITERION_OUTCOMES = ['met', 'working_towards', 'not_met'] as const;
export type CriterionOutcome = (typeof CRITERION_OUTCOMES)[number];

/** What an assessment of a whole submission comes to: back to the trainee, or ready for a signature. */
export const ASSESSMENT_OUTCOMES = ['returned', 'to_sign'] as const;
export type AssessmentOutcome = (typeof ASSESSMENT_OUTCOMES)[number];
