import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { LessonTag } from './lessonTags.ts';
import type { TextProblem } from './tagRules.ts';

function factProblems(module: ModuleMeta, { attributes, line }: LessonTag): TextProblem[] {
  const { asOf = '', source = '' } = attributes;
  const say = (message: string) => ({ line, field: '<Fact>', message });
  const problems: TextProblem[] = [];
  if (!/^[1-9]\d*$/.test(source) || Number(source) > module.sources.length)
    problems.push(
      say(
        `There is no source ${source}; the front matter has ${String(module.sources.length)}. Write source={1} for the first.`,
      ),
    );
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    problems.push(say(`Write asOf as a day that exists, such as asOf="${module.asOf}".`));
  else if (asOf > module.asOf)
    problems.push(
      say(`It was checked on ${asOf}, after the ${module.asOf} of the module. Move asOf in the front matter forward.`),
    );
  return problems;
}

function warningProblems(module: ModuleMeta, { attributes, line }: LessonTag): TextProblem[] {
  const { skipTo = '' } = attributes;
  if (module.sections.some(({ id }) => id === skipTo)) return [];
  return [{ line, field: '<Warning>', message: `skipTo="${skipTo}" is not a section of this module.` }];
}

function onceProblems(tags: readonly LessonTag[], name: string): TextProblem[] {
  const found = tags.filter((tag) => tag.name === name);
  if (found.length === 1) return [];
  return [
    {
      line: (found[1] ?? tags.at(-1))?.line ?? null,
      field: `<${name}>`,
      message:
        found.length === 0
          ? 'The text has none. It needs exactly one.'
          : 'The text has more than one. It needs exactly one.',
    },
  ];
}

function checkProblems(module: ModuleMeta, { attributes, line }: LessonTag): TextProblem[] {
  if (attributes['id'] === module.checkId) return [];
  return [
    {
      line,
      field: '<Check>',
      message: `Its id is "${attributes['id'] ?? ''}", but checkId in the front matter is "${module.checkId}".`,
    },
  ];
}

function taskProblems(tags: readonly LessonTag[]): TextProblem[] {
  if (tags.some(({ name }) => name === 'Task')) return [];
  return [
    {
      line: tags.at(-1)?.line ?? null,
      field: '<Task>',
      message: 'The text has none. Every module ends in something to do on your own cases.',
    },
  ];
}

/** What the components of a text say against what the front matter says. */
export function lessonProblems(module: ModuleMeta, tags: readonly LessonTag[]): TextProblem[] {
  const opened = (name: string) => tags.filter((tag) => tag.name === name && tag.kind !== 'close');
  return [
    ...opened('Fact').flatMap((tag) => factProblems(module, tag)),
    ...opened('Warning').flatMap((tag) => warningProblems(module, tag)),
    ...opened('Check').flatMap((tag) => checkProblems(module, tag)),
    ...onceProblems(tags, 'Check'),
    ...onceProblems(tags, 'Sources'),
    ...taskProblems(tags),
    ...(module.contentNote !== null || opened('Warning').length === 0
      ? []
      : [
          {
            line: null,
            field: 'contentNote',
            message: 'The text warns of something, so the front matter needs a content note.',
          },
        ]),
  ];
}

/** Sources that cannot be right: without https, or newer than the day for which the module is right. */
export function sourceProblems(module: ModuleMeta): TextProblem[] {
  return module.sources.flatMap(({ url, date }, index) => {
    const say = (field: string, message: string) => ({
      line: null,
      field: `sources.${String(index)}.${field}`,
      message,
    });
    return [
      ...(url && !url.startsWith('https://')
        ? [say('url', 'Write an address that begins with https://, or leave it out.')]
        : []),
      ...(date && date > module.asOf
        ? [say('date', `It is later than the ${module.asOf} of the module. Move asOf forward or correct the date.`)]
        : []),
    ];
  });
}
