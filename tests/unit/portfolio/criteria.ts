import type { Criterion, QualificationUnit } from '#src/domain/portfolio/qualification.ts';

/** A criterion that takes an account, once, for good. */
export const criterion = (id: string, change: Partial<Criterion> = {}): Criterion => ({
  id,
  text: `Show ${id}`,
  neededTimes: 1,
  kinds: ['reflective_account'],
  mustInclude: [],
  currentForMonths: null,
  ...change,
});

export const unit = (id: string, criteria: Criterion[]): QualificationUnit => ({
  id,
  title: `Unit ${id}`,
  summary: 'What it is about',
  criteria,
});
