import { describe, expect, test } from 'vitest';
import { planProblems, shareOf } from '#src/domain/quality/checking.ts';
import { populationOf } from '#src/domain/quality/population.ts';
import { aPiece, aPolicy, facts, methodsOnly } from './people.ts';

const wordsOf = (problems: ReturnType<typeof planProblems>) => problems.map(({ words }) => words);

test.each([
  ['a tenth of twenty', 10, 20, 2],
  ['a tenth of twenty-one is rounded up', 10, 21, 3],
  ['some of one is one', 1, 1, 1],
  ['a share of nothing is nothing', 50, 0, 0],
  ['none is wanted', 0, 20, 0],
  ['everything', 100, 7, 7],
])('%s', (_story, percent, of, wanted) => {
  expect(shareOf(percent, of)).toBe(wanted);
});

describe('what is short of the policy', () => {
  const pieces = [
    aPiece('one', { isSampled: true }),
    aPiece('two', { traineeId: 'tom', units: ['4', '5'] }),
    aPiece('three', { traineeId: 'tom', kind: 'observation' }),
  ];

  test('is told with what there is, what is wanted and what is missing', () => {
    const policy = aPolicy({ interimPercent: 50, traineesPercent: 100, unitsPercent: 100 });
    const problems = planProblems(policy, populationOf('interim', pieces), { factsOf: facts() });
    expect(wordsOf(problems)).toEqual([
      'Daniel Marsh: 1 of 3 units in a sample, 3 wanted (100%), 2 short',
      'Daniel Marsh: 1 of 2 trainees in a sample, 2 wanted (100%), 1 short',
      'Daniel Marsh: 1 of 3 pieces in a sample, 2 wanted (50%), 1 short',
    ]);
  });

  test('an assessor who is new or in training: everything, and no shares beside it', () => {
    const policy = aPolicy({ everythingOf: ['new', 'in_training'], traineesPercent: 100 });
    const problems = planProblems(policy, populationOf('interim', pieces), {
      factsOf: facts({ daniel: 'in_training' }),
    });
    expect(wordsOf(problems)).toEqual([
      'Daniel Marsh, in training: 1 of 3 pieces in a sample, 3 wanted (100%), 2 short',
    ]);
  });

  test('a method is counted over all assessors, and not at all for a plan that looks at some', () => {
    const both = [...pieces, aPiece('four', { assessorId: 'joan', kind: 'observation' })];
    const population = populationOf('final', both);
    const policy = methodsOnly({ observation: 50 });
    expect(wordsOf(planProblems(policy, population, { factsOf: facts() }))).toEqual([
      'Direct observation, all assessors together: 0 of 2 pieces in a sample, 1 wanted (50%), 1 short',
    ]);
    expect(planProblems(policy, population, { factsOf: facts(), methods: false })).toEqual([]);
  });

  test('the stage decides which share counts', () => {
    const policy = aPolicy({ interimPercent: 0, finalPercent: 100 });
    expect(planProblems(policy, populationOf('interim', pieces), { factsOf: facts() })).toEqual([]);
    expect(planProblems(policy, populationOf('final', pieces), { factsOf: facts() })).toHaveLength(1);
  });

  test('nothing decided, nothing short', () => {
    const everything = aPolicy({ interimPercent: 100, traineesPercent: 100, unitsPercent: 100 });
    expect(planProblems(everything, populationOf('interim', []), { factsOf: facts() })).toEqual([]);
  });
});
