import { listRemovedHashes } from '#db/queries/files.ts';
import { portal, read } from '../portal.ts';

/** Removes the contents of a piece of evidence whose files were removed. Call it once that is written; what is still used stays. */
export async function letGoOfContents(evidenceId: string): Promise<void> {
  const hashes = await read((db) => listRemovedHashes(db, evidenceId));
  for (const sha256 of hashes) await portal().files.removeContent(sha256);
}
