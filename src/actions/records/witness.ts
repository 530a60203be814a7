import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findEvidence, insertEvidence } from '#db/queries/portfolio.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { isWitnessRequestKept } from '#db/queries/witness.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { versionOfClaims } from '#src/server/claims.ts';
import { now } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { assessorNow } from '#src/server/viewerNow.ts';
import { criteriaVersion, recordId } from '../typedFields.ts';
import { neededText } from '../typedText.ts';
import { keepWitnessRequest, witnessAsked } from '../witness.ts';

/** In the order of the form, so that what is wrong is told in that order. */
const asked = z.object({
  id: z.uuid(),
  traineeId: recordId,
  title: neededText(EVIDENCE_LIMITS.titleMax, 'Say in a few words what it is about').transform((text) => text.trim()),
  ...witnessAsked.shape,
  criteria: z.array(z.string().max(20)).max(EVIDENCE_LIMITS.criteriaMax).default([]),
  criteriaVersion,
});

/** The testimony is the trainee's to hand in, so it is begun in her portfolio; the assessor only asks for it. */
async function begin(
  tx: Writer,
  viewer: Viewer,
  sent: z.infer<typeof asked> & { readonly qualificationVersion: string },
): Promise<string | null> {
  const { id, traineeId, title, criteria, requestId, qualificationVersion } = sent;
  authorise(await assessorNow(tx, viewer), 'record.write', await findTrainee(tx, traineeId));
  if (await isWitnessRequestKept(tx, requestId)) return null;
  if (await findEvidence(tx, id)) throw new Refusal('conflict');
  await refuseFull(tx, 'witnessAsked', viewer.id);
  const words = { title, text: '', claims: [...new Set(criteria)], qualificationVersion, at: now() };
  await insertEvidence(tx, { id, traineeId, kind: 'witness_testimony', ...words });
  return keepWitnessRequest(tx, viewer, { ...sent, evidenceId: id });
}

export const witnessActions = {
  /** An assessor asks a witness about a trainee's work herself. Gives the address of the link, this once. */
  askWitness: defineAction({
    accept: 'form',
    input: asked,
    handler: guarded({
      ability: 'record.write',
      subject: ({ traineeId }, _viewer, db) => findTrainee(db, traineeId),
      run: async (sent, _viewer, { write }) => {
        const qualificationVersion = await versionOfClaims(sent);
        const address = await write((tx, viewer) => begin(tx, viewer, { ...sent, qualificationVersion }));
        return { evidenceId: sent.id, address, witnessName: sent.witnessName };
      },
    }),
  }),
};
