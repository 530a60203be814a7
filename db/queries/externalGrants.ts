import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { externalGrantItems, externalGrants, people, submissions } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isStillShown } from './stillShown.ts';
import { submissionOf, type SubmissionRecord, submissionRows } from './submissionRows.ts';

const granterName = sql<string>`(select p.name from people p where p.id = ${externalGrants.grantedBy})`;
const itemCount = sql<number>`(select count(*) from external_grant_items i where i.grant_id = ${externalGrants.id})`;
const shownItems = sql`external_grant_items i join external_grants g on g.id = i.grant_id join submissions s on s.id = i.submission_id
  where i.grant_id = ${externalGrants.id} and ${isStillShown}`;
const shownCount = sql<number>`(select count(*) from ${shownItems})`;
const traineeCount = sql<number>`(select count(distinct s.trainee_id) from ${shownItems})`;

function grantRows(db: Reader) {
  return db
    .select({
      id: externalGrants.id,
      personId: externalGrants.personId,
      personName: people.name,
      startsOn: externalGrants.startsOn,
      endsOn: externalGrants.endsOn,
      reason: externalGrants.reason,
      grantedByName: granterName,
      grantedAt: externalGrants.grantedAt,
      revokedAt: externalGrants.revokedAt,
      /** What was given, and what of it can still be read: the rest was taken out of the sample. */
      given: itemCount,
      submissions: shownCount,
      trainees: traineeCount,
    })
    .from(externalGrants)
    .innerJoin(people, eq(people.id, externalGrants.personId))
    .$dynamic();
}

export type GrantRecord = Awaited<ReturnType<typeof grantRows>>[number];

/** Every view that was given to somebody from outside, the newest first. One query. */
export async function listGrants(db: Reader): Promise<GrantRecord[]> {
  return grantRows(db).orderBy(desc(externalGrants.grantedAt), desc(externalGrants.id));
}

/** One view, or null. */
export async function findGrant(db: Reader, grantId: string): Promise<GrantRecord | null> {
  const [row] = await grantRows(db).where(eq(externalGrants.id, grantId));
  return row ?? null;
}

/** The views of one person from outside that count on a day, the one that ends first first. Only for herself. One query. */
export async function listGrantsFor(db: Reader, personId: string, day: string): Promise<GrantRecord[]> {
  return grantRows(db)
    .where(
      and(
        eq(externalGrants.personId, personId),
        isNull(externalGrants.revokedAt),
        sql`${externalGrants.startsOn} <= ${day} and ${externalGrants.endsOn} >= ${day}`,
      ),
    )
    .orderBy(externalGrants.endsOn, externalGrants.id);
}

const A_STATEMENT = 100;

/** Keeps a view with what it shows. */
export async function insertGrant(
  tx: Writer,
  grant: typeof externalGrants.$inferInsert,
  submissionIds: readonly string[],
): Promise<void> {
  await tx.insert(externalGrants).values(grant);
  for (let from = 0; from < submissionIds.length; from += A_STATEMENT) {
    const part = submissionIds.slice(from, from + A_STATEMENT);
    await tx.insert(externalGrantItems).values(part.map((submissionId) => ({ grantId: grant.id, submissionId })));
  }
}

/** Takes a view back once; a repeat changes nothing. */
export async function revokeGrant(tx: Writer, grantId: string, at: Date): Promise<void> {
  await tx
    .update(externalGrants)
    .set({ revokedAt: at })
    .where(and(eq(externalGrants.id, grantId), isNull(externalGrants.revokedAt)));
}

/** What somebody from outside may read today, by trainee. One query. */
export async function listExternalSample(db: Reader, viewer: Viewer): Promise<SubmissionRecord[]> {
  if (!viewer.roles.includes('external') || viewer.externalOf.length === 0) return [];
  const rows = await submissionRows(db).where(inArray(submissions.id, [...viewer.externalOf]));
  return rows.map(submissionOf);
}
