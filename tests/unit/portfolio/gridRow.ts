import type { GridCriterion } from '#src/domain/portfolio/grid.ts';

/** A row of the grid: shown once of the two times that are needed, nothing signed, nothing out of date. */
export const gridRow = (change: Partial<GridCriterion> = {}): GridCriterion => ({
  id: '3.2',
  text: 'Show it',
  state: 'working_towards',
  kinds: ['observation', 'reflective_account'],
  counting: [],
  neededTimes: 2,
  missingKinds: [],
  outOfDate: [],
  goingOutOfDate: [],
  isEnough: false,
  shownTimes: 1,
  signOff: null,
  readyToSign: false,
  isRejected: false,
  unreadable: [],
  evidenceIds: [],
  ...change,
});
