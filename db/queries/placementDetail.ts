import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  assignments,
  cohortMemberships,
  people,
  placementObjectives,
  placementReports,
  placements,
} from '#db/schema/index.ts';
import { removedOn } from './removedOn.ts';

const openMembership = sql`${cohortMemberships.traineeId} = ${placements.traineeId} and ${cohortMemberships.leftOn} is null`;
const cancelledByName = sql<string | null>`(select c.name from ${people} c where c.id = ${placements.cancelledBy})`;

const onePlacement = prepared((db) =>
  db
    .select({
      placement: placements,
      traineeName: people.name,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      cancelledByName,
      report: placementReports,
      wordsRemovedAt: removedOn('work_record', sql`${placements.traineeId}`),
    })
    .from(placements)
    .innerJoin(people, eq(people.id, placements.traineeId))
    .leftJoin(cohortMemberships, openMembership)
    .leftJoin(placementReports, eq(placementReports.placementId, placements.id))
    .where(eq(placements.id, sql.placeholder('id')))
    .prepare(),
);

/** One placement with whose it is and its report, or null. */
export async function findPlacement(db: Reader, id: string) {
  const [row] = await onePlacement(db).all({ id });
  if (!row) return null;
  const { placement, ...rest } = row;
  return { ...placement, ...rest };
}

const objectivesOfOne = prepared((db) =>
  db
    .select({
      id: placementObjectives.id,
      placementId: placementObjectives.placementId,
      words: placementObjectives.words,
      criteria: placementObjectives.criteria,
      version: placementObjectives.qualificationVersion,
    })
    .from(placementObjectives)
    .innerJoin(placements, eq(placements.id, placementObjectives.placementId))
    .where(eq(placements.traineeId, sql.placeholder('traineeId')))
    .orderBy(asc(placementObjectives.placementId), asc(placementObjectives.position))
    .prepare(),
);

/** What a trainee wants to learn at each of her placements, in her order; criteria in the version of their time (null: the first one). */
export async function listObjectives(db: Reader, traineeId: string) {
  return objectivesOfOne(db).all({ traineeId });
}

interface ObjectiveWords {
  readonly words: string;
  readonly criteria: readonly string[];
  /** The version the criteria are named in. */
  readonly version: string;
}

/** Puts these objectives in the place of those a placement has. Ids come from the placement and the position: the same form gives the same rows. */
export async function replaceObjectives(
  tx: Writer,
  placementId: string,
  objectives: readonly ObjectiveWords[],
): Promise<void> {
  await tx.delete(placementObjectives).where(eq(placementObjectives.placementId, placementId));
  if (objectives.length === 0) return;
  await tx.insert(placementObjectives).values(
    objectives.map(({ words, criteria, version: qualificationVersion }, index) => ({
      id: `${placementId}-${index + 1}`,
      placementId,
      position: index + 1,
      words,
      criteria,
      qualificationVersion,
    })),
  );
}

const agreersOfOne = prepared((db) =>
  db
    .select({ part: assignments.kind, personId: people.id, name: people.name })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(
      sql`${assignments.startsOn} <= ${sql.placeholder('day')} and (${assignments.endsOn} is null or ${assignments.endsOn} > ${sql.placeholder('day')}) and (
        (${assignments.kind} = 'manager' and ${assignments.traineeId} = ${sql.placeholder('traineeId')})
        or (${assignments.kind} = 'tutor' and ${assignments.cohortId} in (
          select m.cohort_id from ${cohortMemberships} m where m.trainee_id = ${sql.placeholder('traineeId')} and m.left_on is null)))`,
    )
    .orderBy(asc(people.name), asc(people.id))
    .prepare(),
);

/** Who is a trainee's tutor and her manager on a day: who may agree. */
export async function listAgreers(db: Reader, traineeId: string, day: string) {
  return agreersOfOne(db).all({ traineeId, day });
}
