import { describe, expect, test } from 'vitest';
import { fileWords, heldSince, newestOf, nextStep, stateOfEvidence } from '#src/components/portfolio/evidence.ts';
import { NEXT_STEPS } from '#src/domain/portfolio/evidenceState.ts';
import { ONE } from './lines.ts';
import { look, snapshot } from './snapshots.ts';

const signOff = { signedBy: 'daniel', signerName: 'Daniel Marsh', signedAt: new Date(0), ledgerSeq: 1 };

test.each([
  ['nothing handed in', null, 'draft'],
  ['handed in', snapshot(), 'submitted'],
  ['sent back', snapshot({ assessment: look('returned') }), 'returned'],
  ['every criterion met', snapshot({ assessment: look('to_sign') }), 'accepted'],
  ['signed', snapshot({ assessment: look('to_sign'), signOff }), 'signed_off'],
  ['withdrawn', snapshot({ withdrawnAt: new Date(0) }), 'draft'],
])('where a piece of evidence stands: %s', (_story, newest, state) => {
  expect(stateOfEvidence(newest, ONE)).toBe(state);
});

test('the newest snapshot is the one of this piece that says so', () => {
  const first = snapshot({ id: 'account-1', number: 1, isNewest: false });
  const other = snapshot({ id: 'other-1', evidenceId: 'other' });
  expect(newestOf([other, first, snapshot()], 'account')?.id).toBe('account-2');
  expect(newestOf([other], 'account')).toBeNull();
});

describe('how long it has been waiting', () => {
  test.each([
    ['handed in today', snapshot(), '2026-11-16', 'Handed in today.'],
    ['one day', snapshot(), '2026-11-17', 'Waiting for 1 day.'],
    ['ten days', snapshot(), '2026-11-26', 'Waiting for 10 days.'],
    [
      'decided and not yet countersigned still waits',
      snapshot({ assessment: look('to_sign', { standing: 'to_countersign' }) }),
      '2026-11-17',
      'Waiting for 1 day.',
    ],
    ['every criterion met does not wait', snapshot({ assessment: look('to_sign') }), '2026-11-17', ''],
    ['sent back does not wait', snapshot({ assessment: look('returned') }), '2026-11-26', ''],
    ['signed does not wait', snapshot({ assessment: look('to_sign'), signOff }), '2026-11-26', ''],
    ['a draft does not wait', null, '2026-11-26', ''],
  ])('%s', (_story, newest, today, words) => {
    expect(heldSince(newest, stateOfEvidence(newest, ONE), today)).toBe(words);
  });
});

describe('what happens next, said to the trainee', () => {
  test('is the words of its state', () => {
    expect(nextStep('submitted', snapshot())).toBe(NEXT_STEPS.submitted);
    expect(nextStep('draft', null)).toBe(NEXT_STEPS.draft);
  });

  test('says of a draft that she withdrew it', () => {
    expect(nextStep('draft', snapshot({ withdrawnAt: new Date(0) }))).toMatch(/^You withdrew it\./);
  });

  test('says that a quality assurer opened it again, not who and not why', () => {
    const reopened = snapshot({ assessment: look('to_sign', { standing: 'reopened' }) });
    expect(nextStep('submitted', reopened)).toBe(
      'A quality assurer looked at this and asked your assessor to look again.',
    );
  });
});

describe('what is said beside a file', () => {
  const file = { id: 'f', name: 'talk.m4a', type: 'm4a', sizeBytes: 1_500_000, removedAt: null } as const;
  test.each([
    ['clean', null, 'M4A, 1.4 MB, checked for viruses'],
    ['not_scanned', null, 'M4A, 1.4 MB, not scanned for viruses'],
    ['pending', null, 'M4A, 1.4 MB, waiting for the virus scanner'],
    ['infected', new Date(0), 'M4A, 1.4 MB, infected, so its content was deleted'],
    ['clean', new Date(0), 'M4A, 1.4 MB, content removed, its hash is kept'],
  ] as const)('%s', (scan, removedAt, words) => {
    expect(fileWords({ ...file, scan, removedAt })).toBe(words);
  });
});
