import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { moduleMetaSchema } from '#src/domain/modules/schema.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { lessonProblems, sourceProblems } from './lessonRules.ts';
import { readTags } from './lessonTags.ts';
import { anchorProblems, linkProblems } from './linkRules.ts';
import type { ContentProblem } from './problems.ts';
import { readSections, sectionProblems } from './sectionRules.ts';
import type { TextProblem } from './tagRules.ts';
import { tagProblems } from './tagRules.ts';
import type { LessonText } from './textRules.ts';
import { textProblems } from './textRules.ts';
import { validate } from './validate.ts';

/** What there is around a module: the lesson components, and the ids of all modules. */
export interface Surroundings {
  components: ReadonlySet<string>;
  moduleIds: ReadonlySet<string>;
}

export interface ReadModule {
  module: ModuleMeta | null;
  problems: ContentProblem[];
}

function withoutFrontMatter(file: string): ReadModule {
  const message = 'The file does not begin with front matter between two lines of three hyphens.';
  return { module: null, problems: [{ file, line: 1, field: '', message }] };
}

function bodyProblems(module: ModuleMeta, text: LessonText, around: Surroundings): TextProblem[] {
  const tags = readTags(text.body, text.bodyLine);
  return [
    ...sectionProblems(module, readSections(text.body, tags)),
    ...tagProblems(tags, around.components),
    ...lessonProblems(module, tags),
    ...textProblems(text, tags),
    ...linkProblems(module, text, around.moduleIds),
    ...anchorProblems(module, text.body),
    ...sourceProblems(module),
  ];
}

/** Reads one module file. `file` is its path from the root of the project. */
export function readModule(file: string, source: string, around: Surroundings): ReadModule {
  const parts = splitFrontMatter(source);
  if (!parts) return withoutFrontMatter(file);
  if (parts.yamlErrors.length > 0)
    return { module: null, problems: parts.yamlErrors.map((error) => ({ file, field: 'front matter', ...error })) };
  const { value: module, problems } = validate(moduleMetaSchema, parts.data, { file, line: null });
  if (!module) return { module: null, problems };
  return { module, problems: bodyProblems(module, parts, around).map((problem) => ({ file, ...problem })) };
}
