import { findSignOff, insertSignOffUnlock, listSignOffsOfTrainee, type SignOffRecord } from '#db/queries/signing.ts';
import { findUnderSignature } from '#db/queries/signingFacts.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { signOffUnlockBody } from '#src/domain/ledger/signOffUnlockBody.ts';
import { standsOn } from '#src/domain/portfolio/standsOn.ts';
import { unlockProblem } from '#src/domain/portfolio/unlocking.ts';
import { sha256 } from '../ledger/hashes.ts';
import { now, portal } from '../portal.ts';
import { signerOf } from './signer.ts';

export interface UnlockRequest {
  readonly signOffId: string;
  readonly viewer: Viewer;
  readonly reason: string;
  /** When her password was last checked. */
  readonly factorAt: Date;
}

/**
 * Opens a signature again, in the caller's transaction, with those of the unit and the qualification that stand on it: an entry and a
 * row for each. Gives back what was opened, the one that was named first. Throws as `unlockProblem` says. Call
 * `portal().ledger.anchor()` after the commit.
 */
export async function unlockSignOff(tx: Writer, request: UnlockRequest): Promise<SignOffRecord[]> {
  const { signOffId, viewer, reason, factorAt } = request;
  const named = await findSignOff(tx, signOffId);
  if (!named) throw new Refusal('not_found');
  const { traineeId } = named;
  const standing = (await listSignOffsOfTrainee(tx, traineeId)).filter(({ unlock }) => unlock === null);
  const opened = [named, ...standsOn(named, standing)];
  const under = await findUnderSignature(tx, signOffId);
  const at = now();
  const refusal = unlockProblem({
    viewerId: viewer.id,
    traineeId,
    samplesBasis: viewer.roles.includes('verifier') && under.sampledBy.includes(viewer.id),
    decidedBy: [...under.decidedBy, ...opened.map(({ signedBy }) => signedBy)],
    isOpenAlready: named.unlock !== null,
    reason,
    factorAt,
    at,
  });
  if (refusal) throw refusal;
  const signer = signerOf(viewer, { traineeId, factorAt, at });
  for (const { id, ledgerSeq } of opened) {
    const body = signOffUnlockBody(signer, { signOffId: id, opens: ledgerSeq, reasonSha256: sha256(reason) });
    const { seq } = await portal().ledger.append(tx, body);
    await insertSignOffUnlock(tx, { signOffId: id, verifierId: viewer.id, reason, unlockedAt: at, ledgerSeq: seq });
  }
  return opened;
}
