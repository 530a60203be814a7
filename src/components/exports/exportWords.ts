import { formatInstant } from '#src/domain/calendar.ts';
import { donePercent, type ExportFacts, type ExportState } from '#src/domain/exports/limits.ts';

/** What a page says of an export that is being made: steps and how much of them is done. */
export function progressWords(steps: { stepsDone: number; stepsTotal: number }): string {
  if (steps.stepsTotal === 0) return 'Waiting for its turn';
  return `${String(donePercent(steps))} % made: ${String(steps.stepsDone)} of ${String(steps.stepsTotal)} parts`;
}

/** What became of an export that is over, in one sentence. */
export function pastWords({ askedAt, failedAt }: ExportFacts, state: ExportState): string {
  const asked = `Asked for ${formatInstant(askedAt)}`;
  if (state === 'failed' && failedAt) return `${asked}: it could not be finished, and nothing of it was kept`;
  return `${asked}: the file was removed, as its time was over or a newer one took its place`;
}
