import { expect, test } from 'vitest';
import { populationOf } from '#src/domain/quality/population.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';
import { shortfalls } from '#src/server/quality/shortfalls.ts';
import { aPiece, aPolicy } from './people.ts';

const assessorsAre = (name: string, standing: AssessorStanding) => {
  const assessors = [{ id: 'daniel', name, standing }];
  return { assessors, factsOf: () => ({ name, standing }) };
};
const policy = aPolicy({ interimPercent: 50, everythingOf: ['in_training'] });
const pieces = [aPiece('one'), aPiece('two'), aPiece('three'), aPiece('four')];

test('what is short stands as long as counts, policy, names and standings do, and is worked out anew with each of them', () => {
  const counts = populationOf('interim', pieces);
  const told = (asked: Parameters<typeof shortfalls>[1]) => shortfalls(counts, asked).map(({ words }) => words);
  const first = shortfalls(counts, { policy, ...assessorsAre('Daniel Marsh', 'qualified') });
  expect(first.map(({ words }) => words)).toContain('Daniel Marsh: 0 of 4 pieces in a sample, 2 wanted (50%), 2 short');
  expect(shortfalls(counts, { policy, ...assessorsAre('Daniel Marsh', 'qualified') })).toBe(first);
  expect(told({ policy, ...assessorsAre('Daniel Marsh', 'in_training') })).toEqual([
    'Daniel Marsh, in training: 0 of 4 pieces in a sample, 4 wanted (100%), 4 short',
  ]);
  expect(told({ policy, ...assessorsAre('Dan Marsh', 'qualified') })[0]).toMatch(/^Dan Marsh: /);
  const stricter = aPolicy({ interimPercent: 100, everythingOf: ['in_training'] });
  expect(told({ policy: stricter, ...assessorsAre('Dan Marsh', 'qualified') })).toContain(
    'Dan Marsh: 0 of 4 pieces in a sample, 4 wanted (100%), 4 short',
  );
});

test('other counts are other shortfalls', () => {
  const asked = { policy, ...assessorsAre('Daniel Marsh', 'qualified') };
  shortfalls(populationOf('interim', pieces), asked);
  const sampled = pieces.map((piece) => ({ ...piece, isSampled: true }));
  expect(shortfalls(populationOf('interim', sampled), asked)).toEqual([]);
});
