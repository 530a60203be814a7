import type { FileProblem } from '#src/domain/files/problems.ts';

/** A file is not taken. Carries one of the fixed reasons and nothing of the file. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options: { cause?: unknown } = {}) {
    super(problem, options);
    this.problem = problem;
  }
}

/** Tells it from a bug, also when it was thrown by another bundle's copy of this file. */
export function isFileRefused(error: unknown): error is FileRefused {
  return error instanceof Error && error.name === 'FileRefused' && 'problem' in error;
}
