import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import { removalOf } from './parts.ts';

const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg' };
const LONGEST_NAME = 80;

/** A name that every system can unpack: letters, digits, hyphens and dots inside it. */
function safeName(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return plain.replace(/^[.-]+|[.-]+$/g, '').slice(0, LONGEST_NAME) || 'file';
}

/** Where a file lies in the export: numbered, so that two of the same name both have a place. */
function pathOf(name: string, type: string, number: number): string {
  const ending = ENDINGS[type] ?? type;
  const base = safeName(name).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return `files/${String(number).padStart(3, '0')}-${base}.${ending}`;
}

/** A file goes along while its content is there and nobody condemned it. */
const isThere = ({ removedAt, scan }: PortfolioRows['files'][number]) => removedAt === null && scan !== 'infected';

/** Every file of a portfolio that is hers: of her own drafts, and of what was handed in. `path` null: its content is gone, or not let out. */
export function filesOf(rows: PortfolioRows) {
  const handedIn = new Set(rows.snapshotFiles.map(({ fileId }) => fileId));
  const ownItems = new Set(rows.items.filter(({ writerId }) => writerId === null).map(({ id }) => id));
  const hers = rows.files.filter(({ id, evidenceId }) => handedIn.has(id) || ownItems.has(evidenceId));
  return hers.map((file, index) => ({
    id: file.id,
    evidenceId: file.evidenceId,
    name: file.name,
    type: file.type,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    scan: file.scan,
    uploadedAt: wholeSecond(file.uploadedAt),
    takenOffAt: file.takenOffAt && wholeSecond(file.takenOffAt),
    removedAt: file.removedAt && wholeSecond(file.removedAt),
    removal: removalOf(rows, 'file', file.id),
    path: isThere(file) ? pathOf(file.name, file.type, index + 1) : null,
  }));
}
export type ExportedFile = ReturnType<typeof filesOf>[number];
