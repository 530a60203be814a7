import { rename, rm } from 'node:fs/promises';
import type { ExportRecord } from '#db/queries/exports.ts';
import { readPortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { listQualificationVersions } from '#db/queries/qualification.ts';
import type { Database, Reader } from '#db/client.ts';
import { type Qualification, qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import { portfolioFile } from './portfolioFile.ts';
import { type OpenContent, portfolioParts, stepsOf } from './portfolioParts.ts';
import type { ProofPlaces } from './proof.ts';
import { type WrittenZip, writeZip } from './zip.ts';

/** What making an export needs of the portal. */
export interface ExportWorld {
  readonly database: Database;
  readonly places: ProofPlaces;
  readonly openContent: OpenContent;
  /** With the criteria that came with the portal, the first version. */
  readonly content: { readonly qualification: Qualification };
  readonly now: () => Date;
}

export interface Making {
  readonly asked: ExportRecord;
  /** Where the finished file goes; it is written beside it. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => Promise<void>;
}

/** Every version of the criteria, oldest first. One query. */
async function everyVersion(db: Reader, first: Qualification): Promise<Qualification[]> {
  const rows = await listQualificationVersions(db);
  const later = rows.map(({ version, label, notice, units }) =>
    qualificationSchema.parse({ version, label, notice, units: JSON.parse(units) as unknown }),
  );
  return [first, ...later];
}

/** Makes the whole file of one export. Rejects where it could not be finished; nothing half made stays. */
export async function makeExport(world: ExportWorld, { asked, path, signal, onProgress }: Making): Promise<WrittenZip> {
  const { database } = world;
  const [rows, qualifications] = await database.read(
    async (db) =>
      [await readPortfolioRows(db, asked.traineeId), await everyVersion(db, world.content.qualification)] as const,
  );
  const at = world.now();
  const file = portfolioFile(rows, { exportId: asked.id, traineeId: asked.traineeId, exportedAt: at, qualifications });
  const total = stepsOf(file);
  let done = 0;
  const onPart = async (part: { path: string }) => {
    const counts = !/^(?:proof|ledger|FORMAT)/.test(part.path);
    if (counts) await onProgress((done += 1), total);
  };
  const beside = `${path}.part`;
  try {
    await rm(beside, { force: true });
    const written = await writeZip({
      path: beside,
      parts: portfolioParts({ ...world, rows, file }),
      at,
      signal,
      onPart,
    });
    await rename(beside, path);
    return written;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
