import { findRemoval, insertRemoval, isSignedEvidence } from '#db/queries/retention.ts';
import { isWordGroup } from '#db/queries/retentionWords.ts';
import type { Reader, Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { findRecord, type Found } from './find.ts';

export interface Removal {
  readonly kind: RecordGroup;
  /** As docs/retention.md names it: the evidence of a draft, the assessment of feedback, the trainee of what she wrote for herself. */
  readonly recordId: string;
  /** The rule or the request it goes by, in words that its page shows. */
  readonly reason: string;
  /** Null where its time is over. */
  readonly removedBy: string | null;
  readonly at: Date;
}

/** `changed`: the words are not those of the hash, so they stay until somebody has looked; the ledger verifier says the same. */
export type Removed = 'removed' | 'before' | 'changed';

const SIGNED =
  'A signature rests on this evidence, so nobody takes it away. Its content goes when its time to be kept is over.';

/** A person removes what belongs to her own evidence and nothing is signed on; what others said about it goes when its time is over. */
async function refuseByHand(tx: Writer, { kind }: Removal, { evidenceId }: Found): Promise<void> {
  const isOthers = isWordGroup(kind) && kind !== 'witness_contact';
  if (isOthers || (evidenceId !== null && (await restsOnSignature(tx, evidenceId))))
    throw new Refusal('conflict', { words: SIGNED });
}

/**
 * Removes the content of a record; its row, its dates and its hash stay, so that the ledger can still be verified. A repeat changes
 * nothing; words that came to a record after its removal, because a trainee came back, go by the same removal.
 * Throws `not_found`; `conflict` where a person asks and a signature rests on the evidence.
 * The bytes of a file and of an export go after the transaction: `sweepFiles`.
 */
export async function removeContent(tx: Writer, removal: Removal): Promise<Removed> {
  const { kind, recordId, reason, removedBy, at } = removal;
  const isRemoved = (await findRemoval(tx, kind, recordId)) !== null;
  if (isRemoved && !isWordGroup(kind)) return 'before';
  const found = await findRecord(tx, kind, { recordId, at });
  if (!found && isRemoved) return 'before';
  if (!found) throw new Refusal('not_found');
  if (removedBy !== null) await refuseByHand(tx, removal, found);
  if (found.isChanged) return 'changed';
  await insertRemoval(tx, { kind, recordId, sha256: found.sha256, reason, removedBy, removedAt: at });
  await found.empty();
  return 'removed';
}

/** Whether a signature rests on a piece of evidence, or did until it was opened again. Then nobody takes it away; only the end of its time does. */
export async function restsOnSignature(db: Reader, evidenceId: string): Promise<boolean> {
  return isSignedEvidence(db, evidenceId);
}
