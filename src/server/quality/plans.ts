import { findPlan, listPlanItems, listPlans, type PlanRecord, findPiecesToAdd } from '#db/queries/qualityPlans.ts';
import { listDecidedPieces } from '#db/queries/qualityPopulation.ts';
import type { Reader } from '#db/client.ts';
import { planProblems } from '#src/domain/quality/checking.ts';
import { unitsNow } from '#src/domain/portfolio/earlierCriteria.ts';
import { type Chosen, proposeSample } from '#src/domain/quality/proposing.ts';
import type { Population } from '#src/domain/quality/population.ts';
import type { SamplingStage } from '#src/domain/quality/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { policyToday } from './policies.ts';
import { readQualifications } from '../qualification.ts';
import { countFor, everythingDecided, readAssessors } from './population.ts';

/** So many assessors one plan looks at where it does not look at all. */
export const MOST_ASSESSORS = 30;
/** Of so many assessors what they decided is counted anew on each page of a plan; of more it is at most a minute old. */
const FEW_ASSESSORS = 5;
/** From so many pieces on a plan names its assessors: drawing among all of them would hold everybody else up. */
const MANY_PIECES = 10_000;

const scopeOf = ({ assessors }: Pick<PlanRecord, 'assessors'>) => (assessors.length === 0 ? null : assessors);

/** Plans, and what was decided by whom at each stage, with what is short of the policy. Four queries in one round trip, and counts at most a minute old. */
export async function loadPlans(db: Reader) {
  const [plans, { policy }, { assessors, factsOf }, decided] = await Promise.all([
    listPlans(db),
    policyToday(db),
    readAssessors(db),
    everythingDecided(),
  ]);
  const short = (stage: SamplingStage) => planProblems(policy, decided[stage], { factsOf });
  return { plans, policy, assessors, decided, short: { interim: short('interim'), final: short('final') } };
}

/** What some assessors decided, of what all did. The counts of methods stay those of all. */
const within = (population: Population, scope: readonly string[] | null): Population =>
  scope === null
    ? population
    : { ...population, assessors: population.assessors.filter(({ assessorId }) => scope.includes(assessorId)) };

/** One plan with everything in it and what is short of the policy. `search`: words of a trainee's name to add pieces of. Throws `not_found`. Seven queries in two round trips. */
export async function loadPlan(db: Reader, planId: string, search: string) {
  const plan = await findPlan(db, planId);
  if (!plan) throw new Refusal('not_found');
  const scope = scopeOf(plan);
  const [items, { policy }, { assessors, factsOf }, decided, found] = await Promise.all([
    listPlanItems(db, planId),
    policyToday(db),
    readAssessors(db),
    scope !== null && scope.length <= FEW_ASSESSORS ? countFor(db, scope) : everythingDecided(),
    search === '' ? [] : findPiecesToAdd(db, planId, search),
  ]);
  const population = within(decided[plan.stage], scope);
  const problems = planProblems(policy, population, { factsOf, methods: scope === null });
  const names = scope?.map((id) => assessors.find((one) => one.id === id)?.name ?? id) ?? null;
  return { plan, items, policy, population, problems, names, found };
}

interface Wanted {
  readonly stage: SamplingStage;
  /** Empty: everybody's. */
  readonly assessors: readonly string[];
  readonly seed: string;
  readonly verifierId: string;
}

/** Throws `bad_input` with the field `assessors` where there is too much to draw among. */
async function refuseMany({ stage, assessors }: Wanted): Promise<void> {
  if (assessors.length > 0) return;
  const counted = (await everythingDecided())[stage].assessors.reduce((sum, { pieces }) => sum + pieces.of, 0);
  if (counted <= MANY_PIECES) return;
  const words = `There are ${counted.toLocaleString('en-GB')} pieces. Choose up to ${String(MOST_ASSESSORS)} assessors for one plan`;
  throw new Refusal('bad_input', { fields: { assessors: words } });
}

/** What the rule proposes for a new plan. The same for the same data and seed. Four queries. */
export async function proposeFor(db: Reader, wanted: Wanted): Promise<Chosen[]> {
  await refuseMany(wanted);
  const { stage, assessors, seed, verifierId } = wanted;
  const assessorIds = assessors.length === 0 ? null : assessors;
  const [{ policy }, { factsOf }, pieces] = await Promise.all([
    policyToday(db),
    readAssessors(db),
    readQualifications(db).then((qualifications) =>
      listDecidedPieces(db, { stage, assessorIds, verifierId, units: unitsNow(qualifications) }),
    ),
  ]);
  return proposeSample({ policy, stage, pieces, factsOf, methods: assessorIds === null, seed });
}
