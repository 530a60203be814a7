import { z } from 'astro/zod';
import { findSessionPlan } from '#db/queries/peerSessions/plan.ts';
import { findMaterial, insertMaterial, removeMaterial } from '#db/queries/peerSessions/writes.ts';
import type { Writer } from '#db/client.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { MOST_MATERIALS, PEER_LIMITS } from '#src/domain/peerSessions/limits.ts';
import { addressProblem } from '#src/domain/peerSessions/planForm.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { refuseFixedPlan, sessionFor } from '#src/server/peerSessions/planned.ts';
import type { GuardedWrite } from '#src/server/guardedWrite.ts';
import { now } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { checkedPlaces, withReasons } from '../personalData.ts';
import { recordId } from '../typedFields.ts';
import { safeText, typedText } from '../typedText.ts';
import { refuseStranger } from './parts.ts';

const trimmed = (text: string) => text.trim();

export const materialForm = withReasons(
  z.object({
    id: z.uuid(),
    sessionId: recordId,
    materialTitle: typedText(PEER_LIMITS.title)
      .transform(trimmed)
      .refine((text) => text !== '', { error: 'Say what it is' }),
    materialWords: typedText(PEER_LIMITS.material).transform(trimmed),
    materialAddress: safeText(PEER_LIMITS.address).transform(trimmed),
  }),
);
type MaterialForm = z.infer<typeof materialForm>;

export const removalForm = z.object({ sessionId: recordId, materialId: recordId });

function refuseEmpty({ materialWords, materialAddress }: MaterialForm): void {
  if (materialWords === '' && materialAddress === '')
    throw new Refusal('bad_input', {
      fields: { materialWords: 'Write it here, or give the address of a public page' },
    });
  const words = materialAddress === '' ? null : addressProblem(materialAddress);
  if (words !== null) throw new Refusal('bad_input', { fields: { materialAddress: words } });
}

interface Sent {
  readonly form: MaterialForm;
  readonly reasons: readonly Justification[];
  readonly viewer: Viewer;
}

async function keep(tx: Writer, { form, reasons, viewer }: Sent): Promise<void> {
  const { id, sessionId, materialTitle: title, materialWords: words, materialAddress } = form;
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSession.read' });
  const known = await findMaterial(tx, id);
  if (known !== null && (known.sessionId !== sessionId || known.addedBy !== viewer.id)) throw new Refusal('conflict');
  if (known !== null) return;
  refuseFixedPlan(session);
  await refuseStranger(tx, session, viewer);
  const { materials } = await findSessionPlan(tx, sessionId);
  if (materials.length >= MOST_MATERIALS)
    throw new Refusal('bad_input', {
      words: `A session holds ${String(MOST_MATERIALS)} things to read. Take one out first.`,
    });
  await refuseFull(tx, 'peerMaterials', sessionId);
  const address = materialAddress === '' ? null : materialAddress;
  const added = { addedBy: viewer.id, addedAt: now(), reasons: JSON.stringify(reasons) };
  await insertMaterial(tx, { id, sessionId, title, words, address, ...added });
}

/** Keeps something to read. The same form again changes nothing. */
export async function addMaterial(form: MaterialForm, write: GuardedWrite) {
  refuseEmpty(form);
  const reasons = checkedPlaces(form, [
    { place: 'materialTitle', text: form.materialTitle },
    { place: 'materialWords', text: form.materialWords },
  ]);
  await write((tx, member) => keep(tx, { form, reasons, viewer: member }));
  return { sessionId: form.sessionId };
}

/** Takes it out for good. Throws `not_found` where it is another session’s, or neither hers nor hers to decide. */
export async function takeMaterialOut(
  tx: Writer,
  { sessionId, materialId }: z.infer<typeof removalForm>,
  viewer: Viewer,
) {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSession.read' });
  const material = await findMaterial(tx, materialId);
  const mayLead = can(viewer, 'peerSession.lead', { cohortId: session.cohortId, leaderId: session.leaderId });
  if (material?.sessionId !== sessionId || (material.addedBy !== viewer.id && !mayLead)) throw new Refusal('not_found');
  await removeMaterial(tx, materialId, now());
  return { sessionId };
}
