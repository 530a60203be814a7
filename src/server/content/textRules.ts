import type { LessonTag } from './lessonTags.ts';
import { lineAt } from './lessonTags.ts';
import type { TextProblem } from './tagRules.ts';

/** A module's text with the number of its first line in the file. */
export interface LessonText {
  body: string;
  bodyLine: number;
}

/** The text with its tags blanked out, so that positions and lines stay what they are. */
export function withoutTags(body: string, tags: readonly LessonTag[]): string {
  return tags.reduce(
    (text, { start, end }) => text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
    body,
  );
}

const FORBIDDEN: readonly { pattern: RegExp; field: string; message: string }[] = [
  {
    pattern: /^#{1,2}(?!#).*$/gm,
    field: 'heading',
    message: 'The page and the sections bring their own headings. Begin with ### here.',
  },
  {
    pattern: /^(?:import|export)\s.*$/gm,
    field: 'import',
    message: 'A module is words only. The page hands the components in.',
  },
  {
    pattern: /[{}]/g,
    field: 'curly bracket',
    message: 'Curly brackets would be run as code. Write the words themselves.',
  },
  {
    pattern: /</g,
    field: '<',
    message: 'This sign begins a tag, and none follows. Write “less than”, and links as [text](https://…).',
  },
  { pattern: /!\[[^\]]*\]\([^)]*\)/g, field: 'picture', message: 'Modules have no pictures yet. Say it in words.' },
];

function forbidden({ body, bodyLine }: LessonText): TextProblem[] {
  return FORBIDDEN.flatMap(({ pattern, field, message }) =>
    [...body.matchAll(pattern)].map(({ index }) => ({ line: lineAt(body, index, bodyLine), field, message })),
  );
}

/** Words that stand in no section would show on every page of the module and count for none. */
function outsideSections({ body, bodyLine }: LessonText, tags: readonly LessonTag[]): TextProblem[] {
  const sections = tags.filter(({ name, kind }) => name === 'Section' && kind !== 'whole');
  const gaps = [0, ...sections.map(({ end }) => end)].map((from, index) => ({
    from,
    to: sections[index]?.start ?? body.length,
  }));
  return gaps
    .filter((_gap, index) => index % 2 === 0)
    .flatMap(({ from, to }) => {
      const stray = body.slice(from, to).search(/\S/);
      if (stray === -1) return [];
      return [
        {
          line: lineAt(body, from + stray, bodyLine),
          field: 'text',
          message: 'These words stand outside every section. Put them into one.',
        },
      ];
    });
}

/** What is wrong with the words themselves: headings, code, pictures, words outside sections. */
export function textProblems(text: LessonText, tags: readonly LessonTag[]): TextProblem[] {
  const plain = { ...text, body: withoutTags(text.body, tags) };
  return [...forbidden(plain), ...outsideSections(plain, tags)];
}
