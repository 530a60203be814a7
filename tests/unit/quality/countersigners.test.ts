import { describe, expect, test } from 'vitest';
import {
  countersignedBy,
  countersignerOn,
  type CountersignWorld,
  everyCountersigner,
  leftWithout,
  takenOver,
  waitsForNobody,
} from '#src/domain/quality/countersigners.ts';
import { namedIn, standingProblems } from '#src/domain/quality/entering.ts';
import type { StandingRow } from '#src/domain/quality/standing.ts';

const TODAY = '2026-11-23';
const row = (effectiveFrom: string, change: Partial<StandingRow> = {}): StandingRow => ({
  ...{ assessorId: 'owen', standing: 'qualified', countersignerId: null, effectiveFrom },
  ...change,
});
const training = (effectiveFrom: string, countersignerId = 'joan') =>
  row(effectiveFrom, { standing: 'in_training', countersignerId });
const ASSESSORS = ['owen', 'joan', 'daniel'];

interface Known {
  readonly assessors?: readonly string[];
  /** Whom the decisions of Owen that wait are about; none wait where it is not given. */
  readonly about?: readonly string[];
}
const world = (rows: readonly StandingRow[], { assessors = ASSESSORS, about }: Known = {}): CountersignWorld => ({
  ...{ rows, day: TODAY, assessors: new Set(assessors) },
  waiting: new Map(about ? [['owen', { decisions: about.length, traineeIds: about }]] : []),
});

const BEGAN = training('2026-09-01');
const QUALIFIED = row('2026-11-02');

describe('who countersigns for an assessor', () => {
  test.each<[string, readonly StandingRow[], Known, string | null]>([
    ['nobody, where nothing was ever entered', [], {}, null],
    ['nobody, for one who was never in training', [QUALIFIED], {}, null],
    ['whoever is named while she is in training', [BEGAN], {}, 'joan'],
    ['nobody yet on the day before it begins', [training('2026-11-24')], {}, null],
    ['of two who were named, the one named last', [BEGAN, training('2026-11-02', 'daniel')], {}, 'daniel'],
    [
      'the one named last, even when she will be another next week',
      [BEGAN, training('2026-11-30', 'daniel')],
      {},
      'joan',
    ],
    ['after training, who was named last in it', [BEGAN, QUALIFIED], {}, 'joan'],
    [
      'after training, who was named when it ended',
      [BEGAN, row('2026-11-02', { countersignerId: 'daniel' })],
      {},
      'daniel',
    ],
    ['nobody, where who was named is no assessor any more', [BEGAN], { assessors: ['owen', 'daniel'] }, null],
    [
      'nobody, rather than one who had been replaced before',
      [training('2026-06-01', 'daniel'), BEGAN],
      { assessors: ['owen', 'daniel'] },
      null,
    ],
    ['never herself', [training('2026-09-01', 'owen')], {}, null],
    ['of two entries for one day, the one entered last', [BEGAN, training('2026-09-01', 'daniel')], {}, 'daniel'],
  ])('%s', (_story, rows, known, expected) => {
    expect(countersignerOn(world(rows, known), 'owen')).toBe(expected);
  });
});

describe('whose decisions somebody countersigns', () => {
  test.each<[string, readonly StandingRow[], Known, readonly string[]]>([
    ['those of a colleague in training, whether any wait or not', [BEGAN], {}, ['owen']],
    ['those that were left when training ended', [BEGAN, QUALIFIED], { about: ['amara'] }, ['owen']],
    ['none once training is over and nothing waits', [BEGAN, QUALIFIED], {}, []],
    ['none once another is named, whatever waits', [BEGAN, training('2026-11-02', 'daniel')], { about: ['amara'] }, []],
    ['none where she is no assessor any more', [BEGAN], { assessors: ['owen'], about: ['amara'] }, []],
  ])('%s', (_story, rows, known, expected) => {
    expect(countersignedBy(world(rows, known), 'joan')).toEqual(expected);
  });
});

describe('decisions wait for nobody', () => {
  test.each<[string, readonly StandingRow[], Known, boolean]>([
    ['not, where nothing waits', [BEGAN], { assessors: ['owen'] }, false],
    ['not, where somebody countersigns them', [BEGAN, QUALIFIED], { about: ['amara'] }, false],
    ['where nobody was ever named', [row('2026-09-01', { standing: 'in_training' })], { about: ['amara'] }, true],
    ['where who was named is gone', [BEGAN], { assessors: ['owen', 'daniel'], about: ['amara'] }, true],
    ['where they are about the one who was named', [BEGAN], { about: ['amara', 'joan'] }, true],
  ])('%s', (_story, rows, known, expected) => {
    expect(waitsForNobody(world(rows, known), 'owen')).toBe(expected);
  });

  test('who goes leaves those she countersigned, and what waits of her own where nobody is there', () => {
    expect(leftWithout(world([BEGAN, QUALIFIED], { about: ['amara'] }), 'joan')).toEqual(['owen']);
    expect(leftWithout(world([BEGAN], { assessors: ['owen'], about: ['amara'] }), 'owen')).toEqual(['owen']);
    expect(leftWithout(world([BEGAN], { about: ['amara'] }), 'owen')).toEqual([]);
    expect(leftWithout(world([BEGAN], { about: ['amara'] }), 'daniel')).toEqual([]);
  });
});

