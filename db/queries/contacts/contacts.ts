import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { cohortMemberships, contactActionEnds, contactActions, contacts, people } from '#db/schema/index.ts';
import type { TraineeSubject } from '#src/domain/access/viewer.ts';
import type { ContactAction } from '#src/domain/contacts/log.ts';
import type { ActionOutcome } from '#src/domain/contacts/words.ts';

/** One entry, or null: whose it is, and whether another one puts it right already. One query. */
export async function findContact(db: Reader, contactId: string) {
  const [row] = await db
    .select({
      id: contacts.id,
      traineeId: contacts.traineeId,
      correctedBy: sql<string | null>`(select c.id from ${contacts} c where c.corrects = contacts.id)`,
    })
    .from(contacts)
    .where(eq(contacts.id, contactId));
  return row ?? null;
}

const owner = alias(people, 'owner');
const ender = alias(people, 'ender');
const actionsOf = prepared((db) =>
  db
    .select({
      id: contactActions.id,
      contactId: contactActions.contactId,
      words: contactActions.words,
      ownerId: contactActions.ownerId,
      ownerName: owner.name,
      isOwnerHere: sql<number>`${contactActions.ownerId} = ${contactActions.traineeId} or exists (
        select 1 from assignments g where g.person_id = ${contactActions.ownerId} and g.starts_on <= ${sql.placeholder('day')}
          and (g.ends_on is null or g.ends_on > ${sql.placeholder('day')})
          and ((g.kind = 'manager' and g.trainee_id = ${contactActions.traineeId}) or (g.kind = 'tutor' and g.cohort_id =
            (select m.cohort_id from cohort_memberships m where m.trainee_id = ${contactActions.traineeId} and m.left_on is null))))`,
      dueOn: contactActions.dueOn,
      writerName: people.name,
      writtenAt: contactActions.writtenAt,
      outcome: sql<ActionOutcome | null>`${contactActionEnds.outcome}`,
      endWords: sql<string | null>`${contactActionEnds.words}`,
      enderName: sql<string | null>`${ender.name}`,
      endedAt: contactActionEnds.endedAt,
    })
    .from(contactActions)
    .innerJoin(people, eq(people.id, contactActions.writerId))
    .innerJoin(owner, eq(owner.id, contactActions.ownerId))
    .leftJoin(contactActionEnds, eq(contactActionEnds.actionId, contactActions.id))
    .leftJoin(ender, eq(ender.id, contactActionEnds.personId))
    .where(eq(contactActions.traineeId, sql.placeholder('traineeId')))
    .orderBy(asc(contactActions.dueOn), asc(contactActions.id))
    .prepare(),
);

/** What was agreed with one trainee, open and ended, as things are on a day. One query. */
export async function listContactActions(db: Reader, traineeId: string, day: string): Promise<ContactAction[]> {
  const rows = await actionsOf(db).all({ traineeId, day });
  return rows.map(({ outcome, endWords, enderName, endedAt, isOwnerHere, ...row }) => ({
    ...row,
    isOwnerHere: isOwnerHere === 1,
    end: outcome && endedAt ? { outcome, words: endWords ?? '', byName: enderName ?? '', endedAt } : null,
  }));
}

/** One action as `authorise` asks about it, and how it ended; null where there is none. One query. */
export async function findContactAction(
  db: Reader,
  actionId: string,
): Promise<(TraineeSubject & { ownerId: string; writerId: string; outcome: ActionOutcome | null }) | null> {
  const [row] = await db
    .select({
      traineeId: contactActions.traineeId,
      cohortId: sql<
        string | null
      >`(select m.cohort_id from ${cohortMemberships} m where m.trainee_id = contact_actions.trainee_id and m.left_on is null)`,
      ownerId: contactActions.ownerId,
      writerId: contactActions.writerId,
      outcome: sql<ActionOutcome | null>`${contactActionEnds.outcome}`,
    })
    .from(contactActions)
    .leftJoin(contactActionEnds, eq(contactActionEnds.actionId, contactActions.id))
    .where(eq(contactActions.id, actionId));
  return row ?? null;
}

/** Writes an entry. One with an id that is there already changes nothing. */
export async function insertContact(tx: Writer, entry: typeof contacts.$inferInsert): Promise<void> {
  await tx.insert(contacts).values(entry).onConflictDoNothing();
}

export async function insertContactAction(tx: Writer, action: typeof contactActions.$inferInsert): Promise<void> {
  await tx.insert(contactActions).values(action).onConflictDoNothing();
}

/** Ends an action. One that has ended stays as it ended. */
export async function insertContactActionEnd(tx: Writer, end: typeof contactActionEnds.$inferInsert): Promise<void> {
  await tx.insert(contactActionEnds).values(end).onConflictDoNothing();
}
