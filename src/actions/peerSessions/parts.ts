import { z } from 'astro/zod';
import { findSessionPlan } from '#db/queries/peerSessions/plan.ts';
import type { PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import { deletePreparation, endPart, insertPart, insertPreparation } from '#db/queries/peerSessions/writes.ts';
import type { Writer } from '#db/client.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { hasPart, TAKEN_ROLES, whyNotTake } from '#src/domain/peerSessions/parts.ts';
import { formatOf } from '#src/domain/peerSessions/planning.ts';
import { refuseFixedPlan, sessionFor } from '#src/server/peerSessions/planned.ts';
import { newId, now, portal } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';

export const roleForm = z.object({
  sessionId: recordId,
  role: z.enum(TAKEN_ROLES, { error: 'Choose a role' }),
});
type RoleForm = z.infer<typeof roleForm>;

export const preparationForm = z.object({
  sessionId: recordId,
  item: z.string().max(100),
  done: z.enum(['yes', 'no']),
});

/** Gives her a role that nobody has; what somebody left who is in the cohort no more ends here. */
export async function takeRole(tx: Writer, { sessionId, role }: RoleForm, viewer: Viewer) {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSession.take' });
  refuseFixedPlan(session);
  const { parts } = await findSessionPlan(tx, sessionId);
  const words = whyNotTake(role, viewer.id, { format: formatOf(portal().content.peerFormats, session.format), parts });
  if (words !== null) throw new Refusal('conflict', { words });
  if (parts.some((part) => part.role === role)) return { sessionId };
  await refuseFull(tx, 'peerParts', sessionId);
  await endPart(tx, { sessionId, role, at: now() });
  await insertPart(tx, { id: newId(), sessionId, traineeId: viewer.id, role, givenBy: viewer.id, givenAt: now() });
  return { sessionId };
}

/** Ends her own part; where she has none, nothing happens. */
export async function leaveRole(tx: Writer, { sessionId, role }: RoleForm, viewer: Viewer) {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSession.take' });
  refuseFixedPlan(session);
  await endPart(tx, { sessionId, role, traineeId: viewer.id, at: now() });
  return { sessionId };
}

/** Throws `conflict` where she does nothing in a session: only those who do, and its tutor, prepare it. */
export async function refuseStranger(tx: Writer, session: PeerSessionRow, viewer: Viewer): Promise<void> {
  const { parts } = await findSessionPlan(tx, session.id);
  const isTutor = can(viewer, 'peerRota.write', { cohortId: session.cohortId });
  if (isTutor || hasPart(parts, viewer.id)) return;
  throw new Refusal('conflict', { words: 'Take a role in this session first: those who have one prepare it.' });
}

/** Ticks an entry of the checklist, or takes the tick back. Who ticked it first stands. */
export async function prepare(tx: Writer, { sessionId, item, done }: z.infer<typeof preparationForm>, viewer: Viewer) {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSession.read' });
  refuseFixedPlan(session);
  await refuseStranger(tx, session, viewer);
  const entries = formatOf(portal().content.peerFormats, session.format)?.preparation ?? [];
  if (!entries.some(({ id }) => id === item)) throw new Refusal('not_found');
  if (done === 'yes') await insertPreparation(tx, { sessionId, item, personId: viewer.id, doneAt: now() });
  else await deletePreparation(tx, sessionId, item);
  return { sessionId };
}
