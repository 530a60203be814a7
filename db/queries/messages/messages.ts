import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { cohortMemberships, cohorts, messageAnswers, messageRecipients, messages, people } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { Recipient, SentBefore } from '#src/domain/messages/message.ts';

/** A list shows so many at once; the rest is older than any programme needs before it. */
const SHOWN_MOST = 200;

/** Her words are gone once her record of work was removed: others may still have theirs. */
const hers = (column: typeof messages.subject | typeof messages.words) => sql<string>`iif(exists (
  select 1 from content_removals r where r.kind = 'work_record' and r.record_id = ${messageRecipients.traineeId}
    and r.removed_at >= ${messages.sentAt}), '', ${column})`;

/** What one trainee got, newest first. One query. */
export async function listReceived(db: Reader, traineeId: string) {
  return db
    .select({
      id: messages.id,
      subject: hers(messages.subject),
      sentAt: messages.sentAt,
      senderName: people.name,
      readAt: messageRecipients.readAt,
    })
    .from(messageRecipients)
    .innerJoin(messages, eq(messages.id, messageRecipients.messageId))
    .innerJoin(people, eq(people.id, messages.senderId))
    .where(eq(messageRecipients.traineeId, traineeId))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(SHOWN_MOST);
}

/** Whether whoever is the recipient `r` is in one of the viewer's cohorts now: of nobody else is anything told, not even in a count. */
const isHereNow = (
  viewer: Viewer,
) => sql`exists (select 1 from cohort_memberships m where m.trainee_id = r.trainee_id and m.left_on is null
  and m.cohort_id in (select value from json_each(${JSON.stringify(viewer.tutorOf)})))`;

/**
 * What was sent to the cohorts that the viewer is a tutor of, by whichever tutor, newest first. `sent` and `read`: of those who are in
 * one of them now. `answered`: how many of those have written back to the viewer; of answers to somebody else nothing is told. One query.
 */
export async function listSent(db: Reader, viewer: Viewer) {
  const cohort = sql`${messages.cohortId} in (select value from json_each(${JSON.stringify(viewer.tutorOf)}))`;
  const here = isHereNow(viewer);
  return db
    .select({
      id: messages.id,
      subject: messages.subject,
      chosen: messages.chosen,
      cohortName: cohorts.name,
      senderName: people.name,
      sentAt: messages.sentAt,
      sent: sql<number>`(select count(*) from message_recipients r where r.message_id = ${messages.id} and ${here})`,
      read: sql<number>`(select count(r.read_at) from message_recipients r where r.message_id = ${messages.id} and ${here})`,
      answered: sql<number>`iif(${messages.senderId} = ${viewer.id}, (select count(*) from message_recipients r where r.message_id = ${messages.id}
        and ${here} and exists (select 1 from ${messageAnswers} w where w.recipient_id = r.id)), 0)`,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.senderId))
    .innerJoin(cohorts, eq(cohorts.id, messages.cohortId))
    .where(cohort)
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(SHOWN_MOST);
}

/** One message as whoever got it reads it, or null where it was not sent to her. One query. */
export async function findReceived(db: Reader, messageId: string, traineeId: string) {
  const [row] = await db
    .select({
      id: messages.id,
      traineeId: messageRecipients.traineeId,
      subject: hers(messages.subject),
      words: hers(messages.words),
      chosen: messages.chosen,
      sentAt: messages.sentAt,
      senderName: people.name,
      readAt: messageRecipients.readAt,
    })
    .from(messageRecipients)
    .innerJoin(messages, eq(messages.id, messageRecipients.messageId))
    .innerJoin(people, eq(people.id, messages.senderId))
    .where(and(eq(messageRecipients.messageId, messageId), eq(messageRecipients.traineeId, traineeId)));
  return row ?? null;
}

