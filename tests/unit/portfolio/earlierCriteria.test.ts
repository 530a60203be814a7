import { describe, expect, test } from 'vitest';
import { reshaped, unitsNow } from '#src/domain/portfolio/earlierCriteria.ts';
import { keptCriteria } from '#src/domain/portfolio/keptCriteria.ts';
import { ratingsNow } from '#src/domain/portfolio/rating.ts';
import { type Qualifications, versionTold } from '#src/domain/portfolio/versions.ts';
import { line, ONE, step, version } from './lines.ts';

/** 1.1 stays, 1.2 is reworded under its number, 1.3 is split, 1.4 and 1.5 are put together, 1.6 is dropped. */
const CHANGED = line(
  [version('old', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'), version('new', '1.1', '1.2', '2.1', '2.2', '3.1')],
  step('old', 'new', '1.1>1.1', '1.2>1.2', '1.3>2.1', '1.3>2.2', '1.4>3.1', '1.5>3.1', '1.6>'),
);

/** The same words for 1.1 in both versions. */
const sameWords = (qualifications: Qualifications): Qualifications => {
  const versions = qualifications.versions.map((one) => ({
    ...one,
    units: one.units.map((unit) => ({
      ...unit,
      criteria: unit.criteria.map((row) => (row.id === '1.1' ? { ...row, text: 'The same' } : row)),
    })),
  }));
  return { ...qualifications, versions, current: versions.at(-1) ?? qualifications.current };
};

describe('what somebody agreed to, told today', () => {
  const told = (id: string, of: string | null = 'old') =>
    keptCriteria(sameWords(CHANGED), { version: of, ids: [id] })[0];

  test.each([
    ['kept', '1.1', ['1.1'], true],
    ['reworded', '1.2', ['1.2'], false],
    ['split', '1.3', ['2.1', '2.2'], false],
    ['put together', '1.5', ['3.1'], false],
    ['dropped', '1.6', [], false],
  ])('%s', (_story, id, now, isSame) => {
    expect(told(id)).toMatchObject({ id, isSame });
    expect(told(id)?.now.map((one) => one.id)).toEqual(now);
  });

  test('has its old words beside it, of the first version where none was noted', () => {
    expect(told('1.6')?.text).toBe('1.6 in old');
    expect(told('1.6', null)?.text).toBe('1.6 in old');
    expect(told('1.2')?.now).toEqual([{ id: '1.2', text: '1.2 in new' }]);
  });

  test('of a version that nobody knows is told by its number, and is nowhere today', () => {
    expect(told('1.1', 'lost')).toEqual({ id: '1.1', text: '', now: [], isSame: false });
  });
});

test('criteria that were put together are asked about in spite of a signature, the others are not', () => {
  expect(reshaped(CHANGED)).toEqual([
    { version: 'old', id: '1.4' },
    { version: 'old', id: '1.5' },
  ]);
  expect(reshaped(ONE)).toEqual([]);
});

test('what was decided in an earlier version counts in the unit of today, and in none where it was dropped', () => {
  const units = line(
    [version('old', '1.1', '1.2', '1.3'), { ...version('new', '1.1'), units: unitsOf('1.1', '2.1') }],
    step('old', 'new', '1.1>1.1', '1.1>2.1', '1.2>2.1', '1.3>'),
  );
  expect(unitsNow(units).map(({ id, unit }) => [id, unit])).toEqual([
    ['1.1', '1'],
    ['1.1', '2'],
    ['1.2', '2'],
    ['1.3', null],
  ]);
  expect(unitsNow(ONE)).toEqual([]);
});

function unitsOf(...ids: string[]) {
  return ids.flatMap((id) => version('new', id).units.map((unit) => ({ ...unit, id: id.split('.')[0] ?? '' })));
}

test('own ratings move along, and what she says of a criterion itself goes before', () => {
  const kept = [
    { criterionId: '3.1', rating: 'on_my_own', version: 'new' },
    { criterionId: '1.4', rating: 'not_yet', version: 'old' },
    { criterionId: '1.3', rating: 'with_help', version: null },
    { criterionId: '1.6', rating: 'not_yet', version: 'old' },
  ] as const;
  expect(Object.fromEntries(ratingsNow(CHANGED, kept))).toEqual({
    ...{ '2.1': 'with_help', '2.2': 'with_help', '3.1': 'on_my_own' },
  });
});

test('a form tells its criteria in the version it names, and in the current one where it names none that is known', () => {
  expect(versionTold(CHANGED, 'old').version).toBe('old');
  for (const told of ['', 'lost', undefined, 7]) expect(versionTold(CHANGED, told).version).toBe('new');
});
