import type { ReadinessItem } from '#src/domain/readiness/standing.ts';
import type { ReadinessKind } from '#src/domain/readiness/words.ts';

export const READINESS_NAMES: Readonly<Record<ReadinessKind, string>> = {
  home_visit: 'First home visit',
  lone_work: 'First time working alone',
};

export const ITEM_NAMES: Readonly<Record<ReadinessItem, string>> = {
  training: 'Training done',
  shadowed: 'Went along with a colleague',
  buddy: 'Buddy known',
  check_in: 'Check-in known',
  agreed: 'Manager agreed',
};
