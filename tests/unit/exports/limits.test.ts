import { describe, expect, test } from 'vitest';
import { donePercent, type ExportFacts, exportProblem, exportState, expiryOf } from '#src/domain/exports/limits.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const asked = (hours: number, change: Partial<ExportFacts> = {}): ExportFacts => ({
  askedAt: hoursAgo(hours),
  readyAt: hoursAgo(hours),
  failedAt: null,
  removedAt: null,
  expiresAt: expiryOf(hoursAgo(hours)),
  ...change,
});
const making = asked(0, { readyAt: null, expiresAt: null });

describe('an export', () => {
  test.each([
    ['that nobody finished yet is being made', making, 'making'],
    ['whose file is there is ready', asked(1), 'ready'],
    ['on its last second is ready', asked(7 * 24, { expiresAt: new Date(NOW.getTime() + 1000) }), 'ready'],
    ['whose week is over counts as removed before it is', asked(7 * 24), 'removed'],
    ['that was removed is removed', asked(1, { removedAt: NOW }), 'removed'],
    ['that was given up has failed', asked(1, { readyAt: null, failedAt: NOW }), 'failed'],
  ] as const)('%s', (_story, facts, state) => {
    expect(exportState(facts, NOW)).toBe(state);
  });
});

describe('another one', () => {
  test.each([
    ['may be asked for first of all', [], null],
    ['not while one is being made', [making], 'conflict'],
    ['after two within a day', [asked(1), asked(2)], null],
    ['not after three within a day', [asked(1), asked(2), asked(23)], 'too_many'],
    ['a day after the first of three', [asked(1), asked(2), asked(24)], null],
    ['after three of which one failed', [asked(1), asked(2), asked(3, { readyAt: null, failedAt: NOW })], null],
    [
      'not after three that were replaced by the next',
      [asked(1), asked(2, { removedAt: NOW }), asked(3, { removedAt: NOW })],
      'too_many',
    ],
  ] as const)('%s', (_story, exports, code) => {
    expect(exportProblem(exports, NOW)?.code ?? null).toBe(code);
  });
});

test.each([
  [0, 0, 0],
  [1, 3, 33],
  [3, 3, 100],
  [4, 3, 100],
])('%i of %i parts are %i per cent', (stepsDone, stepsTotal, percent) => {
  expect(donePercent({ stepsDone, stepsTotal })).toBe(percent);
});
