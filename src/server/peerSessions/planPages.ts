import { findSessionPlan, listColleagues, listOwnParts } from '#db/queries/peerSessions/plan.ts';
import { listPeerSessions, type PeerSessionRow, sessionSubject } from '#db/queries/peerSessions/sessions.ts';
import { listSwaps, type SwapRow } from '#db/queries/peerSessions/swaps.ts';
import type { Reader } from '#db/client.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { checklist, openPreparations } from '#src/domain/peerSessions/checklist.ts';
import { hasPart, rolesToTake } from '#src/domain/peerSessions/parts.ts';
import { formatOf, planGaps, whyPlanFixed } from '#src/domain/peerSessions/planning.ts';
import type { PeerRole } from '#src/domain/peerSessions/words.ts';
import { portal, today } from '../portal.ts';

const formatNow = ({ format }: PeerSessionRow) => formatOf(portal().content.peerFormats, format);

/** What the viewer may do on the page of a session today. */
function rightsOf(viewer: Viewer, session: PeerSessionRow, isPart: boolean) {
  const isOpen = whyPlanFixed(session, today()) === null;
  const subject = { cohortId: session.cohortId, leaderId: session.leaderId };
  const isTutor = can(viewer, 'peerRota.write', subject);
  return {
    isTutor,
    mayPlan: isOpen && can(viewer, 'peerSession.lead', subject),
    mayTake: isOpen && can(viewer, 'peerSession.take', subject),
    mayPrepare: isOpen && (isTutor || isPart),
    maySwap: isOpen && can(viewer, 'peerSwap.ask', subject),
    mayRun: session.cancelledAt === null && can(viewer, 'peerSession.lead', subject),
  };
}

const concerns = (swap: SwapRow, sessionId: string) => swap.sessionId === sessionId || swap.inReturnId === sessionId;

/** Everything about a session before it is held. Three queries in one round trip for whoever leads it, two for everybody else. */
export async function loadSessionPlan(db: Reader, viewer: Viewer, session: PeerSessionRow) {
  const isLeader = can(viewer, 'peerSwap.ask', sessionSubject(session) ?? { cohortId: '', leaderId: null });
  const [plan, swaps, colleagues] = await Promise.all([
    findSessionPlan(db, session.id),
    listSwaps(db, viewer, session.cohortId),
    isLeader ? listColleagues(db, viewer, { cohortId: session.cohortId, from: today() }) : [],
  ]);
  const format = formatNow(session);
  return {
    ...plan,
    rights: rightsOf(viewer, session, hasPart(plan.parts, viewer.id)),
    format,
    gaps: planGaps(session),
    roles: rolesToTake(format),
    checklist: checklist(format, session.day, { done: plan.done, today: today() }),
    swaps: swaps.filter((swap) => concerns(swap, session.id)),
    colleagues,
  };
}

interface OwnPart {
  readonly sessionId: string;
  readonly role: PeerRole;
  readonly done: string;
}

/** One session as the rota of a trainee shows it. */
function ownSession(session: PeerSessionRow, parts: readonly OwnPart[]) {
  const own = parts.filter(({ sessionId }) => sessionId === session.id);
  const format = own.length === 0 ? null : formatNow(session);
  const open = openPreparations(format, session.day, JSON.parse(own[0]?.done ?? '[]') as string[]);
  return {
    session,
    formatName: formatNow(session)?.name ?? null,
    roles: own.map(({ role }) => role),
    gaps: own.some(({ role }) => role === 'leader') ? planGaps(session) : [],
    next: open[0] ?? null,
    open: open.length,
    of: format?.preparation.length ?? 0,
  };
}

export type OwnSession = ReturnType<typeof ownSession>;

/** The sessions of a trainee’s cohort, with her own part in each, and what colleagues and she asked each other. Three queries in one round trip. */
export async function loadOwnSessions(db: Reader, viewer: Viewer) {
  const [cohortId = ''] = viewer.memberOf;
  const [sessions, parts, swaps] = await Promise.all([
    listPeerSessions(db, viewer, cohortId),
    listOwnParts(db, viewer.id),
    listSwaps(db, viewer, cohortId),
  ]);
  const all = sessions.map((session) => ownSession(session, parts));
  const coming = all.filter(({ session }) => whyPlanFixed(session, today()) === null);
  return {
    coming,
    past: all.filter(({ session }) => !coming.some((one) => one.session.id === session.id)).toReversed(),
    open: swaps.filter(({ answer }) => answer === null),
  };
}
