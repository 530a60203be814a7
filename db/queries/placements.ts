import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  assignments,
  cohortMemberships,
  people,
  placementAgreements,
  placementDays,
  placementHostAnswers,
  placementReports,
  placements,
} from '#db/schema/index.ts';
import type { AgreeingPart } from '#src/domain/placements/agreement.ts';

/** As whose somebody agreed: the tutor of a cohort the trainee was in, her manager, or both; ended assignments count for what they agreed. */
const agreedAs = sql<string>`(
  select json_group_array(distinct a.kind) from ${assignments} a
  where a.person_id = ${placementAgreements.personId} and (
    (a.kind = 'manager' and a.trainee_id = ${placements.traineeId})
    or (a.kind = 'tutor' and a.cohort_id in (select m.cohort_id from ${cohortMemberships} m where m.trainee_id = ${placements.traineeId}))
  ))`;
const recordedDays = sql<number>`(select count(*) from ${placementDays} d where d.placement_id = ${placements.id})`;

const ofOneTrainee = prepared((db) =>
  db
    .select({
      placement: placements,
      agreedBy: people.name,
      agreedById: people.id,
      agreedAt: placementAgreements.agreedAt,
      agreedAs,
      host: placementHostAnswers,
      recordedDays,
      reportFinishedAt: placementReports.finishedAt,
    })
    .from(placements)
    .leftJoin(placementAgreements, eq(placementAgreements.placementId, placements.id))
    .leftJoin(people, eq(people.id, placementAgreements.personId))
    .leftJoin(placementHostAnswers, eq(placementHostAnswers.placementId, placements.id))
    .leftJoin(placementReports, eq(placementReports.placementId, placements.id))
    .where(eq(placements.traineeId, sql.placeholder('traineeId')))
    .orderBy(asc(placements.startsOn), asc(placements.id), asc(placementAgreements.agreedAt))
    .prepare(),
);

/** A trainee's placements with who agreed to each, earliest first, cancelled ones among them. */
export async function listPlacements(db: Reader, traineeId: string) {
  const rows = await ofOneTrainee(db).all({ traineeId });
  const grouped = Map.groupBy(rows, (row) => row.placement.id);
  return [...grouped.values()].flatMap((own) =>
    own.slice(0, 1).map(({ placement, host, recordedDays: days, reportFinishedAt }) => ({
      ...placement,
      agreements: own.flatMap(agreementOf),
      host: hostOf(host),
      recordedDays: days,
      reportFinishedAt,
    })),
  );
}

interface AgreementRow {
  readonly agreedBy: string | null;
  readonly agreedById: string | null;
  readonly agreedAt: Date | null;
  readonly agreedAs: string;
}

function agreementOf(row: AgreementRow) {
  if (row.agreedBy === null || row.agreedById === null || row.agreedAt === null) return [];
  const as = JSON.parse(row.agreedAs) as AgreeingPart[];
  return [{ personId: row.agreedById, name: row.agreedBy, at: row.agreedAt, as }];
}

/** What the host said, as pages show it. */
function hostOf(answer: typeof placementHostAnswers.$inferSelect | null) {
  if (answer === null) return null;
  const { name, job, agrees, words, answeredAt } = answer;
  return { name, job, agrees, words, at: answeredAt };
}

/** Whose placement it is, for `authorise`; null where there is none. */
export async function findPlacementSubject(db: Reader, placementId: string) {
  const [row] = await db
    .select({
      placementId: placements.id,
      traineeId: placements.traineeId,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
    })
    .from(placements)
    .leftJoin(
      cohortMemberships,
      sql`${cohortMemberships.traineeId} = ${placements.traineeId} and ${cohortMemberships.leftOn} is null`,
    )
    .where(eq(placements.id, placementId));
  return row ?? null;
}

/** Keeps a proposed placement; false where the id was taken, so that a repeat changes nothing. */
export async function insertPlacement(tx: Writer, placement: typeof placements.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(placements).values(placement).onConflictDoNothing().returning({ id: placements.id });
  return inserted.length > 0;
}

/** Notes that a person agreed; the first time stands. */
export async function insertAgreement(tx: Writer, agreement: typeof placementAgreements.$inferInsert): Promise<void> {
  await tx.insert(placementAgreements).values(agreement).onConflictDoNothing();
}

/** Takes other values over, where nobody agreed yet. */
export async function updatePlacement(
  tx: Writer,
  { id, ...values }: Partial<typeof placements.$inferInsert> & { id: string },
): Promise<void> {
  await tx.update(placements).set(values).where(eq(placements.id, id));
}

/** Cancels a placement that is not cancelled yet. */
export async function cancelPlacement(
  tx: Writer,
  { id, by, reason, at }: { id: string; by: string; reason: string; at: Date },
): Promise<void> {
  await tx
    .update(placements)
    .set({ cancelledAt: at, cancelledBy: by, cancelReason: reason })
    .where(sql`${placements.id} = ${id} and ${placements.cancelledAt} is null`);
}
