import { countersignedBy, countersignerProblem, type CountersignWorld } from './countersigners.ts';
import type { StandingRow } from './standing.ts';

/**
 * What is wrong with an entry of how far an assessor is: field -> one sentence; empty where nothing is. `world` is of the entry's first
 * day. Whoever is in training needs somebody who countersigns; so does whoever leaves it while decisions of hers wait.
 */
export function standingProblems(entry: StandingRow, world: CountersignWorld): Record<string, string> {
  const inTraining = entry.standing === 'in_training';
  if (inTraining || world.waiting.has(entry.assessorId)) {
    const problem = countersignerProblem(world, entry);
    if (problem !== null) return { countersignerId: problem };
  }
  if (!inTraining || !countersignsFrom(world, entry.assessorId)) return {};
  return { standing: 'She countersigns for a colleague herself. Name another countersigner there first' };
}

/** Whether she countersigns for somebody on the day, or is named for somebody who will be in training later. */
function countersignsFrom(world: CountersignWorld, personId: string): boolean {
  const later = world.rows.filter(({ effectiveFrom }) => effectiveFrom > world.day);
  const willBe = later.some((row) => row.standing === 'in_training' && row.countersignerId === personId);
  return willBe || countersignedBy(world, personId).length > 0;
}

/** Who countersigns according to an entry: nobody has to for one who is not in training and has nothing waiting. */
export function namedIn(entry: StandingRow, { waiting }: Pick<CountersignWorld, 'waiting'>): string | null {
  return entry.standing === 'in_training' || waiting.has(entry.assessorId) ? entry.countersignerId : null;
}
