import type { WeekFile } from '#src/domain/week/schema.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';

const FILES = { bank_holidays: 'bank-holidays', default_pattern: 'default-pattern' } as const;
const KINDS = ['bank_holidays', 'default_pattern'] as const;

/** The file of a kind in src/content/week, or undefined where it is missing or cannot be read. */
export function weekFile<K extends WeekFile['kind']>(
  files: readonly Filed<WeekFile>[],
  kind: K,
): Extract<WeekFile, { kind: K }> | undefined {
  return files.map(({ value }) => value).find((value): value is Extract<WeekFile, { kind: K }> => value.kind === kind);
}

/** Every file is called after what it holds, so there is at most one of each kind; both have to be there. */
export function weekProblems(files: readonly Filed<WeekFile>[]): ContentProblem[] {
  const misnamed = files
    .filter(({ name, value }) => name !== FILES[value.kind])
    .map(({ file, lineOf, value }) => ({
      file,
      line: lineOf('kind'),
      field: 'kind',
      message: `A file of this kind is called "${FILES[value.kind]}.json".`,
    }));
  const missing = KINDS.filter((kind) => weekFile(files, kind) === undefined).map((kind) => ({
    file: `src/content/week/${FILES[kind]}.json`,
    line: null,
    field: '',
    message: 'This file is missing, or cannot be read.',
  }));
  return [...misnamed, ...missing];
}
