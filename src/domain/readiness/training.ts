import type { ReadinessKind } from './words.ts';

/**
 * Which modules come before the first time, by their ids. A choice of ours, and a cautious one: no public source names the
 * training; whoever runs the office knows what it asks for beside these (docs/decisions.md).
 */
export const READINESS_MODULES: Readonly<Record<ReadinessKind, readonly string[]>> = {
  home_visit: ['assess-gathering-information', 'assess-domestic-abuse-and-children'],
  lone_work: ['assess-harm-and-likelihood', 'sexual-language-and-boundaries'],
};
