import { sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { peerEvidence, peerFeedback, peerIntentionReviews, peerIntentions } from '#db/schema/index.ts';
import type { GivenFeedback } from '#src/domain/peerSessions/feedback.ts';
import type { IntentionOutcome, PeerAttendance } from '#src/domain/peerSessions/words.ts';

/** What one person has to do with one session, and what she said about it. */
export interface OwnAfter {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly title: string;
  readonly day: string;
  readonly heldAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly isLeader: boolean;
  readonly attendance: PeerAttendance | null;
  readonly intention: string | null;
  readonly intentionAt: Date | null;
  readonly outcome: IntentionOutcome | null;
  readonly review: string | null;
  /** What she wrote to whoever led; nobody else is shown whose it is. */
  readonly helped: string | null;
  readonly suggestion: string | null;
  /** The draft of evidence that she made of it. */
  readonly evidenceId: string | null;
}

type Row = Record<keyof OwnAfter, string | number | null>;
const instant = (seconds: string | number | null) => (seconds === null ? null : new Date(Number(seconds) * 1000));

const ofRow = (row: Row) =>
  ({
    ...row,
    heldAt: instant(row.heldAt),
    cancelledAt: instant(row.cancelledAt),
    intentionAt: instant(row.intentionAt),
    isLeader: row.isLeader === 1,
  }) as OwnAfter;

const own = (traineeId: string) => sql`
  select s.id as sessionId, s.cohort_id as cohortId, s.title as title, s.day as day, s.held_at as heldAt, s.cancelled_at as cancelledAt,
    l.trainee_id is not null as isLeader, a.attendance as attendance, i.words as intention, i.said_at as intentionAt,
    r.outcome as outcome, r.words as review, f.helped as helped, f.suggestion as suggestion, e.evidence_id as evidenceId
  from peer_sessions s
  left join peer_parts l on l.session_id = s.id and l.role = 'leader' and l.ended_at is null and l.trainee_id = ${traineeId}
  left join peer_attendance a on a.session_id = s.id and a.trainee_id = ${traineeId}
  left join peer_intentions i on i.session_id = s.id and i.trainee_id = ${traineeId}
  left join peer_intention_reviews r on r.session_id = s.id and r.trainee_id = ${traineeId}
  left join peer_feedback f on f.session_id = s.id and f.trainee_id = ${traineeId}
  left join peer_evidence e on e.session_id = s.id and e.trainee_id = ${traineeId}`;

/** What somebody has to do with a session; null where there is no such session. One query. */
export async function findOwnAfter(db: Reader, traineeId: string, sessionId: string): Promise<OwnAfter | null> {
  const [row] = await db.all<Row>(sql`${own(traineeId)} where s.id = ${sessionId}`);
  return row ? ofRow(row) : null;
}

/** Past sessions that somebody was at or led, newest first, also those of a cohort she has left. `from`: the earliest day. One query. */
export async function listOwnAfter(
  db: Reader,
  traineeId: string,
  { from, today }: { from: string; today: string },
): Promise<OwnAfter[]> {
  const rows = await db.all<Row>(sql`${own(traineeId)} where s.id in (
      select session_id from peer_attendance where trainee_id = ${traineeId} and attendance = 'there'
      union select session_id from peer_parts where trainee_id = ${traineeId} and role = 'leader' and ended_at is null
      union select session_id from peer_intentions where trainee_id = ${traineeId})
    and s.cancelled_at is null and s.day >= ${from} and s.day <= ${today} order by s.day desc, s.id`);
  return rows.map(ofRow);
}

export interface AfterCounts {
  readonly there: number;
  readonly apologies: number;
  readonly absent: number;
  /** How many said what they will do differently, and of whom later what became of it. */
  readonly intentions: number;
  readonly reviews: number;
}

const COUNTS = sql`
  (select count(*) from peer_attendance where session_id = s.id and attendance = 'there') as there,
  (select count(*) from peer_attendance where session_id = s.id and attendance = 'apologies') as apologies,
  (select count(*) from peer_attendance where session_id = s.id and attendance = 'absent') as absent,
  (select count(*) from peer_intentions where session_id = s.id) as intentions,
  (select count(*) from peer_intention_reviews where session_id = s.id) as reviews`;

/** What was written to whoever led, for her alone and without whose it is. */
const FEEDBACK = sql`iif(l.trainee_id is null, '[]', (select json_group_array(json_object('helped', helped, 'suggestion',
  suggestion, 'givenAt', given_at)) from peer_feedback where session_id = s.id and helped <> '')) as feedback`;

export interface After {
  readonly own: OwnAfter;
  readonly counts: AfterCounts;
  /** For `feedbackToShow`; empty for everybody who does not lead the session. */
  readonly feedback: readonly GivenFeedback[];
}

/** What somebody has to do with a session, how many did what afterwards, and what was written to her where she led it. One query. */
export async function findAfter(db: Reader, personId: string, sessionId: string): Promise<After | null> {
  const [row] = await db.all<Row & AfterCounts & { feedback: string }>(
    sql`select own.*, ${COUNTS}, ${FEEDBACK} from (${own(personId)} where s.id = ${sessionId}) own
      join peer_sessions s on s.id = own.sessionId
      left join peer_parts l on l.session_id = s.id and l.role = 'leader' and l.ended_at is null and l.trainee_id = ${personId}`,
  );
  if (!row) return null;
  const { there, apologies, absent, intentions, reviews, feedback, ...mine } = row;
  const given = JSON.parse(feedback) as { helped: string; suggestion: string; givenAt: number }[];
  return {
    own: ofRow(mine),
    counts: { there, apologies, absent, intentions, reviews },
    feedback: given.map(({ givenAt, ...words }) => ({ ...words, givenAt: new Date(givenAt * 1000) })),
  };
}

interface Said {
  readonly sessionId: string;
  readonly traineeId: string;
  readonly at: Date;
}

/** One a person and session: what she said first stays. */
export async function insertIntention(tx: Writer, { at, ...said }: Said & { readonly words: string }): Promise<void> {
  await tx.insert(peerIntentions).values({ ...said, saidAt: at });
}

export async function insertIntentionReview(
  tx: Writer,
  { at, ...said }: Said & { readonly outcome: IntentionOutcome; readonly words: string },
): Promise<void> {
  await tx.insert(peerIntentionReviews).values({ ...said, saidAt: at });
}

export async function insertFeedback(
  tx: Writer,
  { at, ...said }: Said & { readonly helped: string; readonly suggestion: string },
): Promise<void> {
  await tx.insert(peerFeedback).values({ ...said, givenAt: at });
}

export async function insertPeerEvidence(
  tx: Writer,
  made: { readonly sessionId: string; readonly traineeId: string; readonly evidenceId: string },
): Promise<void> {
  await tx.insert(peerEvidence).values(made);
}
