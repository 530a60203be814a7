import { describe, expect, test } from 'vitest';
import type { Criterion, QualificationUnit } from '#src/domain/portfolio/qualification.ts';
import { NO_EFFECT, withTrainee } from '#src/domain/qualification/effect.ts';
import { headingErrors } from '#src/domain/qualification/heading.ts';
import {
  choicesIn,
  choicesText,
  mappingsOf,
  readDecisions,
  versionChanges,
} from '#src/domain/qualification/mapping.ts';
import { proposals } from '#src/domain/qualification/proposals.ts';
import { withNext } from '#src/server/qualification/effect.ts';

const criterion = (id: string, text: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{ id, text, neededTimes: 1, kinds: ['assignment'], mustInclude: [], currentForMonths: null },
  ...more,
});
const unit = (...criteria: Criterion[]): QualificationUnit[] => [{ id: '1', title: 'Unit', summary: 'It.', criteria }];

const LAW = 'Explain the main sentences and how people are released, as the law stands today.';
const PATH = 'Describe the path of a case from charge to the end of a licence.';
const BEFORE = unit(criterion('1.1', LAW), criterion('1.2', PATH), criterion('1.3', 'Explain who decides what.'));

describe('what most likely became of each criterion', () => {
  const proposed = (after: QualificationUnit[]) =>
    proposals(BEFORE, after).map(({ old, becomes, newIds, isIdentical }) => [
      old.id,
      becomes,
      newIds.join(),
      isIdentical,
    ]);

  test('the same words under the same number need no decision, under another number they do', () => {
    const after = unit(criterion('1.1', LAW), criterion('1.4', PATH), criterion('1.3', 'Explain who decides what.'));
    expect(proposed(after)).toEqual([
      ['1.1', 'same', '1.1', true],
      ['1.2', 'same', '1.4', false],
      ['1.3', 'same', '1.3', true],
    ]);
  });

  test('the same words with other evidence wanted are to be decided', () => {
    expect(proposed(unit(criterion('1.1', LAW, { neededTimes: 2 })))[0]).toEqual(['1.1', 'same', '1.1', false]);
  });

  test('near words are taken for a new wording, others under the same number for a change, and nothing for dropped', () => {
    const near = LAW.replace('main sentences', 'most important sentences');
    const after = unit(criterion('2.1', near), criterion('1.2', 'Something else altogether'));
    expect(proposed(after)).toEqual([
      ['1.1', 'reworded', '2.1', false],
      ['1.2', 'changed', '1.2', false],
      ['1.3', 'dropped', '', false],
    ]);
  });
});