describe('entering how far an assessor is', () => {
  const entry = (countersignerId: string | null) => ({ ...training(TODAY), countersignerId });
  const left = (countersignerId: string | null) => row(TODAY, { countersignerId });
  const joans = (from: string) => ({ ...training(from, 'daniel'), assessorId: 'joan' });

  test.each<[string, StandingRow, CountersignWorld, string]>([
    ['in training, nobody countersigns', entry(''), world([]), 'Choose who countersigns while she is in training'],
    ['in training, by herself', entry('owen'), world([]), 'Nobody countersigns her own decisions. Choose a colleague'],
    ['in training, by no assessor', entry('harvey'), world([]), 'Choose a colleague who is an assessor'],
    [
      'in training, by somebody whose account is switched off',
      entry('joan'),
      world([], { assessors: ['owen', 'daniel'] }),
      'Choose a colleague who is an assessor',
    ],
    [
      'in training, by somebody in training',
      entry('joan'),
      world([joans('2026-11-01')]),
      'This colleague is in training herself. Choose one who is qualified',
    ],
    [
      'in training, by somebody who will be in training',
      entry('joan'),
      world([joans('2027-01-01')]),
      'This colleague is in training herself. Choose one who is qualified',
    ],
    [
      'qualified, and what waits is left to nobody',
      left(''),
      world([BEGAN], { about: ['amara', 'tom'] }),
      'Choose who countersigns: 2 decisions wait for a countersignature',
    ],
    [
      'qualified, and what waits is left to herself',
      left('owen'),
      world([BEGAN], { about: ['amara'] }),
      'Nobody countersigns her own decisions. Choose a colleague',
    ],
    [
      'what waits is left to the trainee it is about',
      left('joan'),
      world([BEGAN], { about: ['joan'] }),
      'Decisions about this colleague wait for a countersignature, and nobody countersigns those about herself',
    ],
  ])('is refused: %s', (_story, asked, known, words) => {
    expect(standingProblems(asked, known)).toEqual({ countersignerId: words });
  });

  test.each<[string, readonly StandingRow[], Known]>([
    ['countersigns a colleague in training', [BEGAN], {}],
    ['countersigns what a colleague left', [BEGAN, QUALIFIED], { about: ['amara'] }],
    ['is named for a colleague who will be in training', [training('2026-12-01')], {}],
  ])('nobody goes into training herself who %s', (_story, rows, known) => {
    expect(standingProblems({ ...joans(TODAY) }, world(rows, known))).toEqual({
      standing: 'She countersigns for a colleague herself. Name another countersigner there first',
    });
  });

  test('qualified with nothing waiting needs nobody, and names nobody', () => {
    expect(standingProblems(left('joan'), world([BEGAN]))).toEqual({});
    expect(namedIn(left('joan'), world([BEGAN]))).toBeNull();
  });

  test('qualified with something waiting names who takes it; in training, who countersigns', () => {
    const known = world([BEGAN], { about: ['amara'] });
    expect(standingProblems(left('daniel'), known)).toEqual({});
    expect(namedIn(left('daniel'), known)).toBe('daniel');
    expect(namedIn(entry('daniel'), world([]))).toBe('daniel');
  });
});

describe('somebody else takes over', () => {
  const taken = (rows: readonly StandingRow[], from: string | null = 'joan') =>
    takenOver({ rows, day: TODAY }, { assessorId: 'owen', from, to: 'daniel' });

  test('how far she is stays, and from the day on the other countersigns', () => {
    expect(taken([BEGAN])).toEqual([training(TODAY, 'daniel')]);
    expect(taken([BEGAN, QUALIFIED])).toEqual([row(TODAY, { countersignerId: 'daniel' })]);
    expect(taken([])).toEqual([row(TODAY, { standing: 'new', countersignerId: 'daniel' })]);
  });

  test('what was entered for later and names the one who goes names the other too', () => {
    const rows = [BEGAN, training('2026-12-01'), training('2027-01-01', 'priya'), row('2027-02-01')];
    expect(taken(rows)).toEqual([training(TODAY, 'daniel'), training('2026-12-01', 'daniel')]);
    expect(taken(rows, null)).toEqual([training(TODAY, 'daniel')]);
  });
});

test('asking about everybody at once says the same as asking about each', () => {
  const rows = [BEGAN, QUALIFIED, training('2026-10-01', 'daniel'), { ...BEGAN, assessorId: 'daniel' }];
  const everybody = everyCountersigner(world(rows, { about: ['amara'] }));
  expect(everybody).toEqual(
    new Map([
      ['joan', ['daniel']],
      ['daniel', ['owen']],
    ]),
  );
  for (const id of ASSESSORS)
    expect(countersignedBy(world(rows, { about: ['amara'] }), id)).toEqual(everybody.get(id) ?? []);
});
