import type { AssessorFacts, PlanProblem } from '#src/domain/quality/checking.ts';
import { planProblems } from '#src/domain/quality/checking.ts';
import type { SamplingPolicy } from '#src/domain/quality/policy.ts';
import type { Population } from '#src/domain/quality/population.ts';

interface Asked {
  readonly policy: SamplingPolicy;
  readonly assessors: readonly (AssessorFacts & { readonly id: string })[];
  readonly factsOf: (assessorId: string) => AssessorFacts;
}

interface Found {
  /** Everything it was worked out from beside the counts. */
  readonly from: string;
  readonly problems: readonly PlanProblem[];
}

const found = new WeakMap<Population, Found>();

/**
 * What is short of the policy in counts that stand for a minute (`everythingDecided`): a thousand sentences put in order, so worked out
 * once for the same counts, policy, names and standings. What was found goes with the counts.
 */
export function shortfalls(population: Population, { policy, assessors, factsOf }: Asked): readonly PlanProblem[] {
  const from = JSON.stringify([policy, assessors.map(({ id, name, standing }) => [id, name, standing])]);
  const known = found.get(population);
  if (known?.from === from) return known.problems;
  const problems = planProblems(policy, population, { factsOf });
  found.set(population, { from, problems });
  return problems;
}
