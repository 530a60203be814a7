import { findPersonalNumbers } from '#src/domain/personalData/patterns.ts';
import { lineAt } from './lessonTags.ts';
import type { ContentProblem } from './problems.ts';
import type { NamedFile } from './readFiles.ts';

/** What in a content file looks like a real person's, by line. */
export function personalDataProblems({ file, source }: NamedFile): ContentProblem[] {
  return findPersonalNumbers(source).map(({ name, found, position }) => ({
    file,
    line: lineAt(source, position, 1),
    field: `"${found}"`,
    message: `This looks like ${name}. People and cases here are made up: take it out.`,
  }));
}