describe('deciding', () => {
  const AFTER = unit(
    criterion('1.1', `${LAW} Today.`),
    criterion('1.2', PATH),
    criterion('1.3', 'One part.'),
    criterion('1.4', 'Another.'),
  );
  const decide = (choices: Record<string, [becomes: string, newIds: string]>) =>
    readDecisions({
      before: BEFORE,
      after: AFTER,
      choice: (id) => ({ becomes: choices[id]?.[0] ?? '', newIds: choices[id]?.[1] ?? '' }),
    });
  const WHOLE = { '1.1': ['reworded', '1.1'], '1.2': ['same', '1.2'], '1.3': ['split_again', '1.3; 1.4'] } as const;

  test('every criterion, and each is kept as it was decided', () => {
    const { decisions, errors } = decide({ ...WHOLE } as never);
    expect(errors).toEqual({});
    expect(
      mappingsOf(decisions, { from: 'a', to: 'b' }).map(({ oldId, newId, carries }) => [oldId, newId, carries]),
    ).toEqual([
      ['1.1', '1.1', true],
      ['1.2', '1.2', true],
      ['1.3', '1.3', false],
      ['1.3', '1.4', false],
    ]);
  });

  test('all that is missing is told at once', () => {
    expect(decide({}).errors).toEqual({
      'becomes-1.1': 'Decide what becomes of 1.1',
      'becomes-1.2': 'Decide what becomes of 1.2',
      'becomes-1.3': 'Decide what becomes of 1.3',
    });
  });

  test.each([
    ['a number that is not there', ['reworded', '9.9'], 'There is no criterion 9.9 in the new version'],
    ['no number', ['changed', ' '], 'Give the new number of 1.3'],
    ['one number for a split', ['split_carries', '1.3'], 'Give at least two numbers for 1.3: it is split'],
    ['two numbers without a split', ['reworded', '1.3 1.4'], 'Give one number for 1.3, or choose that it is split'],
    ['the same, with other words', ['same', '1.3'], 'The words of 1.3 and 1.3 differ: choose reworded or changed'],
  ] as const)('%s is told', (_story, [becomes, newIds], words) => {
    expect(decide({ ...WHOLE, '1.3': [becomes, newIds] } as never).errors).toEqual({ 'new-1.3': words });
  });

  test('a number beside "dropped" does not matter', () => {
    const { decisions, errors } = decide({ ...WHOLE, '1.3': ['dropped', '1.3'] } as never);
    expect(errors).toEqual({});
    expect(decisions[2]).toMatchObject({ becomes: 'dropped', newIds: [] });
  });

  test('a decision that is no decision is none', () => {
    expect(decide({ ...WHOLE, '1.3': ['constructor', '1.3'] } as never).errors).toHaveProperty('becomes-1.3');
  });

  test('choices survive the one field they travel in, and a field that is not whole holds none', () => {
    const choices = new Map([['1.1', { becomes: 'same', newIds: '1.1' }]]);
    expect(choicesIn(choicesText(choices))).toEqual(choices);
    for (const broken of ['', '{', '{"a":1}', '[["1.1"]]', '[null]']) expect(choicesIn(broken).size).toBe(0);
  });

  test('what a version changed is told from what was decided', () => {
    const { decisions } = decide({ ...WHOLE } as never);
    const [a, b] = [
      { version: 'a', units: BEFORE },
      { version: 'b', units: [...AFTER, ...unit(criterion('1.9', 'New.'))] },
    ];
    const { changes, added, unchanged } = versionChanges(a, b, mappingsOf(decisions, { from: 'a', to: 'b' }));
    expect(changes.map(({ old, becomes }) => [old.id, becomes])).toEqual([
      ['1.1', 'reworded'],
      ['1.3', 'split_again'],
    ]);
    expect(added.map(({ id }) => id)).toEqual(['1.9']);
    expect(unchanged).toBe(1);
  });

  test('what it does to what was signed is counted before it is done', () => {
    const { decisions } = decide({ ...WHOLE, '1.2': ['dropped', ''] } as never);
    const dressed = { label: 'x', notice: 'x' };
    const first = {
      qualification: { version: 'a', ...dressed, units: BEFORE },
      effectiveFrom: null,
      set: null,
      state: 'counts',
    } as const;
    const next = { version: 'b', ...dressed, units: AFTER };
    const versions = withNext({ versions: [first], mappings: [] }, next, mappingsOf(decisions, { from: 'a', to: 'b' }));
    const signed = (...ids: string[]) => ({ signed: ids.map((id) => ({ version: 'a', id })) });
    const effect = [signed('1.1', '1.2'), signed('1.3'), signed()].reduce(
      (sum, one) => withTrainee(sum, one, versions),
      NO_EFFECT,
    );
    expect(effect).toEqual({ trainees: 2, signed: 3, carried: 1, again: 2, traineesToLookAgain: 1, dropped: 1 });
  });
});

describe('the name of a version', () => {
  const fine = { version: '2027-1', label: 'Second set', notice: 'Made up.' };
  test.each(['', 'two words', '../admin', 'import', 'Template', '-1', '1-', 'x'.repeat(41), 'gŵyl', '2027.1', '<b>'])(
    '%j is none',
    (version) => {
      expect(headingErrors({ ...fine, version })).toHaveProperty('version');
    },
  );
  test('holds letters, digits and hyphens', () => {
    expect(headingErrors(fine)).toEqual({});
  });
  test('goes with what people call it and where it comes from, neither too long', () => {
    expect(Object.keys(headingErrors({ version: 'a', label: '', notice: 'x'.repeat(401) }))).toEqual([
      'label',
      'notice',
    ]);
  });
});
