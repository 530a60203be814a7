import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { moduleMetaSchema } from '#src/domain/modules/schema.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { lessonProblems, sourceProblems } from './lessonRules.ts';
import type { LessonTag } from './lessonTags.ts';
import { readTags } from './lessonTags.ts';
import { type SectionText, sectionTexts } from './lessonText.ts';
import { anchorProblems, linkProblems } from './linkRules.ts';
import { endingProblems, frontMatterProblems } from './moduleRules.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed, NamedFile } from './readFiles.ts';
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

/** A module whose front matter fits, with its words. */
export interface WrittenModule extends Filed<ModuleMeta> {
  text: LessonText;
  tags: readonly LessonTag[];
  texts: SectionText[];
}

export interface ReadModule {
  module: WrittenModule | null;
  problems: ContentProblem[];
}

function withoutFrontMatter(file: string): ReadModule {
  const message = 'The file does not begin with front matter between two lines of three hyphens.';
  return { module: null, problems: [{ file, line: 1, field: '', message }] };
}

function bodyProblems({ value: module, text, tags }: WrittenModule, around: Surroundings): TextProblem[] {
  return [
    ...sectionProblems(module, readSections(text.body, tags)),
    ...tagProblems(tags, around.components),
    ...lessonProblems(module, tags),
    ...frontMatterProblems(module),
    ...endingProblems(tags),
    ...textProblems(text, tags),
    ...linkProblems(module, text, around.moduleIds),
    ...anchorProblems(module, text),
    ...sourceProblems(module),
  ];
}

/** A problem that names no line of the text stands where the front matter has its field. */
function filed({ file, lineOf }: WrittenModule, { line, field, message }: TextProblem): ContentProblem {
  return { file, line: line ?? lineOf(field), field, message };
}

/** Reads one module file. */
export function readModule({ file, name, source }: NamedFile, around: Surroundings): ReadModule {
  const parts = splitFrontMatter(source);
  if (!parts) return withoutFrontMatter(file);
  // One mistake makes the parser stumble several times: the first is told.
  const [unreadable] = parts.yamlErrors;
  if (unreadable) return { module: null, problems: [{ file, field: 'front matter', ...unreadable }] };
  const { lineOf, body, bodyLine } = parts;
  const { value, problems } = validate(moduleMetaSchema, parts.data, { file, lineOf });
  if (!value) return { module: null, problems };
  const tags = readTags(body, bodyLine);
  const module = { file, name, value, lineOf, text: { body, bodyLine }, tags, texts: sectionTexts(body, tags) };
  return { module, problems: bodyProblems(module, around).map((problem) => filed(module, problem)) };
}
