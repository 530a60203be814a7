/** One thing that is wrong with the content: which file, which line where it is known, which field, and what to do about it. */
export interface ContentProblem {
  /** Path from the root of the project. */
  file: string;
  line: number | null;
  /** Dotted path in a data file, or the part of the text; empty where it is the file as a whole. */
  field: string;
  message: string;
}

/** What a rule found: errors have to be put right, warnings are for the author to judge. */
export interface Findings {
  readonly errors: readonly ContentProblem[];
  readonly warnings: readonly ContentProblem[];
}

/** One problem as an author reads it: `src/content/modules/a.mdx:12, sections.2.title: is missing.` */
export function problemText({ file, line, field, message }: ContentProblem): string {
  return `${file}${line === null ? '' : `:${String(line)}`}${field === '' ? '' : `, ${field}`}: ${message}`;
}

/** Thrown by the loader with every problem it found, never only the first. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const count = problems.length === 1 ? 'One thing is' : `${String(problems.length)} things are`;
    super([`${count} wrong with the content:`, ...problems.map(problemText)].join('\n'));
    this.problems = problems;
  }
}
