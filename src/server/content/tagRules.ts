import type { LessonTag } from './lessonTags.ts';
import { LESSON_TAGS } from './lessonTags.ts';

/** A problem within one module file; the caller knows which. */
export interface TextProblem {
  line: number | null;
  field: string;
  message: string;
}

function known(names: ReadonlySet<string>): string {
  return [...names].sort().join(', ');
}

function attributeProblems(tag: LessonTag): TextProblem[] {
  const rule = LESSON_TAGS[tag.name];
  if (!rule || tag.kind === 'close') return [];
  const say = (message: string) => ({ line: tag.line, field: `<${tag.name}>`, message });
  const given = Object.keys(tag.attributes);
  return [
    ...rule.must.filter((name) => !tag.attributes[name]).map((name) => say(`It needs ${name}="…".`)),
    ...given
      .filter((name) => !rule.must.includes(name) && !rule.may.includes(name))
      .map((name) => say(`It knows no ${name}="…".`)),
    ...(rule.holdsText && tag.kind === 'whole'
      ? [say('It holds text: write it between an opening and a closing tag.')]
      : []),
    ...(!rule.holdsText && tag.kind === 'open' ? [say(`It holds no text: write <${tag.name} … />.`)] : []),
  ];
}

/** Tags that no lesson component stands for. `names` are the components that exist. */
function unknownTags(tags: readonly LessonTag[], names: ReadonlySet<string>): TextProblem[] {
  return tags
    .filter(({ name, kind }) => kind !== 'close' && !(names.has(name) && name in LESSON_TAGS))
    .map(({ name, line }) => ({
      line,
      field: `<${name}>`,
      message: `There is no lesson component of this name. There are ${known(names)}.`,
    }));
}

/** Tags that are opened and never closed, or closed out of turn. */
function unbalancedTags(tags: readonly LessonTag[]): TextProblem[] {
  const open: LessonTag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    if (tag.kind !== 'close') continue;
    if (open.pop()?.name !== tag.name)
      return [
        {
          line: tag.line,
          field: `</${tag.name}>`,
          message: 'This closing tag does not match the one that is open here.',
        },
      ];
  }
  return open.map(({ name, line }) => ({ line, field: `<${name}>`, message: 'This tag is opened and never closed.' }));
}

/** What is wrong with the components in a text, whatever the module is about. */
export function tagProblems(tags: readonly LessonTag[], names: ReadonlySet<string>): TextProblem[] {
  return [...unknownTags(tags, names), ...tags.flatMap(attributeProblems), ...unbalancedTags(tags)];
}
