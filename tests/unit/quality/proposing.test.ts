import { describe, expect, test } from 'vitest';
import { planProblems } from '#src/domain/quality/checking.ts';
import { type DecidedPiece, populationOf } from '#src/domain/quality/population.ts';
import { drawnInOrder, MOST_IN_PLAN, type ProposalFacts, proposeSample } from '#src/domain/quality/proposing.ts';
import { aPiece, aPolicy, facts, methodsOnly } from './people.ts';

const propose = (change: Partial<ProposalFacts>) =>
  proposeSample({
    policy: aPolicy(),
    stage: 'interim',
    pieces: [],
    factsOf: facts(),
    methods: true,
    seed: '2026-11-19',
    ...change,
  });

const withChosen = (pieces: readonly DecidedPiece[], chosen: readonly { submissionId: string }[]) =>
  pieces.map((piece) => ({
    ...piece,
    isSampled: piece.isSampled || chosen.some(({ submissionId }) => submissionId === piece.submissionId),
  }));

/** So many pieces of three assessors, thirteen trainees, six units and four kinds. */
const MANY = Array.from({ length: 120 }, (_, index) =>
  aPiece(`piece-${String(index)}`, {
    assessorId: ['daniel', 'joan', 'owen'][index % 3] ?? 'daniel',
    traineeId: `trainee-${String(index % 13)}`,
    units: [String(1 + (index % 6)), String(1 + ((index * 5) % 6))],
    kind:
      (['reflective_account', 'observation', 'assignment', 'witness_testimony'] as const)[index % 4] ?? 'assignment',
    isSampled: index % 17 === 0,
  }),
);

const FULL = aPolicy({
  interimPercent: 10,
  traineesPercent: 50,
  unitsPercent: 80,
  methodPercent: { ...aPolicy().methodPercent, observation: 40, witness_testimony: 25 },
  everythingOf: ['in_training'],
});

describe('a proposal', () => {
  test('fills the policy: nothing is short afterwards', () => {
    const factsOf = facts({ owen: 'in_training' });
    const chosen = propose({ policy: FULL, pieces: MANY, factsOf });
    const after = populationOf('interim', withChosen(MANY, chosen));
    expect(planProblems(FULL, after, { factsOf })).toEqual([]);
    expect(new Set(chosen.map(({ submissionId }) => submissionId)).size).toBe(chosen.length);
  });

  test('takes nothing that is in a sample already', () => {
    const sampled = new Set(MANY.filter(({ isSampled }) => isSampled).map(({ submissionId }) => submissionId));
    const chosen = propose({ policy: FULL, pieces: MANY, factsOf: facts({ owen: 'in_training' }) });
    expect(chosen.filter(({ submissionId }) => sampled.has(submissionId))).toEqual([]);
  });

  test('is the same for the same data and seed, in whatever order the data comes', () => {
    const one = propose({ policy: FULL, pieces: MANY });
    expect(propose({ policy: FULL, pieces: MANY.toReversed() })).toEqual(one);
  });

  test('another seed draws others', () => {
    const ids = (seed: string) => drawnInOrder(MANY, seed).map(({ submissionId }) => submissionId);
    expect(ids('a')).not.toEqual(ids('b'));
    expect(ids('a').toSorted()).toEqual(ids('b').toSorted());
  });

  test('says why each piece is in it', () => {
    const chosen = propose({
      policy: aPolicy({ interimPercent: 10, traineesPercent: 100 }),
      pieces: [aPiece('one'), aPiece('two')],
    });
    expect(chosen.map(({ why }) => why)).toEqual(['Policy: share of trainees, share of decisions']);
    const training = propose({
      policy: aPolicy({ everythingOf: ['in_training'] }),
      pieces: [aPiece('one', { assessorId: 'owen' })],
      factsOf: facts({ owen: 'in_training' }),
    });
    expect(training).toEqual([{ submissionId: 'one', why: 'Policy: everything of Owen Blakely, in training' }]);
  });

  test('takes one piece where one brings everything that is wanted', () => {
    const policy = aPolicy({ traineesPercent: 50, unitsPercent: 100 });
    const pieces = [
      aPiece('one', { units: ['1'] }),
      aPiece('both', { units: ['1', '2'] }),
      aPiece('two', { units: ['2'] }),
    ];
    expect(propose({ policy, pieces }).map(({ submissionId }) => submissionId)).toEqual(['both']);
  });

  test('fills a method with what no assessor’s share has taken', () => {
    const policy = methodsOnly({ observation: 100 });
    const pieces = [aPiece('seen', { kind: 'observation' }), aPiece('told')];
    expect(propose({ policy, pieces })).toEqual([{ submissionId: 'seen', why: 'Policy: share of direct observation' }]);
    expect(propose({ policy, pieces, methods: false })).toEqual([]);
  });

  test('asks for nothing where nothing is short, and for nothing of nothing', () => {
    expect(propose({ policy: FULL })).toEqual([]);
    expect(propose({ policy: aPolicy(), pieces: MANY })).toEqual([]);
  });

  test('is no longer than a plan', () => {
    const pieces = Array.from({ length: MOST_IN_PLAN + 50 }, (_, index) => aPiece(`piece-${String(index)}`));
    expect(propose({ policy: aPolicy({ interimPercent: 100 }), pieces })).toHaveLength(MOST_IN_PLAN);
  });
});
