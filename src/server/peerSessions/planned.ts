import { findPeerSession, type PeerSessionRow, sessionSubject } from '#db/queries/peerSessions/sessions.ts';
import { withdrawSwapsAbout } from '#db/queries/peerSessions/swaps.ts';
import { endPart, insertPart } from '#db/queries/peerSessions/writes.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { whyPlanFixed } from '#src/domain/peerSessions/planning.ts';
import { newId, now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { tellOfSession, tellOfSwap } from './telling.ts';

type PlanAbility = 'peerSession.read' | 'peerSession.lead' | 'peerSession.take' | 'peerRota.write' | 'peerSwap.ask';

/** What `authorise` asks about a session, by its id. */
export const sessionSubjectOf = async (db: Reader, sessionId: string) =>
  sessionSubject(await findPeerSession(db, sessionId));

/** A session, asked for again inside the transaction: who leads it may have changed meanwhile. Throws `not_found`. */
export async function sessionFor(
  db: Reader,
  viewer: Viewer,
  { sessionId, ability }: { readonly sessionId: string; readonly ability: PlanAbility },
): Promise<PeerSessionRow> {
  const session = await findPeerSession(db, sessionId);
  authorise(viewer, ability, sessionSubject(session));
  if (!session) throw new Refusal('not_found');
  return session;
}

/** Throws `conflict` where the plan of a session stays as it is. */
export function refuseFixedPlan(session: PeerSessionRow): void {
  const words = whyPlanFixed(session, today());
  if (words !== null) throw new Refusal('conflict', { words });
}

/** Who takes a session over, and by whom that was decided. */
interface TakeOver {
  readonly session: PeerSessionRow;
  /** Null: nobody leads it for now. */
  readonly leaderId: string | null;
  readonly byId: string;
  /** The swap that it comes from: it is not taken back. */
  readonly swapId?: string;
}

/**
 * Gives a session to another leader. The part before ends and stays in the history; wishes to swap it are over, and whoever waits for an
 * answer is told; so are both leaders, save the one whose doing it is.
 */
export async function changeLeader(tx: Writer, { session, leaderId, byId, swapId = '' }: TakeOver): Promise<void> {
  const at = now();
  const { id: sessionId, leaderId: before } = session;
  await refuseFull(tx, 'peerParts', sessionId);
  await endPart(tx, { sessionId, role: 'leader', at });
  const partId = newId();
  if (leaderId !== null)
    await insertPart(tx, { id: partId, sessionId, traineeId: leaderId, role: 'leader', givenBy: byId, givenAt: at });
  await withdrawSwaps(tx, [session], swapId);
  const told = (id: string | null) => (id === null || id === byId ? [] : [id]);
  // Whoever asked for a swap is told that it was agreed to.
  if (swapId === '') await tellOfSession(tx, told(before), { session, what: 'changed', change: partId });
  await tellOfSession(tx, told(leaderId), { session, what: 'leader', change: partId });
}

/** Takes back the wishes to swap sessions that have changed hands or are cancelled, and tells whoever asked. */
export async function withdrawSwaps(
  tx: Writer,
  sessions: readonly Pick<PeerSessionRow, 'id' | 'cohortId'>[],
  except = '',
): Promise<void> {
  const over = await withdrawSwapsAbout(tx, { sessionIds: sessions.map(({ id }) => id), at: now(), except });
  const [session] = sessions;
  if (!session) return;
  for (const { id: swapId, askedBy, sessionId } of over)
    await tellOfSwap(tx, askedBy, {
      swapId,
      session: { id: sessionId, cohortId: session.cohortId },
      what: 'withdrawn',
    });
}
