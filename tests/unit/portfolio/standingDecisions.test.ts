import { describe, expect, test } from 'vitest';
import { readiness } from '#src/domain/portfolio/grid.ts';
import { awaitsNewDecision, type EvidenceFacts } from '#src/domain/portfolio/standingDecisions.ts';
import { criterion } from './criteria.ts';

const snapshot = (number: number, change: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  ...{ evidenceId: 'visit', submissionId: `visit-${number}`, number, kind: 'reflective_account' },
  ...{ happenedOn: '2026-10-01', criteria: ['1.1'], assessmentId: `look-${number}`, decisions: [] },
  ...{ isWithdrawn: false, isReadable: true },
  ...change,
});
const met = { criterionId: '1.1', outcome: 'met', counts: true } as const;
const rejected = { ...met, counts: false, isRejected: true } as const;
const waiting = { ...met, counts: false } as const;

describe('a decision that a quality assurer did not agree with', () => {
  test.each<[string, EvidenceFacts[], boolean]>([
    ['is to be made again', [snapshot(1, { decisions: [rejected] })], true],
    [
      'is to be made again while the next version waits for its decision',
      [snapshot(1, { decisions: [rejected] }), snapshot(2)],
      true,
    ],
    [
      'is to be made again while the next decision waits for a countersignature',
      [snapshot(1, { decisions: [rejected] }), snapshot(2, { decisions: [waiting] })],
      true,
    ],
    [
      'is over once a decision that counts was made on a newer version',
      [snapshot(2, { decisions: [met] }), snapshot(1, { decisions: [rejected] })],
      false,
    ],
    [
      'is over where that one was not met: it was decided again',
      [snapshot(1, { decisions: [rejected] }), snapshot(2, { decisions: [{ ...met, outcome: 'not_met' }] })],
      false,
    ],
    [
      'is over where the newest version does not claim the criterion any more',
      [snapshot(1, { decisions: [rejected] }), snapshot(2, { criteria: ['1.2'] })],
      false,
    ],
    [
      'is not over by a newer version that was taken back',
      [snapshot(1, { decisions: [rejected] }), snapshot(2, { criteria: ['1.2'], isWithdrawn: true })],
      true,
    ],
    [
      'of a newer version stands, whatever was accepted before',
      [snapshot(1, { decisions: [met] }), snapshot(2, { decisions: [rejected] })],
      true,
    ],
    [
      'is to be made again, whatever another piece shows',
      [snapshot(1, { decisions: [rejected] }), snapshot(1, { evidenceId: 'report', decisions: [met] })],
      true,
    ],
    [
      'on another criterion is nothing to this one',
      [snapshot(1, { decisions: [{ ...rejected, criterionId: '1.2' }] })],
      false,
    ],
  ])('%s', (_story, evidence, expected) => {
    expect(awaitsNewDecision('1.1', evidence)).toBe(expected);
    expect(readiness(criterion('1.1'), evidence, '2026-11-22').isRejected).toBe(expected);
  });
});

describe('a criterion that waits for its signature', () => {
  const twice = criterion('1.1', { neededTimes: 2 });
  const piece = (evidenceId: string, isReadable = true) =>
    snapshot(1, { evidenceId, submissionId: evidenceId, isReadable, decisions: [met] });
  const ready = (...evidence: EvidenceFacts[]) => {
    const { shown, unreadable, isReady } = readiness(twice, evidence, '2026-11-22');
    const ids = (of: typeof unreadable) => of.map(({ evidenceId }) => evidenceId);
    return { rests: ids(shown.counting), unreadable: ids(unreadable), isReady };
  };

  test('rests on what can be read where that is enough', () => {
    expect(ready(piece('a'), piece('b'), piece('gone', false))).toEqual({
      ...{ rests: ['a', 'b'], unreadable: ['gone'], isReady: true },
    });
  });

  test('waits where only what cannot be read would make it enough', () => {
    expect(ready(piece('a'), piece('gone', false))).toEqual({ rests: ['a'], unreadable: ['gone'], isReady: false });
  });
});
