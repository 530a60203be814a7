import { Refusal } from '../errors.ts';
import type { Check, CheckQuestion } from './schema.ts';

/** A knowledge check as the browser may see it before an answer is given: nothing in it says what is right. */
export interface PublicCheck {
  readonly id: string;
  readonly version: string;
  readonly passPercent: number;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly kind: CheckQuestion['kind'];
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
}

/** Question id -> ids of the options chosen. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** One question after marking: right only where exactly the right options were chosen. */
export interface MarkedQuestion {
  readonly id: string;
  readonly correct: boolean;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly chosen: boolean;
    readonly correct: boolean;
    readonly explanation: string;
  }[];
}

export interface MarkedCheck {
  readonly correctCount: number;
  readonly questionCount: number;
  readonly passed: boolean;
  readonly questions: readonly MarkedQuestion[];
}

/** The check without what is right and why. Made by naming what stays, so that a new field cannot slip out. */
export function publicCheck({ id, version, passPercent, questions }: Check): PublicCheck {
  return {
    id,
    version,
    passPercent,
    questions: questions.map((question) => ({
      id: question.id,
      text: question.text,
      kind: question.kind,
      options: question.options.map((option) => ({ id: option.id, text: option.text })),
    })),
  };
}

/** Questions that must be right in one attempt to pass: the pass percent of them, rounded up. */
export function neededCorrect({ passPercent, questions }: Pick<Check, 'passPercent' | 'questions'>): number {
  return Math.ceil((passPercent * questions.length) / 100);
}

/** Whether so many right answers of so many reach a pass percent. Nothing asked is nothing passed. */
export function passes(passPercent: number, correct: number, of: number): boolean {
  return of > 0 && correct * 100 >= passPercent * of;
}

/** What is wrong with the answer to one question, or null. */
function answerProblem({ kind, options }: CheckQuestion, chosen: readonly string[]): string | null {
  if (chosen.some((id) => !options.some((option) => option.id === id))) return 'Choose from the answers shown.';
  if (chosen.length === 0) return kind === 'one' ? 'Choose an answer.' : 'Choose every answer that applies.';
  return kind === 'one' && new Set(chosen).size > 1 ? 'Choose one answer only.' : null;
}

function chosenFor(answers: Answers, questionId: string): readonly string[] {
  return Object.hasOwn(answers, questionId) ? (answers[questionId] ?? []) : [];
}

function refuseBadAnswers({ questions }: Check, answers: Answers): void {
  const known = new Set(questions.map(({ id }) => id));
  const problems = questions.flatMap((question) => {
    const problem = answerProblem(question, chosenFor(answers, question.id));
    return problem ? [[question.id, problem] as const] : [];
  });
  const unknown = Object.keys(answers).filter((id) => !known.has(id));
  const fields = [...problems, ...unknown.map((id) => [id, 'This question is not part of the check.'] as const)];
  if (fields.length > 0) throw new Refusal('bad_input', { fields: Object.fromEntries(fields) });
}

function markQuestion({ id, options }: CheckQuestion, chosen: readonly string[]): MarkedQuestion {
  const marked = options.map((option) => ({ ...option, chosen: chosen.includes(option.id) }));
  return { id, correct: marked.every((option) => option.chosen === option.correct), options: marked };
}

/**
 * Marks one attempt: all or nothing per question, so half of several right options is not right.
 * Throws `bad_input` with a sentence per question id where a question is left out, an option or a question is unknown, or one
 * answer was asked for and several given.
 */
export function markCheck(check: Check, answers: Answers): MarkedCheck {
  refuseBadAnswers(check, answers);
  const questions = check.questions.map((question) => markQuestion(question, chosenFor(answers, question.id)));
  const correctCount = questions.filter(({ correct }) => correct).length;
  const questionCount = questions.length;
  return { correctCount, questionCount, passed: passes(check.passPercent, correctCount, questionCount), questions };
}
