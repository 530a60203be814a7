import type { FileProblem } from '#src/domain/files/problems.ts';

/** What has to become of a hostile file: refused for one of these reasons, or taken and made harmless. */
export type Fate = readonly FileProblem[] | Harmless;

export interface Harmless {
  /** What the file is called afterwards. */
  readonly name?: string | RegExp;
  /** Must not be in what is kept. */
  readonly without?: readonly string[];
}

export interface HostileFile {
  readonly story: string;
  readonly name: string;
  /** What the browser calls it. */
  readonly declared: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  readonly fate: Fate;
  /** Only a scanner finds it. */
  readonly needsScanner?: boolean;
}

export const DECLARED = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpeg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
} as const;

/** Rows of one kind of file: what stays the same is said once. */
export function corpusOf(
  same: Pick<HostileFile, 'name' | 'declared'>,
  rows: readonly (Pick<HostileFile, 'story' | 'bytes' | 'fate'> & Partial<HostileFile>)[],
): HostileFile[] {
  return rows.map((row) => ({ ...same, ...row }));
}
