import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { peerQuestions, people } from '#db/schema/index.ts';

const standingQuestions = prepared((db) =>
  db
    .select({
      id: peerQuestions.id,
      words: peerQuestions.words,
      askedBy: peerQuestions.askedBy,
      askedByName: people.name,
      askedOn: peerQuestions.askedOn,
      answeredAt: peerQuestions.answeredAt,
    })
    .from(peerQuestions)
    .leftJoin(people, eq(people.id, peerQuestions.askedBy))
    .where(and(eq(peerQuestions.sessionId, sql.placeholder('sessionId')), isNull(peerQuestions.takenBackAt)))
    .prepare(),
);

/**
 * The questions of a session that stand, by nobody in particular and in no order. Hand them to nobody but through `handedOn`; each
 * person may see her own. One query.
 */
export async function listPeerQuestions(db: Reader, sessionId: string) {
  return standingQuestions(db).all({ sessionId });
}

export type PeerQuestionRow = Awaited<ReturnType<typeof listPeerQuestions>>[number];

/** One question, taken back or not, or null. */
export async function findPeerQuestion(db: Reader, questionId: string) {
  const [row] = await db.select().from(peerQuestions).where(eq(peerQuestions.id, questionId));
  return row ?? null;
}

interface NewQuestion {
  readonly id: string;
  readonly sessionId: string;
  readonly words: string;
  readonly askedBy: string | null;
  readonly askedOn: string;
}

/**
 * Keeps a question; one with this id that is there already stays as it is. Its row number is drawn: rows are otherwise numbered as
 * they come, and between two questions with a name and a day that would date one without.
 */
export async function insertPeerQuestion(tx: Writer, { id, sessionId, words, askedBy, askedOn }: NewQuestion) {
  await tx.run(sql`insert into peer_questions (rowid, id, session_id, words, asked_by, asked_on)
    values (abs(random() / 2) + 1, ${id}, ${sessionId}, ${words}, ${askedBy}, ${askedOn}) on conflict (id) do nothing`);
}

export async function takeQuestionBack(tx: Writer, questionId: string, at: Date): Promise<void> {
  await tx
    .update(peerQuestions)
    .set({ takenBackAt: at })
    .where(and(eq(peerQuestions.id, questionId), isNull(peerQuestions.takenBackAt)));
}

export async function setQuestionAnswered(tx: Writer, questionId: string, at: Date | null): Promise<void> {
  await tx.update(peerQuestions).set({ answeredAt: at }).where(eq(peerQuestions.id, questionId));
}
