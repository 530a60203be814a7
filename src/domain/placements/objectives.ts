import { OBJECTIVES_MAXIMUM } from './limits.ts';

/** What she wants to learn, and the criteria it is about. */
export interface Objective {
  readonly words: string;
  readonly criteria: readonly string[];
}

/** The numbers of the objectives in a form, from 1. */
export const OBJECTIVE_NUMBERS = Array.from({ length: OBJECTIVES_MAXIMUM }, (_, index) => index + 1);

/** The names of an objective's two fields in a form. */
export const objectiveField = (number: number) => `objective${number}`;
export const criteriaField = (number: number) => `criteria${number}`;

/** The objectives that were filled in, each criterion once. An objective without words and without criteria is none. */
export function filledObjectives(objectives: readonly Objective[]): Objective[] {
  return objectives
    .map(({ words, criteria }) => ({
      words: words.trim(),
      criteria: [...new Set(criteria.filter((id) => id !== ''))],
    }))
    .filter(({ words, criteria }) => words !== '' || criteria.length > 0);
}

/** What is wrong with the objectives of a form, by field; empty where nothing is. */
export function objectiveProblems(
  objectives: readonly Objective[],
  knownCriteria: ReadonlySet<string>,
): Record<string, string> {
  const problems: Record<string, string> = {};
  objectives.forEach((objective, index) => {
    const [filled] = filledObjectives([objective]);
    if (!filled) return;
    if (filled.words === '')
      problems[objectiveField(index + 1)] = 'Say what you want to learn, or take its criteria out';
    else if (filled.criteria.length === 0) problems[criteriaField(index + 1)] = 'Choose a criterion that it is about';
    else if (filled.criteria.some((id) => !knownCriteria.has(id)))
      problems[criteriaField(index + 1)] = 'Choose criteria from the list';
  });
  return problems;
}
