import type { Viewer } from '#src/domain/access/viewer.ts';
import type { SignerFacts } from '#src/domain/ledger/entryBody.ts';
import { sessionRef } from '../ledger/hashes.ts';

/** Who signs, for an entry of the ledger. */
export function signerOf(
  viewer: Viewer,
  { traineeId, factorAt, at }: Pick<SignerFacts, 'traineeId' | 'factorAt' | 'at'>,
): SignerFacts {
  return { viewerId: viewer.id, sessionRef: sessionRef(viewer.session.id), factorAt, traineeId, at };
}
