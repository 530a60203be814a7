import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#db/client.ts';
import { cohortMemberships, messageAnswers, messageRecipients, messages, people } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { Answer, AnswerState, Thread } from '#src/domain/messages/thread.ts';

export interface ThreadAsked {
  readonly messageId: string;
  readonly traineeId: string;
  /** Tutors are those of this day. */
  readonly day: string;
}

const trainee = alias(people, 'trainee');
const cohortNow = sql<string | null>`(select m.cohort_id from ${cohortMemberships} m
  where m.trainee_id = ${messageRecipients.traineeId} and m.left_on is null)`;

/** The thread of one of those who got a message, with what `authorise` asks about; null where it was not sent to her. One query. */
export async function findThread(db: Reader, { messageId, traineeId, day }: ThreadAsked): Promise<Thread | null> {
  const [row] = await db
    .select({
      messageId: messages.id,
      recipientId: messageRecipients.id,
      traineeId: messageRecipients.traineeId,
      traineeName: trainee.name,
      cohortId: cohortNow,
      senderId: messages.senderId,
      senderName: people.name,
      subject: messages.subject,
      isSenderHere: sql<number>`exists (select 1 from assignments g where g.kind = 'tutor' and g.person_id = ${messages.senderId}
        and g.cohort_id = ${cohortNow} and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on > ${day}))`,
      hasAnswer: sql<number>`exists (select 1 from ${messageAnswers} w where w.recipient_id = ${messageRecipients.id})`,
    })
    .from(messageRecipients)
    .innerJoin(messages, eq(messages.id, messageRecipients.messageId))
    .innerJoin(people, eq(people.id, messages.senderId))
    .innerJoin(trainee, eq(trainee.id, messageRecipients.traineeId))
    .where(and(eq(messageRecipients.messageId, messageId), eq(messageRecipients.traineeId, traineeId)));
  return row ? { ...row, isSenderHere: row.isSenderHere === 1, hasAnswer: row.hasAnswer === 1 } : null;
}

/** What was written in the thread of one of those who got a message, oldest first. Whoever calls asks whether the viewer may. One query. */
export async function listAnswers(db: Reader, { messageId, traineeId }: Omit<ThreadAsked, 'day'>): Promise<Answer[]> {
  return db
    .select({
      id: messageAnswers.id,
      writerId: messageAnswers.writerId,
      writerName: people.name,
      words: messageAnswers.words,
      writtenAt: messageAnswers.writtenAt,
    })
    .from(messageAnswers)
    .innerJoin(messageRecipients, eq(messageRecipients.id, messageAnswers.recipientId))
    .innerJoin(people, eq(people.id, messageAnswers.writerId))
    .where(and(eq(messageRecipients.messageId, messageId), eq(messageRecipients.traineeId, traineeId)))
    .orderBy(asc(messageAnswers.writtenAt), sql`${messageAnswers}.rowid`);
}

/**
 * How each thread of a message stands, by trainee: for its sender alone, and of those alone who are in a cohort of hers now. A thread
 * in which nobody wrote is left out. One query.
 */
export async function listThreads(
  db: Reader,
  viewer: Viewer,
  messageId: string,
): Promise<ReadonlyMap<string, AnswerState>> {
  const rows = await db.all<{ traineeId: string; count: number; lastBy: string; lastAt: number }>(sql`
    select r.trainee_id as "traineeId", l.writer_id as "lastBy", l.written_at as "lastAt",
      (select count(*) from ${messageAnswers} w where w.recipient_id = r.id) as count
    from ${messageRecipients} r
    join ${messages} g on g.id = r.message_id and g.sender_id = ${viewer.id}
    join ${messageAnswers} l on l.rowid = (select w.rowid from ${messageAnswers} w where w.recipient_id = r.id
      order by w.written_at desc, w.rowid desc limit 1)
    where r.message_id = ${messageId} and exists (select 1 from ${cohortMemberships} m where m.trainee_id = r.trainee_id
      and m.left_on is null and m.cohort_id in (select value from json_each(${JSON.stringify(viewer.tutorOf)})))`);
  return new Map(
    rows.map(({ traineeId, lastAt, ...rest }) => [traineeId, { ...rest, lastAt: new Date(lastAt * 1000) }]),
  );
}

/** An answer that is there already, or null: in which thread, and whose. One query. */
export async function findAnswer(db: Reader, id: string) {
  const [row] = await db
    .select({ recipientId: messageAnswers.recipientId, writerId: messageAnswers.writerId })
    .from(messageAnswers)
    .where(eq(messageAnswers.id, id));
  return row ?? null;
}

/** Keeps an answer. One with an id that is there already changes nothing. */
export async function insertAnswer(tx: Writer, answer: typeof messageAnswers.$inferInsert): Promise<void> {
  await tx.insert(messageAnswers).values(answer);
}
