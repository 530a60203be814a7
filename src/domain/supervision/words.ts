/** The three who take part in a supervision review. */
export const REVIEW_PARTS = ['trainee', 'tutor', 'manager'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];
