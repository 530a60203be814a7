/** Objectives of one placement at most. */
export const OBJECTIVES_MAXIMUM = 5;

/** Criteria that one objective is tied to, at most. */
export const OBJECTIVE_CRITERIA_MAXIMUM = 2;

/** Lengths in characters. The report fits into a piece of evidence. */
export const PLACEMENT_LIMITS = { line: 300, travelNotes: 1000, logDay: 5000, report: 15_000, reason: 500 } as const;
