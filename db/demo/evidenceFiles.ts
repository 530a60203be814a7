import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import { DEMO_FILES } from './files/told.ts';
import type { DemoRows } from './rows.ts';

/** Keeps a content where the portal keeps files, and gives back its SHA-256. */
export type KeepFile = (bytes: Buffer) => Promise<string>;

type HeldFile = SnapshotV2['files'][number];

/** The files of each piece of evidence, by its id. */
export type DemoFiles = ReadonlyMap<string, readonly HeldFile[]>;

/** Puts the files of the demo where the portal keeps files; none where nothing keeps them. */
export async function keepDemoFiles(keepFile: KeepFile | undefined): Promise<DemoFiles> {
  if (!keepFile) return new Map();
  const kept = await Promise.all(
    DEMO_FILES.map(async ({ id, evidenceId, name, type, bytes: make }) => {
      const bytes = make();
      return { evidenceId, file: { id, name, type, sizeBytes: bytes.length, sha256: await keepFile(bytes) } };
    }),
  );
  return new Map(kept.map(({ evidenceId, file }) => [evidenceId, [file]]));
}

/** The rows of files: whose they are, and that nobody scanned them. */
export function tellFiles(
  rows: DemoRows,
  { evidenceId, uploadedBy, uploadedAt }: { evidenceId: string; uploadedBy: string; uploadedAt: Date },
  files: readonly HeldFile[],
): void {
  for (const file of files)
    rows.evidenceFiles.push({
      ...file,
      type: file.type as 'pdf',
      ...{ evidenceId, uploadedBy, uploadedAt, scan: 'not_scanned', found: '[]' },
    });
}

/** Which of them a snapshot holds. */
export function tellHeldFiles(rows: DemoRows, { id, files }: Pick<SnapshotV2, 'id' | 'files'>): void {
  for (const [position, file] of files.entries())
    rows.submissionFiles.push({ submissionId: id, fileId: file.id, position });
}
