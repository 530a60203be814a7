import { findAfter, insertPeerEvidence } from '#db/queries/peerSessions/afterwards.ts';
import { findPeerSession } from '#db/queries/peerSessions/sessions.ts';
import { insertEvidence } from '#db/queries/portfolio.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { evidenceOfSession } from '#src/domain/peerSessions/evidence.ts';
import { feedbackToShow } from '#src/domain/peerSessions/feedback.ts';
import { now, portal, today } from '../portal.ts';
import { readQualifications } from '../qualification.ts';
import { refuseFull } from '../room.ts';

interface Wanted {
  readonly viewer: Viewer;
  readonly sessionId: string;
  /** For the draft, made when the form was shown. */
  readonly evidenceId: string;
}

/**
 * The draft of evidence that a session became for whoever led it, made once: facts, her own words, and questions for her to answer.
 * Throws `not_found`; `conflict` before the session was closed.
 */
export async function sessionAsEvidence(tx: Writer, { viewer, sessionId, evidenceId }: Wanted): Promise<string> {
  const [session, after] = [await findPeerSession(tx, sessionId), await findAfter(tx, viewer.id, sessionId)];
  if (!session || !after?.own.isLeader) throw new Refusal('not_found');
  const { own, counts, feedback } = after;
  if (own.evidenceId !== null) return own.evidenceId;
  if (session.heldAt === null) throw new Refusal('conflict', { words: 'Close the session first.' });
  await refuseFull(tx, 'evidence', viewer.id);
  const { there, apologies, absent } = counts;
  const shown = feedbackToShow(feedback, { day: session.day, today: today() });
  const qualifications = await readQualifications(tx);
  const format = portal().content.peerFormats.find(({ id }) => id === session.format);
  const draft = evidenceOfSession({
    session: { ...session, formatName: format?.name ?? null },
    ...{ there, outOf: there + apologies + absent, feedbackCount: shown.length },
    ...{ intention: own.intention, review: own.review, qualifications },
  });
  const kept = { ...draft, qualificationVersion: qualifications.current.version, at: now() };
  await insertEvidence(tx, { id: evidenceId, traineeId: viewer.id, kind: 'reflective_account', ...kept });
  await insertPeerEvidence(tx, { sessionId, traineeId: viewer.id, evidenceId });
  return evidenceId;
}
