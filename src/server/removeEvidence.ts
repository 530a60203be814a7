import { unlinkPlanItems } from '#db/queries/assessmentPlan.ts';
import { emptyDraft } from '#db/queries/portfolio.ts';
import { listContents } from '#db/queries/snapshots.ts';
import { listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import { revokeWitnessRequests } from '#db/queries/witness.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import { removeProblem } from '#src/domain/portfolio/takingBack.ts';
import { readQualifications } from './qualification.ts';
import { removeContent, restsOnSignature } from './retention/remove.ts';

interface Removal {
  readonly evidenceId: string;
  readonly removedBy: string;
  readonly at: Date;
}

const REASON = 'Its writer took the evidence out of the portfolio';

/**
 * Takes a piece of evidence out of a portfolio: the words of its draft, of every version and of what was said about it go, the hashes
 * stay. Throws `conflict` where somebody has it or relies on it: a signature, a sample, an assessor who is looking at it.
 */
export async function removeEvidence(tx: Writer, removal: Removal): Promise<void> {
  const { evidenceId, at } = removal;
  await refuseRelied(tx, evidenceId);
  for (const content of await listContents(tx, evidenceId)) await removeOne(tx, { ...removal, ...content });
  await revokeWitnessRequests(tx, evidenceId, at);
  if (!(await emptyDraft(tx, evidenceId, at))) throw new Refusal('not_found');
  await unlinkPlanItems(tx, evidenceId);
}

async function refuseRelied(tx: Writer, evidenceId: string): Promise<void> {
  const snapshots = await listSubmissionsOfEvidence(tx, evidenceId);
  const newest = snapshots.at(-1);
  const refusal = removeProblem({
    state: evidenceState(newest ? stateFacts(newest, await readQualifications(tx)) : null),
    isSigned: await restsOnSignature(tx, evidenceId),
    isSampled: snapshots.some(({ sampledBy }) => sampledBy.length > 0),
  });
  if (refusal) throw refusal;
}

type Content = Awaited<ReturnType<typeof listContents>>[number];

async function removeOne(tx: Writer, { kind, recordId, removedBy, at }: Removal & Content): Promise<void> {
  const done = await removeContent(tx, { kind, recordId, reason: REASON, removedBy, at });
  if (done !== 'changed') return;
  throw new Refusal('conflict', {
    words: 'This evidence no longer fits its hash, so it stays until somebody has looked.',
  });
}
