import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  people,
  placementHostAnswers,
  placementHostLinks,
  placementObjectives,
  placements,
} from '#db/schema/index.ts';

const newestLink = prepared((db) =>
  db
    .select({
      madeAt: placementHostLinks.madeAt,
      madeByName: people.name,
      expiresAt: placementHostLinks.expiresAt,
      revokedAt: placementHostLinks.revokedAt,
    })
    .from(placementHostLinks)
    .innerJoin(people, eq(people.id, placementHostLinks.madeBy))
    .where(eq(placementHostLinks.placementId, sql.placeholder('placementId')))
    .orderBy(desc(placementHostLinks.madeAt), desc(sql`${placementHostLinks}.rowid`))
    .limit(1)
    .prepare(),
);

/** The newest link for the host of a placement, and who made it; null where there is none. Never its token: nobody has it. */
export async function findHostLink(db: Reader, placementId: string) {
  const [link] = await newestLink(db).all({ placementId });
  return link ?? null;
}

/** Whose placement it is for making a link, and what stands in the way of one. Null where there is no such placement. */
export async function findHostSubject(db: Reader, placementId: string) {
  const [row] = await db
    .select({
      placementId: placements.id,
      traineeId: placements.traineeId,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      endsOn: placements.endsOn,
      offerId: placements.offerId,
      cancelledAt: placements.cancelledAt,
      answeredAt: placementHostAnswers.answeredAt,
    })
    .from(placements)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, placements.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .leftJoin(placementHostAnswers, eq(placementHostAnswers.placementId, placements.id))
    .where(eq(placements.id, placementId));
  return row ?? null;
}

/** Whether a link with this id was made already: a form that came twice. */
export async function isHostLinkKept(db: Reader, linkId: string): Promise<boolean> {
  const rows = await db
    .select({ id: placementHostLinks.id })
    .from(placementHostLinks)
    .where(eq(placementHostLinks.id, linkId));
  return rows.length > 0;
}

/** Keeps a link; the hash of its token alone. */
export async function insertHostLink(tx: Writer, link: typeof placementHostLinks.$inferInsert): Promise<void> {
  await tx.insert(placementHostLinks).values(link);
}

/** Takes back every link of a placement that stands. */
export async function revokeHostLinks(tx: Writer, placementId: string, at: Date): Promise<void> {
  await tx
    .update(placementHostLinks)
    .set({ revokedAt: at })
    .where(and(eq(placementHostLinks.placementId, placementId), isNull(placementHostLinks.revokedAt)));
}

const objectiveWords = sql<string>`(select json_group_array(o.words) from (select words from ${placementObjectives} where placement_id = ${placements.id} order by position) o)`;

const byToken = prepared((db) =>
  db
    .select({
      linkId: placementHostLinks.id,
      madeBy: placementHostLinks.madeBy,
      expiresAt: placementHostLinks.expiresAt,
      revokedAt: placementHostLinks.revokedAt,
      placement: {
        id: placements.id,
        traineeId: placements.traineeId,
        traineeName: people.name,
        kind: placements.kind,
        place: placements.place,
        hostContact: placements.hostContact,
        supervisor: placements.supervisor,
        lookFor: placements.lookFor,
        startsOn: placements.startsOn,
        endsOn: placements.endsOn,
        weekdays: placements.weekdays,
        startsAt: placements.startsAt,
        endsAt: placements.endsAt,
        cancelledAt: placements.cancelledAt,
      },
      objectives: objectiveWords,
      answer: {
        linkId: placementHostAnswers.linkId,
        name: placementHostAnswers.name,
        job: placementHostAnswers.job,
        agrees: placementHostAnswers.agrees,
        words: placementHostAnswers.words,
        at: placementHostAnswers.answeredAt,
      },
    })
    .from(placementHostLinks)
    .innerJoin(placements, eq(placements.id, placementHostLinks.placementId))
    .innerJoin(people, eq(people.id, placements.traineeId))
    .leftJoin(placementHostAnswers, eq(placementHostAnswers.placementId, placements.id))
    .where(eq(placementHostLinks.tokenHash, sql.placeholder('tokenHash')))
    .orderBy(asc(placementHostLinks.id))
    .prepare(),
);

/** What a link leads to, by the hash of its token: the least a host needs to know of the placement. Null where there is none. One query. */
export async function findByHostToken(db: Reader, tokenHash: string) {
  const [row] = await byToken(db).all({ tokenHash });
  return row ? { ...row, objectives: JSON.parse(row.objectives) as string[] } : null;
}

export type HostInvitation = NonNullable<Awaited<ReturnType<typeof findByHostToken>>>;

/** Keeps what the host said. One answer a placement, for good. */
export async function insertHostAnswer(tx: Writer, answer: typeof placementHostAnswers.$inferInsert): Promise<void> {
  await tx.insert(placementHostAnswers).values(answer);
}
