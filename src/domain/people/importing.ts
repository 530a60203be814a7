import type { ImportState } from './words.ts';

/** Where an import stands and how much of it is done. `done` and `total` count rows of the file and invitations. */
export interface ImportProgress {
  readonly state: ImportState;
  readonly done: number;
  readonly total: number;
  /** Whether this portal is at it at this moment; it may have been stopped in the middle. */
  readonly isLive: boolean;
}

/** 0 to 100; 100 only once it is done. */
export function importPercent({ state, done, total }: Pick<ImportProgress, 'state' | 'done' | 'total'>): number {
  if (state === 'done') return 100;
  return total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}

/** How far it is, in words. */
export function importProgressWords(progress: ImportProgress): string {
  const { state, done, total, isLive } = progress;
  if (state === 'done') return 'Done: everything is written';
  if (state === 'running' && isLive)
    return `${String(importPercent(progress))} % done: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} rows and invitations`;
  if (state === 'running') return 'Stopped in the middle, because the portal was stopped';
  return IMPORT_STATE_WORDS[state];
}

export const IMPORT_STATE_WORDS: Readonly<Record<ImportState, string>> = {
  read: 'Read, not brought in',
  running: 'Being brought in',
  done: 'Brought in',
  failed: 'Not brought in',
  dropped: 'Put aside',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** The id of an import from its form, or null: another one is made then. */
export const importIdIn = (text: string | undefined): string | null =>
  text !== undefined && UUID.test(text) ? text : null;
