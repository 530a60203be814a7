import { describe, expect, test } from 'vitest';
import { type CriterionSignOff, type CriterionState, type GridFacts, gridOf } from '#src/domain/portfolio/grid.ts';
import type { EvidenceFacts } from '#src/domain/portfolio/standingDecisions.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';
import { criterion, unit } from './criteria.ts';

const qualification = {
  units: [unit('1', [criterion('1.1'), criterion('1.2')]), unit('2', [criterion('2.1', { neededTimes: 2 })])],
};

let made = 0;
const submission = (change: Partial<EvidenceFacts>): EvidenceFacts => {
  made += 1;
  return {
    evidenceId: 'visit',
    submissionId: `s${made}`,
    number: 1,
    kind: 'reflective_account',
    happenedOn: '2026-10-01',
    criteria: ['1.1'],
    assessmentId: null,
    decisions: [],
    isWithdrawn: false,
    isReadable: true,
    ...change,
  };
};
const decided = (outcome: CriterionOutcome, criterionId = '1.1', counts = true) => ({
  assessmentId: 'look',
  decisions: [{ criterionId, outcome, counts }],
});
const signOff = (change: Partial<CriterionSignOff> = {}): CriterionSignOff => ({
  signOffId: 'signed',
  signedAt: new Date('2026-11-01T12:00:00Z'),
  signerName: 'Daniel Marsh',
  qualificationVersion: 'demo-1',
  isChecked: false,
  mustLookAgain: false,
  ...change,
});
const gridWith = (evidence: EvidenceFacts[], signOffs: GridFacts['signOffs'] = new Map()) =>
  gridOf(qualification, { evidence, signOffs, today: '2026-11-22' });
const rowOf = (id: string, evidence: EvidenceFacts[], signOffs?: GridFacts['signOffs']) =>
  gridWith(evidence, signOffs)
    .units.flatMap(({ criteria }) => criteria)
    .find((row) => row.id === id);

describe('where a trainee stands on a criterion', () => {
  test.each<[string, EvidenceFacts[], CriterionState]>([
    ['nothing was submitted for it', [], 'not_started'],
    ['something was submitted for another one', [submission({ criteria: ['1.2'] })], 'not_started'],
    ['it is claimed and nobody has decided', [submission({})], 'claimed'],
    ['it was decided as met and nobody has signed', [submission(decided('met'))], 'working_towards'],
    ['the assessor asked for more', [submission(decided('working_towards'))], 'working_towards'],
    ['the assessor said that it is not met', [submission(decided('not_met'))], 'working_towards'],
    [
      'the decision waits for a countersignature or was opened again',
      [submission(decided('met', '1.1', false))],
      'claimed',
    ],
    [
      'it was submitted again, and the decision on the version before still stands',
      [submission(decided('not_met')), submission({ number: 2 })],
      'working_towards',
    ],
    ['it was withdrawn before anybody decided', [submission({ isWithdrawn: true })], 'not_started'],
    [
      'the order of the rows is any',
      [submission({ number: 2, ...decided('met') }), submission(decided('not_met'))],
      'working_towards',
    ],
  ])('%s', (_story, evidence, state) => {
    expect(rowOf('1.1', evidence)).toMatchObject({ state });
  });

  test.each<[string, Partial<CriterionSignOff>, CriterionState]>([
    ['signed off', {}, 'met'],
    ['signed whole, as it was done before', { signOffId: null, wholeEntry: 7 }, 'met'],
    ['signed off and looked at by a quality assurer', { isChecked: true }, 'checked'],
    ['signed off under a wording that has changed too much', { mustLookAgain: true }, 'working_towards'],
  ])('%s', (_story, change, state) => {
    const row = rowOf('1.1', [submission(decided('met'))], new Map([['1.1', signOff(change)]]));
    expect(row?.state).toBe(state);
    expect(row?.signOff?.signerName).toBe('Daniel Marsh');
  });

  test('what is signed stays signed when a newer version waits, or another piece falls short', () => {
    const evidence = [
      submission(decided('met')),
      submission({ number: 2 }),
      submission({ evidenceId: 'report', ...decided('not_met') }),
    ];
    expect(rowOf('1.1', evidence, new Map([['1.1', signOff()]]))?.state).toBe('met');
  });

  test('names the evidence that claims it, each piece once', () => {
    const evidence = [submission({}), submission({ number: 2 }), submission({ evidenceId: 'report' })];
    expect(rowOf('1.1', evidence)?.evidenceIds).toEqual(['visit', 'report']);
  });

  test('is ready to sign when as many pieces are met as are wanted, and the same piece twice is one', () => {
    const two = { criteria: ['2.1'], ...decided('met', '2.1') };
    const once = [submission(two), submission({ ...two, number: 2 })];
    expect(rowOf('2.1', once)).toMatchObject({ shownTimes: 1, neededTimes: 2, readyToSign: false });
    const twice = [...once, submission({ ...two, evidenceId: 'report' })];
    expect(rowOf('2.1', twice)).toMatchObject({ shownTimes: 2, readyToSign: true });
    expect(rowOf('2.1', twice, new Map([['2.1', signOff()]]))).toMatchObject({ readyToSign: false, state: 'met' });
  });
});

test('counts by unit and over all, and says it in a sentence', () => {
  const signed = new Map([
    ['1.1', signOff()],
    ['2.1', signOff({ isChecked: true })],
  ]);
  const grid = gridWith([submission({ criteria: ['1.2'] })], signed);
  expect(grid).toMatchObject({ met: 2, of: 3, sentence: '2 of 3 met' });
  expect(grid.counts).toEqual({ not_started: 0, claimed: 1, working_towards: 0, met: 1, checked: 1 });
  expect(grid.units.map(({ sentence }) => sentence)).toEqual(['1 of 2 met', '1 of 1 met']);
});
