import { describe, expect, test } from 'vitest';
import { EVIDENCE_STATES } from '#src/domain/portfolio/evidenceState.ts';
import { mayRemove, removeProblem, withdrawProblem } from '#src/domain/portfolio/takingBack.ts';
import { look, snapshot } from './snapshots.ts';

describe('withdrawing a version', () => {
  test('nobody has decided on it: she may', () => {
    expect(withdrawProblem({ submission: snapshot() })).toBeNull();
  });

  test.each([
    ['it was withdrawn before', snapshot({ withdrawnAt: new Date(0) })],
    ['it was returned', snapshot({ assessment: look('returned') })],
    [
      'a decision on it waits for a countersignature',
      snapshot({ assessment: look('to_sign', { standing: 'to_countersign' }) }),
    ],
    [
      'a quality assurer opened the decision again',
      snapshot({ assessment: look('to_sign', { standing: 'reopened' }) }),
    ],
    [
      'it was signed whole',
      snapshot({ signOff: { signedBy: 'daniel', signerName: '', signedAt: new Date(0), ledgerSeq: 1 } }),
    ],
    ['an assessor wrote it down', snapshot({ writer: { id: 'daniel', name: 'Daniel Marsh' } })],
    ['there is a newer version', snapshot({ isNewest: false })],
  ])('%s: she may not, and is told why', (_story, submission) => {
    const refusal = withdrawProblem({ submission });
    expect(refusal?.code).toBe('conflict');
    expect(refusal?.message).toMatch(/\.$/);
  });
});

describe('taking evidence out of a portfolio', () => {
  const free = { isSigned: false, isSampled: false };
  test('a draft, what came back and what was accepted can go while nothing rests on it', () => {
    expect(EVIDENCE_STATES.filter((state) => mayRemove({ state, ...free }))).toEqual([
      'returned',
      'draft',
      'accepted',
      'signed_off',
    ]);
  });

  test('not once a signature rests on it, nor while a quality assurer has it', () => {
    expect(removeProblem({ state: 'returned', isSigned: true, isSampled: false })?.message).toMatch(
      /signature rests on/,
    );
    expect(removeProblem({ state: 'returned', isSigned: false, isSampled: true })?.message).toMatch(/quality assurer/);
  });
});
