import { Refusal } from '../errors.ts';

/** How often a portfolio may be made into a file, and how long the file is kept. Source: docs/decisions.md, "Leaving with it". */
export const EXPORT_LIMITS = { perDay: 3, keptDays: 7 } as const;

const DAY_MS = 24 * 60 * 60_000;

/** What a rule looks at of an export. */
export interface ExportFacts {
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  readonly failedAt: Date | null;
  readonly removedAt: Date | null;
  readonly expiresAt: Date | null;
}

export type ExportState = 'making' | 'ready' | 'failed' | 'removed';

/** Where an export stands at an instant. A file whose time is over counts as removed, also before it is. */
export function exportState({ readyAt, failedAt, removedAt, expiresAt }: ExportFacts, at: Date): ExportState {
  if (removedAt !== null) return 'removed';
  if (failedAt !== null) return 'failed';
  if (readyAt === null) return 'making';
  return expiresAt !== null && expiresAt <= at ? 'removed' : 'ready';
}

/** The instant a file that is ready now is removed. */
export const expiryOf = (readyAt: Date): Date => new Date(readyAt.getTime() + EXPORT_LIMITS.keptDays * DAY_MS);

/** Why no other export may be asked for, or null. One at a time; those that failed do not count against the day. */
export function exportProblem(exports: readonly ExportFacts[], at: Date): Refusal | null {
  if (exports.some((one) => exportState(one, at) === 'making'))
    return new Refusal('conflict', { words: 'Your file is being made already. This page shows how far it is' });
  const since = at.getTime() - DAY_MS;
  const lately = exports.filter(({ askedAt, failedAt }) => failedAt === null && askedAt.getTime() > since);
  if (lately.length < EXPORT_LIMITS.perDay) return null;
  return new Refusal('too_many', {
    words: `You have asked for ${String(EXPORT_LIMITS.perDay)} files within a day, which is the most. Try again tomorrow`,
  });
}

/** How much of an export is done, in whole per cent, 0 to 100. */
export function donePercent({ stepsDone, stepsTotal }: { stepsDone: number; stepsTotal: number }): number {
  return stepsTotal <= 0 ? 0 : Math.min(100, Math.floor((stepsDone / stepsTotal) * 100));
}
