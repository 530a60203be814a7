/** What a trainee gets ready for before the first time. */
export const READINESS_KINDS = ['home_visit', 'lone_work'] as const;
export type ReadinessKind = (typeof READINESS_KINDS)[number];
