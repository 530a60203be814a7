import type { Check, CheckQuestion } from '#src/domain/checks/schema.ts';
import { countWords } from '#src/domain/wordCount.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';

/** How large a knowledge check is, and the fewest words of an explanation that says something. Source: docs/authoring.md. */
const CHECK_LIMITS = {
  questions: { min: 5, max: 8 },
  options: { min: 3, max: 5 },
  explanationWords: 4,
} as const;

interface Finding {
  field: string;
  message: string;
}

const isOutside = (count: number, { min, max }: { min: number; max: number }) => count < min || count > max;

function sizeFindings({ questions }: Check): Finding[] {
  const { questions: asked, options: offered } = CHECK_LIMITS;
  const say = (what: string, count: number, { min, max }: { min: number; max: number }) =>
    `It has ${String(count)} ${what}; there are ${String(min)} to ${String(max)}.`;
  return [
    ...(isOutside(questions.length, asked)
      ? [{ field: 'questions', message: say('questions', questions.length, asked) }]
      : []),
    ...questions.flatMap(({ options }, index) =>
      isOutside(options.length, offered)
        ? [{ field: `questions.${String(index)}.options`, message: say('options', options.length, offered) }]
        : [],
    ),
  ];
}

/** The same words, whatever their signs and capitals. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function emptyWords(explanation: string, option: string, earlier: readonly string[]): string | null {
  if (countWords(explanation) < CHECK_LIMITS.explanationWords)
    return 'It explains nothing yet: say in a sentence why this option is right or wrong.';
  if (bare(explanation) === bare(option)) return 'It only repeats the option: say why it is right or wrong.';
  if (earlier.includes(bare(explanation))) return 'Another option has the same explanation. Each has one of its own.';
  return null;
}

function explanationFindings({ questions }: Check): Finding[] {
  const earlier: string[] = [];
  return questions.flatMap(({ options }, question) =>
    options.flatMap(({ text, explanation }, option) => {
      const message = emptyWords(explanation, text, earlier);
      earlier.push(bare(explanation));
      const field = `questions.${String(question)}.options.${String(option)}.explanation`;
      return message === null ? [] : [{ field, message }];
    }),
  );
}

const filed =
  ({ file, lineOf }: Filed<Check>) =>
  ({ field, message }: Finding): ContentProblem => ({ file, line: lineOf(field), field, message });

/** What is wrong with a knowledge check beyond its form: too few questions, or an option that explains nothing. */
export function checkProblems(check: Filed<Check>): ContentProblem[] {
  return [...sizeFindings(check.value), ...explanationFindings(check.value)].map(filed(check));
}

function isLongest({ options }: CheckQuestion): boolean {
  const right = options.find(({ correct }) => correct)?.text.length ?? 0;
  return options.every(({ correct, text }) => correct || text.length < right);
}

/** What somebody who knows nothing could find out: the right option always at one place, or always the longest. */
export function checkWarnings(check: Filed<Check>): ContentProblem[] {
  const one = check.value.questions.filter(({ kind }) => kind === 'one');
  if (one.length < 3) return [];
  const places = new Set(one.map(({ options }) => options.findIndex(({ correct }) => correct)));
  const longest = one.filter(isLongest).length;
  const say = (message: string) => filed(check)({ field: 'questions', message });
  return [
    ...(places.size === 1 ? [say('The right option is always at the same place. Move some of them.')] : []),
    ...(longest === one.length
      ? [say('The right option is always the longest. Shorten some, or give the wrong ones as much thought.')]
      : []),
  ];
}