/** One message as it was sent, with its cohort for `authorise`, or null. One query. */
export async function findMessage(db: Reader, messageId: string) {
  const [row] = await db
    .select({
      id: messages.id,
      cohortId: messages.cohortId,
      cohortName: cohorts.name,
      senderId: messages.senderId,
      senderName: people.name,
      subject: messages.subject,
      words: messages.words,
      chosen: messages.chosen,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.senderId))
    .innerJoin(cohorts, eq(cohorts.id, messages.cohortId))
    .where(eq(messages.id, messageId));
  return row ?? null;
}

interface SameAsked {
  readonly senderId: string;
  readonly subject: string;
  readonly words: string;
  readonly since: Date;
}

/** What somebody sent since then with this heading and these words, to whomever, newest first. One query. */
export async function listSentAlike(
  db: Reader,
  { senderId, subject, words, since }: SameAsked,
): Promise<readonly SentBefore[]> {
  const rows = await db
    .select({
      sentAt: messages.sentAt,
      recipients: sql<string>`(select json_group_array(r.trainee_id) from message_recipients r where r.message_id = messages.id)`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.senderId, senderId),
        gte(messages.sentAt, since),
        eq(messages.subject, subject),
        eq(messages.words, words),
      ),
    )
    .orderBy(desc(messages.sentAt));
  return rows.map(({ sentAt, recipients }) => ({ sentAt, recipients: JSON.parse(recipients) as string[] }));
}

/** Who got a message, by name, of those in the viewer's cohorts now; of the others how many they are, and nothing of what they did since. One query. */
export async function listRecipients(db: Reader, viewer: Viewer, messageId: string) {
  const rows = await db
    .select({
      traineeId: messageRecipients.traineeId,
      name: people.name,
      readAt: messageRecipients.readAt,
      isHere: sql<number>`exists (select 1 from cohort_memberships m where m.trainee_id = ${messageRecipients.traineeId} and m.left_on is null
        and m.cohort_id in (select value from json_each(${JSON.stringify(viewer.tutorOf)})))`,
    })
    .from(messageRecipients)
    .innerJoin(people, eq(people.id, messageRecipients.traineeId))
    .where(eq(messageRecipients.messageId, messageId))
    .orderBy(people.name, people.id);
  const here = rows.filter(({ isHere }) => isHere === 1);
  return { here, elsewhere: rows.length - here.length, read: here.filter(({ readAt }) => readAt !== null).length };
}

/** Who is in a cohort now, by name: whom a message can go to. Nobody where the viewer is not its tutor. One query. */
export async function listMembers(db: Reader, viewer: Viewer, cohortId: string): Promise<Recipient[]> {
  if (!viewer.tutorOf.includes(cohortId)) return [];
  return db
    .select({ traineeId: cohortMemberships.traineeId, name: people.name })
    .from(cohortMemberships)
    .innerJoin(people, eq(people.id, cohortMemberships.traineeId))
    .where(and(eq(cohortMemberships.cohortId, cohortId), isNull(cohortMemberships.leftOn)))
    .orderBy(people.name, people.id);
}

type NewMessage = typeof messages.$inferInsert & { readonly recipients: readonly string[] };

/** Keeps a message and who gets it. One that is there already changes nothing. */
export async function insertMessage(tx: Writer, { recipients, ...message }: NewMessage): Promise<void> {
  await tx.insert(messages).values(message);
  await tx.insert(messageRecipients).values(
    recipients.map((traineeId) => ({
      id: `${message.id}:${traineeId}`,
      messageId: message.id,
      traineeId,
      readAt: null,
    })),
  );
}

/** Notes when somebody said that she has read it: the first time counts. */
export async function setMessageRead(
  tx: Writer,
  { messageId, traineeId, at }: { messageId: string; traineeId: string; at: Date },
): Promise<void> {
  await tx
    .update(messageRecipients)
    .set({ readAt: at })
    .where(
      and(
        eq(messageRecipients.messageId, messageId),
        eq(messageRecipients.traineeId, traineeId),
        isNull(messageRecipients.readAt),
      ),
    );
}
