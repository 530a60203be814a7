import { expect, test } from 'vitest';
import type { StandingRow } from '#src/domain/progress/standing.ts';
import { strandStandings } from '#src/domain/progress/strands.ts';

const row = (moduleId: string, state: StandingRow['state'], weeksLate = 0): StandingRow => ({
  moduleId,
  state,
  weeksLate,
  week: 1,
  dueOn: null,
});

test('a standing is taken apart by strand, and a strand that the route does not have is left out', () => {
  const modules = [
    { id: 'harm', strand: 'assessments' as const },
    { id: 'predictors', strand: 'assessments' as const },
    { id: 'recall', strand: 'parole' as const },
    { id: 'sets', strand: 'peer-learning' as const },
  ];
  const rows = [row('recall', 'done'), row('harm', 'done'), row('predictors', 'in_progress', 2)];
  expect(strandStandings({ rows }, modules)).toEqual([
    { strand: 'assessments', all: 2, done: 1, late: 1 },
    { strand: 'parole', all: 1, done: 1, late: 0 },
  ]);
});
