import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { type LessonTag, tagsNamed } from './lessonTags.ts';
import type { TextProblem } from './tagRules.ts';

/** Minutes of a whole module: reading, check and reflection. Source: docs/authoring.md. */
const MODULE_MINUTES = { min: 20, max: 45 } as const;

/** What the front matter of a module says beyond its form. */
export function frontMatterProblems({ minutes, reflection }: ModuleMeta): TextProblem[] {
  const { min, max } = MODULE_MINUTES;
  const problems: TextProblem[] = [];
  if (minutes < min || minutes > max)
    problems.push({
      line: null,
      field: 'minutes',
      message: `It takes ${String(minutes)} minutes; a module takes ${String(min)} to ${String(max)}.`,
    });
  if (!/leave out\b.*\bnames\b/i.test(reflection.hint))
    problems.push({
      line: null,
      field: 'reflection.hint',
      message: 'Say what stays out: “Leave out names, dates of birth and case numbers.”',
    });
  return problems;
}

function onMyCasesProblems(tags: readonly LessonTag[], last: LessonTag, task: LessonTag | undefined): TextProblem[] {
  const [found, second] = tagsNamed(tags, 'OnMyCases');
  const say = (line: number, message: string) => [{ line, field: '<OnMyCases>', message }];
  if (!found)
    return say(last.line, 'The text has none. The last section asks once what the reader would do on her own cases.');
  if (second) return say(second.line, 'The text has more than one. It needs exactly one, in the last section.');
  if (found.start < last.start) return say(found.line, 'It belongs in the last section, before the task.');
  if (task && task.start > last.start && found.start > task.start)
    return say(found.line, 'It comes before the task: first the questions, then what to do.');
  return [];
}

/** A module ends with the reader's own cases: in its last section the questions, then the task. */
export function endingProblems(tags: readonly LessonTag[]): TextProblem[] {
  const last = tagsNamed(tags, 'Section').at(-1);
  if (!last) return [];
  const task = tagsNamed(tags, 'Task').at(-1);
  const taskProblems: TextProblem[] =
    task && task.start < last.start
      ? [{ line: task.line, field: '<Task>', message: 'It belongs at the end of the last section.' }]
      : [];
  return [...taskProblems, ...onMyCasesProblems(tags, last, task)];
}
