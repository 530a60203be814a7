import { describe, expect, test } from 'vitest';
import { gridOf, type CriterionState, type EvidenceFacts } from '#src/domain/portfolio/grid.ts';
import type { Criterion, QualificationUnit } from '#src/domain/portfolio/qualification.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';

const criterion = (id: string, neededTimes = 1): Criterion => ({
  id,
  text: `Show ${id}`,
  neededTimes,
  kinds: ['reflective_account'],
});
const unit = (id: string, criteria: Criterion[]): QualificationUnit => ({
  id,
  title: `Unit ${id}`,
  summary: 'What it is about',
  criteria,
});
const qualification = { units: [unit('1', [criterion('1.1'), criterion('1.2')]), unit('2', [criterion('2.1', 2)])] };

let made = 0;
const submission = (change: Partial<EvidenceFacts>): EvidenceFacts => {
  made += 1;
  return {
    evidenceId: 'visit',
    submissionId: `s${made}`,
    number: 1,
    criteria: ['1.1'],
    decisions: [],
    signedOff: false,
    ...change,
  };
};
const decided = (outcome: CriterionOutcome, criterionId = '1.1') => ({ decisions: [{ criterionId, outcome }] });
const signed = { ...decided('met'), signedOff: true };

const stateOf = (evidence: EvidenceFacts[], id = '1.1') =>
  gridOf(qualification, evidence)
    .units.flatMap(({ criteria }) => criteria)
    .find((row) => row.id === id);

describe('where a trainee stands on a criterion', () => {
  test.each<[string, EvidenceFacts[], CriterionState]>([
    ['nothing was submitted for it', [], 'not_started'],
    ['something was submitted for another one', [submission({ criteria: ['1.2'] })], 'not_started'],
    ['it is claimed and nobody has decided', [submission({})], 'claimed'],
    ['it was decided as met but not signed', [submission(decided('met'))], 'claimed'],
    ['the assessor asked for more', [submission(decided('working_towards'))], 'working_towards'],
    ['the assessor said that it is not met', [submission(decided('not_met'))], 'working_towards'],
    [
      'it was submitted again after it came back',
      [submission(decided('not_met')), submission({ number: 2 })],
      'claimed',
    ],
    [
      'the newer submission leaves it out',
      [submission(decided('not_met')), submission({ number: 2, criteria: ['1.2'] })],
      'not_started',
    ],
    ['it is signed off', [submission(signed)], 'met'],
    [
      'it is signed off, and another piece falls short',
      [submission(signed), submission({ evidenceId: 'report', ...decided('not_met') })],
      'met',
    ],
    [
      'one piece falls short and another waits',
      [submission(decided('not_met')), submission({ evidenceId: 'report' })],
      'working_towards',
    ],
    ['the order of the rows is any', [submission({ number: 2 }), submission(decided('not_met'))], 'claimed'],
    ['what was signed stays signed after a newer submission', [submission(signed), submission({ number: 2 })], 'met'],
    [
      'a signature where the decision on it was not met counts for nothing',
      [submission({ ...decided('not_met'), signedOff: true })],
      'working_towards',
    ],
  ])('%s', (_story, evidence, state) => {
    expect(stateOf(evidence)).toMatchObject({ state });
  });

  test('names the evidence that claims it, each piece once', () => {
    const evidence = [submission(signed), submission({ number: 2 }), submission({ evidenceId: 'report' })];
    expect(stateOf(evidence)?.evidenceIds).toEqual(['visit', 'report']);
  });

  test('is covered when as many pieces are signed as are wanted, and the same piece twice is one', () => {
    const two = { criteria: ['2.1'], ...decided('met', '2.1'), signedOff: true };
    const once = [submission(two), submission({ ...two, number: 2 })];
    expect(stateOf(once, '2.1')).toMatchObject({ state: 'met', signedTimes: 1, neededTimes: 2, covered: false });
    expect(stateOf([...once, submission({ ...two, evidenceId: 'report' })], '2.1')).toMatchObject({
      signedTimes: 2,
      covered: true,
    });
  });
});

describe('the grid', () => {
  const grid = gridOf(qualification, [
    submission(signed),
    submission({ evidenceId: 'report', criteria: ['1.2', '2.1'] }),
  ]);

  test('counts each unit and the whole, in numbers and in words', () => {
    expect(grid.sentence).toBe('1 of 3 met');
    expect(grid).toMatchObject({ met: 1, of: 3, counts: { met: 1, claimed: 2, working_towards: 0, not_started: 0 } });
    expect(grid.units.map(({ id, sentence }) => [id, sentence])).toEqual([
      ['1', '1 of 2 met'],
      ['2', '0 of 1 met'],
    ]);
  });

  test('keeps units and criteria in the order of the qualification', () => {
    expect(grid.units.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toEqual(['1.1', '1.2', '2.1']);
  });
});
