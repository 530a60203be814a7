import { describe, expect, test } from 'vitest';
import {
  gapsFirst,
  type GridSignature,
  openWords,
  shownWords,
  signedWords,
  standingSignature,
  takesWords,
  unitWords,
} from '#src/components/portfolio/gridWords.ts';
import type { GridCriterion } from '#src/domain/portfolio/grid.ts';
import type { ShownPiece } from '#src/domain/portfolio/sufficiency.ts';
import { gridRow as row } from './gridRow.ts';

const piece: ShownPiece = {
  evidenceId: 'visit',
  submissionId: 'visit-1',
  assessmentId: 'look',
  kind: 'reflective_account',
  happenedOn: '2024-03-01',
};
const signOff = {
  signOffId: 's',
  signedAt: new Date('2026-11-03T10:00:00Z'),
  signerName: 'Daniel Marsh',
  qualificationVersion: 'demo-1',
  isChecked: false,
  mustLookAgain: false,
};

describe('what the grid says of a criterion', () => {
  test.each([
    [0, 1, 'Shown 0 of 1 time needed.'],
    [1, 2, 'Shown 1 of 2 times needed.'],
  ])('shown %i of %i reads as a sentence', (shownTimes, neededTimes, words) => {
    expect(shownWords({ shownTimes, neededTimes })).toBe(words);
  });

  test('which kinds it takes', () => {
    expect(takesWords(row())).toBe('Takes: direct observation or reflective account.');
    expect(takesWords(row({ kinds: ['observation'] }))).toBe('Takes: direct observation.');
  });

  test.each<[string, Partial<GridCriterion>, string[]]>([
    ['nothing', {}, []],
    ['a kind that is missing', { missingKinds: ['observation'] }, ['Still missing: direct observation.']],
    ['a piece that is out of date', { outOfDate: [piece] }, ['1 piece is out of date and no longer counts.']],
    ['pieces that are out of date', { outOfDate: [piece, piece] }, ['2 pieces are out of date and no longer count.']],
    [
      'when a piece goes out of date',
      { goingOutOfDate: [{ piece, from: '2026-12-31' }] },
      ['A piece goes out of date on Thursday 31 December 2026.'],
    ],
    [
      'pieces that nobody can read now, although the rest is enough',
      { unreadable: [piece], readyToSign: true },
      [
        '1 piece of evidence for it cannot be read now and does not count.',
        'Enough is shown: it waits for the assessor’s signature.',
      ],
    ],
    [
      'that a decision on it is made again',
      { isRejected: true },
      ['A quality assurer did not agree with a decision on it: the assessor decides again.'],
    ],
    [
      'that it waits for a signature',
      { readyToSign: true },
      ['Enough is shown: it waits for the assessor’s signature.'],
    ],
  ])('says %s', (_story, change, sentences) => {
    expect(openWords(row(change))).toEqual(sentences);
  });

  test('is done with what is missing once it is signed off', () => {
    expect(openWords(row({ state: 'met', missingKinds: ['observation'], outOfDate: [piece] }))).toEqual([]);
  });

  test('names who signed, when and under which wording, and whether a quality assurer agreed', () => {
    const words = 'Signed off by Daniel Marsh on 3 November 2026, under version demo-1.';
    expect(signedWords(row())).toBeNull();
    expect(signedWords(row({ state: 'met', signOff }))).toBe(words);
    expect(signedWords(row({ state: 'checked', signOff }))).toBe(
      `${words} A quality assurer looked at this and agreed.`,
    );
    expect(signedWords(row({ signOff: { ...signOff, mustLookAgain: true } }))).toBe(
      `${words} The wording has changed since, so it is looked at again.`,
    );
  });
});

test('gaps come first: to look at again, worked towards, not started, waiting, then what is there', () => {
  const rows = [
    row({ id: 'met', state: 'met' }),
    row({ id: 'claimed', state: 'claimed' }),
    row({ id: 'fresh', state: 'not_started' }),
    row({ id: 'towards' }),
    row({ id: 'checked', state: 'checked' }),
    row({ id: 'again', state: 'claimed', signOff: { ...signOff, mustLookAgain: true } }),
  ];
  expect(gapsFirst(rows).map(({ id }) => id)).toEqual(['again', 'towards', 'fresh', 'claimed', 'met', 'checked']);
});

describe('the signature under a unit', () => {
  const signature = (change: Partial<GridSignature> = {}): GridSignature => ({
    subject: 'unit',
    subjectId: '3',
    qualificationVersion: 'demo-1',
    signerName: 'Daniel Marsh',
    signedAt: new Date('2026-11-03T10:00:00Z'),
    unlock: null,
    ...change,
  });
  const of = { subject: 'unit', subjectId: '3', version: 'demo-1' } as const;

  test.each<[string, GridSignature[], boolean]>([
    ['stands', [signature()], true],
    ['was opened again', [signature({ unlock: {} })], false],
    ['was opened and signed anew', [signature({ unlock: {} }), signature()], true],
    ['is under an older wording', [signature({ qualificationVersion: 'demo-0' })], false],
    ['is of another unit', [signature({ subjectId: '4' })], false],
  ])('%s', (_story, signatures, stands) => {
    expect(standingSignature(signatures, of) !== null).toBe(stands);
  });

  test('is told in a sentence; without it a unit says that it waits for one once all is met', () => {
    expect(unitWords({ met: 8, of: 8 }, signature())).toBe(
      'Signed off by Daniel Marsh on 3 November 2026, under version demo-1.',
    );
    expect(unitWords({ met: 8, of: 8 }, null)).toBe(
      'Every criterion is met. The unit waits for the assessor’s signature.',
    );
    expect(unitWords({ met: 7, of: 8 }, null)).toBe('');
  });
});
