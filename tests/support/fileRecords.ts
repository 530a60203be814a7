import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AT, type Insert } from './demoRecords.ts';

/** What every file of these holds. */
export const FILE_CONTENT = '%PDF-1.7\nA made-up file.\n%%EOF\n';
const SHA256 = createHash('sha256').update(FILE_CONTENT).digest('hex');

interface FileRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly uploadedBy: string;
  readonly scan?: 'clean' | 'pending' | 'infected' | 'not_scanned';
  /** As the table keeps it. */
  readonly found?: string;
  /** The snapshot that holds it. */
  readonly submissionId?: string;
}

/** The row of a file; its content is `FILE_CONTENT`, which `keepFileContent` puts where the portal looks. */
export function addFile(insert: Insert, file: FileRow): void {
  const { id, evidenceId, uploadedBy, scan = 'not_scanned', found = '[]', submissionId } = file;
  insert('evidence_files', {
    id,
    evidence_id: evidenceId,
    uploaded_by: uploadedBy,
    name: 'plan.pdf',
    type: 'pdf',
    size_bytes: FILE_CONTENT.length,
    sha256: SHA256,
    scan,
    found,
    uploaded_at: AT,
  });
  if (submissionId) insert('submission_files', { submission_id: submissionId, file_id: id, position: 0 });
}

/** Puts the content beside a database that lies in the portal's folder `data`. */
export function keepFileContent(databasePath: string): void {
  const folder = join(dirname(databasePath), 'files/store', SHA256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SHA256), FILE_CONTENT);
}
