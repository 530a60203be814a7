import { type After, findAfter } from '#db/queries/peerSessions/afterwards.ts';
import { listAttendance } from '#db/queries/peerSessions/attendance.ts';
import { listPeerQuestions, type PeerQuestionRow } from '#db/queries/peerSessions/questions.ts';
import type { PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import type { Reader } from '#db/client.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { feedbackUntil } from '#src/domain/peerSessions/afterwards.ts';
import { feedbackToShow } from '#src/domain/peerSessions/feedback.ts';
import {
  firstHandedOn,
  handedOn,
  mayAskWithoutName,
  keptDay,
  whyNoQuestion,
} from '#src/domain/peerSessions/questions.ts';
import { newId, today } from '../portal.ts';
import { ownAfterView } from './ownAfter.ts';

interface Rights {
  readonly mayLead: boolean;
  readonly mayTake: boolean;
}

function rightsOf(viewer: Viewer, session: PeerSessionRow): Rights {
  const subject = { cohortId: session.cohortId, leaderId: session.leaderId };
  return { mayLead: can(viewer, 'peerSession.lead', subject), mayTake: can(viewer, 'peerSession.take', subject) };
}

function askingOf(viewer: Viewer, session: PeerSessionRow, questions: readonly PeerQuestionRow[]) {
  if (whyNoQuestion(session, today()) !== null) return null;
  return {
    id: newId(),
    mayAskWithoutName: mayAskWithoutName(session, today()),
    handedOn: keptDay(session, { today: today(), named: false }),
    own: questions.filter(({ askedBy }) => askedBy === viewer.id).map(({ id, words }) => ({ id, words })),
  };
}

/** The questions as whoever leads may read them today. */
export function questionsShown(session: Pick<PeerSessionRow, 'day'>, questions: readonly PeerQuestionRow[]) {
  return handedOn(questions, { day: session.day, today: today() }).map(({ id, words, askedByName, answeredAt }) => ({
    ...{ id, words, name: askedByName, isAnswered: answeredAt !== null },
  }));
}

function nextHandedOn(session: PeerSessionRow): string | null {
  if (today() >= session.day) return null;
  return today() < firstHandedOn(session) ? firstHandedOn(session) : session.day;
}

/** What the one who led reads and can make of it. A tutor is never among them: what people wrote is for whoever led. */
function ledOf({ own, feedback }: After, session: PeerSessionRow) {
  if (!own.isLeader || session.heldAt === null) return null;
  return {
    feedback: feedbackToShow(feedback, { day: session.day, today: today() }),
    feedbackUntil: feedbackUntil(session.day),
    isWhole: today() > feedbackUntil(session.day),
    evidenceId: own.evidenceId,
    newEvidenceId: newId(),
  };
}

const hasCome = (session: PeerSessionRow) => session.cancelledAt === null && session.day <= today();

/** The facts of a session's page below its plan. Three queries in one round trip for whoever leads, two for everybody else. */
async function readFacts(db: Reader, viewer: Viewer, session: PeerSessionRow) {
  const mayMark = rightsOf(viewer, session).mayLead && hasCome(session);
  const [after, questions, members] = await Promise.all([
    findAfter(db, viewer.id, session.id),
    listPeerQuestions(db, session.id),
    mayMark ? listAttendance(db, session) : null,
  ]);
  return after && { after, questions, members };
}

/** What is there for whoever leads: the questions, and the list to mark. */
function leading(session: PeerSessionRow, facts: NonNullable<Awaited<ReturnType<typeof readFacts>>>) {
  const isClosed = session.heldAt !== null;
  return {
    questions: {
      questions: questionsShown(session, facts.questions),
      nextHandedOn: isClosed ? null : nextHandedOn(session),
    },
    closing: facts.members && { members: facts.members, isClosed },
  };
}

/** What is there for a trainee of the cohort: to ask, to say afterwards, and to read where she led. */
function taking(
  { viewer, session }: { viewer: Viewer; session: PeerSessionRow },
  { after, questions }: NonNullable<Awaited<ReturnType<typeof readFacts>>>,
) {
  return {
    asking: askingOf(viewer, session, questions),
    own: session.heldAt === null ? null : ownAfterView(after.own, today()),
    led: ledOf(after, session),
  };
}

/** What stands under the plan of a session on its page, for whoever may read the session; null for somebody who may not. */
export async function loadAfterSession(db: Reader, viewer: Viewer, session: PeerSessionRow) {
  const { mayLead, mayTake } = rightsOf(viewer, session);
  if (!mayLead && !mayTake) return null;
  const facts = await readFacts(db, viewer, session);
  if (!facts) return null;
  return {
    sessionId: session.id,
    leaderName: session.leaderName,
    ...(mayTake ? taking({ viewer, session }, facts) : { asking: null, own: null, led: null }),
    ...(mayLead ? leading(session, facts) : { questions: null, closing: null }),
    counts: session.heldAt === null ? null : facts.after.counts,
  };
}
