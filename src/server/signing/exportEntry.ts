import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { portfolioExportBody } from '#src/domain/ledger/portfolioExportBody.ts';
import { now, portal } from '../portal.ts';
import { signerOf } from './signer.ts';

/**
 * Writes into the ledger that a trainee took her whole portfolio with her, in the caller's transaction, which keeps the row of
 * `portfolio_exports` with the number that comes back. Call `portal().ledger.anchor()` after the commit.
 */
export async function logExport(
  tx: Writer,
  {
    viewer,
    exportId,
    factorAt = viewer.session.authenticatedAt,
  }: { viewer: Viewer; exportId: string; factorAt?: Date },
): Promise<number> {
  const signer = signerOf(viewer, { traineeId: viewer.id, factorAt, at: now() });
  const { seq } = await portal().ledger.append(tx, portfolioExportBody(signer, exportId));
  return seq;
}
