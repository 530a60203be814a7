import { CRITERION_OUTCOMES, type CriterionOutcome } from '../portfolio/words.ts';

export const EXERCISE_LIMITS = { title: 120, text: 20_000, reason: 1_000, agreed: 4_000 } as const;

/** An exercise as far as rules ask. */
export interface ExerciseFacts {
  readonly criteria: readonly string[];
  readonly closesOn: string;
  readonly closedAt: Date | null;
}

/** What one assessor judged on one criterion. */
export interface Judgement {
  readonly assessorId: string;
  readonly assessorName: string;
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  readonly reason: string;
}

/** Closed by hand, or its last day is over. `today` is the programme day. */
export function isClosed({ closesOn, closedAt }: Pick<ExerciseFacts, 'closesOn' | 'closedAt'>, today: string): boolean {
  return closedAt !== null || closesOn < today;
}

/** Nobody sees what others judged before it is closed; an assessor who was asked not before she has judged herself. */
export function maySeeOthers(
  exercise: Pick<ExerciseFacts, 'closesOn' | 'closedAt'>,
  { today, isJudge, hasJudged }: { readonly today: string; readonly isJudge: boolean; readonly hasJudged: boolean },
): boolean {
  return isClosed(exercise, today) && (!isJudge || hasJudged);
}

/** How often each outcome was judged on one criterion, and who judged what. */
export interface Comparison {
  readonly criterionId: string;
  readonly counts: Readonly<Record<CriterionOutcome, number>>;
  readonly judgements: readonly Judgement[];
  readonly isAgreed: boolean;
  readonly words: string;
}

const WORDS: Readonly<Record<CriterionOutcome, string>> = {
  met: 'met',
  working_towards: 'working towards',
  not_met: 'not met',
};

function comparisonWords(counts: Readonly<Record<CriterionOutcome, number>>, total: number): string {
  if (total === 0) return 'Nobody judged it.';
  if (total === 1) return 'One assessor judged it, so there is nothing to compare.';
  const given = CRITERION_OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const [only] = given;
  if (given.length === 1 && only) return `All ${String(total)} judged it ${WORDS[only]}.`;
  const parts = given.map((outcome) => `${String(counts[outcome])} ${WORDS[outcome]}`);
  return `Of ${String(total)}: ${parts.join(', ')}.`;
}

/** Each criterion of an exercise with what was judged on it, in the order of the exercise. */
export function compareJudgements(criteria: readonly string[], judgements: readonly Judgement[]): Comparison[] {
  return criteria.map((criterionId) => {
    const own = judgements.filter((one) => one.criterionId === criterionId);
    const countOf = (outcome: CriterionOutcome) => own.filter((one) => one.outcome === outcome).length;
    const counts = { met: countOf('met'), working_towards: countOf('working_towards'), not_met: countOf('not_met') };
    const kinds = CRITERION_OUTCOMES.filter((outcome) => counts[outcome] > 0).length;
    return { criterionId, counts, judgements: own, isAgreed: kinds === 1, words: comparisonWords(counts, own.length) };
  });
}

/** "They agree on 3 of 4 criteria." */
export function comparisonSentence(comparisons: readonly Comparison[], judges: number): string {
  if (judges < 2) return 'Fewer than two assessors judged it, so there is nothing to compare.';
  const agreed = comparisons.filter(({ isAgreed }) => isAgreed).length;
  const { length } = comparisons;
  return `${String(judges)} assessors judged it. They agree on ${String(agreed)} of ${String(length)} ${length === 1 ? 'criterion' : 'criteria'}.`;
}

/** Parts of a name that would lead to the person: what is longer than two letters. */
const namePartsOf = (name: string): string[] => name.split(/[\s'’-]+/u).filter((part) => part.length > 2);

const holdsWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}])${word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\\p{L}])`, 'iu').test(text);

/** The first part of one of these names that stands in a text, or null. */
export function nameIn(text: string, names: readonly string[]): string | null {
  return names.flatMap(namePartsOf).find((part) => holdsWord(text, part)) ?? null;
}

/** A text with names taken out: what a quality assurer begins from, and reads through herself. */
export function withoutNames(text: string, names: readonly string[]): string {
  const parts = names.flatMap(namePartsOf).sort((one, other) => other.length - one.length);
  return parts.reduce(
    (left, part) =>
      left.replaceAll(
        new RegExp(`(?<![\\p{L}])${part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\\p{L}])`, 'giu'),
        '[name]',
      ),
    text,
  );
}
