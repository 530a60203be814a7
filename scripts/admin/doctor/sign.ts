/** One thing that was looked at, as a person reads it. */
export interface Sign {
  readonly state: 'ok' | 'note' | 'problem';
  readonly words: string;
}

export const good = (words: string): Sign => ({ state: 'ok', words });
export const note = (words: string): Sign => ({ state: 'note', words });
export const problem = (words: string): Sign => ({ state: 'problem', words });

/** What went wrong in a few words, never a stack. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
