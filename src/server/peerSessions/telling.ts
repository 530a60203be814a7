import { listMembersOf } from '#db/queries/peerSessions/plan.ts';
import type { PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import type { Writer } from '#db/client.ts';
import { notify, type Told } from '../notices/notify.ts';

type Session = Pick<PeerSessionRow, 'id' | 'cohortId'>;

/** What happened to a session, or to somebody’s part in it. Source: src/domain/notices/notice.ts. */
export type PeerNews = 'leader' | 'changed' | 'cancelled' | 'held';
export type SwapNews = 'asked' | 'accepted' | 'declined' | 'withdrawn';

interface News {
  readonly session: Session;
  readonly what: PeerNews;
  /** Tells one change from the next of the same kind: a row's id, or a revision. */
  readonly change: string;
}

function told(personId: string, { session, what, change }: News): Told {
  const details = { sessionId: session.id, cohortId: session.cohortId, what };
  const key = `peer-session:${session.id}:${what}:${change}`;
  return { personId, kind: 'peer-session', key, traineeId: null, details };
}

/** Tells some people what became of a session, in the transaction in which it does. */
export async function tellOfSession(tx: Writer, personIds: readonly string[], news: News): Promise<void> {
  await notify(
    tx,
    personIds.map((personId) => told(personId, news)),
  );
}

/** Tells everybody who is in the cohort now, save whoever did it. */
export async function tellCohort(tx: Writer, byId: string, news: News): Promise<void> {
  const members = await listMembersOf(tx, news.session.cohortId);
  const others = members.map(({ traineeId }) => traineeId).filter((id) => id !== byId);
  await tellOfSession(tx, others, news);
}

/** Tells one person of a wish to swap, or of the answer to hers. */
export async function tellOfSwap(
  tx: Writer,
  personId: string,
  { swapId, session, what }: { readonly swapId: string; readonly session: Session; readonly what: SwapNews },
): Promise<void> {
  const details = { swapId, sessionId: session.id, cohortId: session.cohortId, what };
  const key = `peer-swap:${swapId}:${what}`;
  await notify(tx, [{ personId, kind: 'peer-swap', key, traineeId: null, details }]);
}
