import { and, asc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  evidenceFiles,
  evidenceItems,
  samples,
  submissionFiles,
  submissions,
  withdrawals,
} from '#db/schema/index.ts';
import type { FileUse } from '#src/domain/files/limits.ts';
import type { ScanState } from '#src/domain/files/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { PersonalDataKind } from '#src/domain/personalData/words.ts';
import { RECORD_PARTS } from '#src/domain/portfolio/words.ts';

/** Kinds of personal data found in a file's text and not answered for yet, and how often each. */
export type FoundKinds = readonly (readonly [kind: PersonalDataKind, count: number])[];

type Row = typeof evidenceFiles.$inferSelect;

/** A file of evidence without its content, which lies in FILES_DIR under its hash. */
export type FileRecord = Omit<Row, 'found'> & { readonly found: FoundKinds };

const fileOf = ({ found, ...row }: Row): FileRecord => ({ ...row, found: JSON.parse(found) as FoundKinds });

/** The files of a draft as its writer sees them, oldest first; one that a scanner condemned is still listed. One query. */
export async function listFilesOfEvidence(db: Reader, evidenceId: string): Promise<FileRecord[]> {
  const rows = await db
    .select()
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.evidenceId, evidenceId), isNull(evidenceFiles.takenOffAt)))
    .orderBy(asc(evidenceFiles.uploadedAt), sql`${evidenceFiles}.rowid`);
  return rows.map(fileOf);
}

/** The files that a snapshot holds, in its order. One query. */
export async function listFilesOfSubmission(db: Reader, submissionId: string): Promise<FileRecord[]> {
  const rows = await db
    .select({ file: evidenceFiles })
    .from(submissionFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.id, submissionFiles.fileId))
    .where(eq(submissionFiles.submissionId, submissionId))
    .orderBy(asc(submissionFiles.position));
  return rows.map(({ file }) => fileOf(file));
}

/** The files of many snapshots, by snapshot. One query. */
export async function listFilesOfSubmissions(
  db: Reader,
  submissionIds: readonly string[],
): Promise<Map<string, FileRecord[]>> {
  if (submissionIds.length === 0) return new Map();
  const rows = await db
    .select({ submissionId: submissionFiles.submissionId, file: evidenceFiles })
    .from(submissionFiles)
    .innerJoin(evidenceFiles, eq(evidenceFiles.id, submissionFiles.fileId))
    .where(inArray(submissionFiles.submissionId, [...submissionIds]))
    .orderBy(asc(submissionFiles.position));
  const bySubmission = new Map<string, FileRecord[]>();
  for (const { submissionId, file } of rows)
    bySubmission.set(submissionId, [...(bySubmission.get(submissionId) ?? []), fileOf(file)]);
  return bySubmission;
}

/** Writes down which files a snapshot holds, in this order. */
export async function insertSubmissionFiles(
  tx: Writer,
  submissionId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.insert(submissionFiles).values(fileIds.map((fileId, position) => ({ submissionId, fileId, position })));
}

/** Who may read a file is asked of the evidence it belongs to and of the snapshots that hold it. */
export interface FileSubject {
  readonly file: FileRecord;
  readonly traineeId: string;
  readonly cohortId: string | null;
  /** Whoever writes the draft: the trainee, or the assessor of a record. */
  readonly writerId: string;
  readonly submissionIds: readonly string[];
  /** Quality assurers who were given one of those snapshots. */
  readonly sampledBy: readonly string[];
  /** Assessors in training who decided on one of them: a colleague countersigns that, and reads what it is about. */
  readonly inTraining: readonly string[];
  /** The same snapshots as far as each decides who reads it: see `visibleSnapshots`. */
  readonly snapshots: readonly HoldingSnapshot[];
}

/** A snapshot that holds a file. */
export interface HoldingSnapshot {
  readonly id: string;
  readonly withdrawnAt: Date | null;
  /** A record of an assessor that not both have signed. */
  readonly awaitsSignatures: boolean;
  readonly sampledBy: readonly string[];
  readonly inTraining: readonly string[];
}

/** As JSON: [snapshot, when it was taken back, whether a signature is missing under it, who samples it, who decided on it in training]. */
const holdersOf = sql<string>`(select json_group_array(json_array(b.id,
    (select w.withdrawn_at from ${withdrawals} w where w.submission_id = b.id),
    b.writer_id is not null and (select count(*) from record_signatures r where r.submission_id = b.id) < ${RECORD_PARTS.length},
    json((select json_group_array(m.verifier_id) from ${samples} m where m.submission_id = b.id)),
    json((select json_group_array(distinct a.assessor_id) from assessments a where a.submission_id = b.id and a.needs_countersign = 1))))
  from ${submissionFiles} f join ${submissions} b on b.id = f.submission_id where f.file_id = ${evidenceFiles.id})`;

type Holder = [id: string, withdrawnAt: number | null, awaits: 0 | 1, sampledBy: string[], inTraining: string[]];

const holdersIn = (json: string): HoldingSnapshot[] =>
  (JSON.parse(json) as Holder[]).map(([id, withdrawnAt, awaits, sampledBy, inTraining]) => ({
    id,
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt * 1000),
    awaitsSignatures: awaits === 1,
    sampledBy,
    inTraining,
  }));

/** One file with what its readers are asked about, or null. One query. */
export async function findFile(db: Reader, fileId: string): Promise<FileSubject | null> {
  const [row] = await db
    .select({
      file: evidenceFiles,
      traineeId: evidenceItems.traineeId,
      writerId: sql<string>`coalesce(${evidenceItems.writerId}, ${evidenceItems.traineeId})`,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      snapshots: holdersOf,
    })
    .from(evidenceFiles)
    .innerJoin(evidenceItems, eq(evidenceItems.id, evidenceFiles.evidenceId))
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, evidenceItems.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(evidenceFiles.id, fileId));
  if (!row) return null;
  const snapshots = holdersIn(row.snapshots);
  return {
    ...row,
    file: fileOf(row.file),
    snapshots,
    submissionIds: snapshots.map(({ id }) => id),
    sampledBy: [...new Set(snapshots.flatMap(({ sampledBy }) => sampledBy))],
    inTraining: [...new Set(snapshots.flatMap(({ inTraining }) => inTraining))],
  };
}

/** What a person has kept and uploaded, and how many files the item has. `since`: the instant her day began. One query. */
export async function fileUse(
  db: Reader,
  { personId, evidenceId, since }: { personId: string; evidenceId: string; since: Date },
): Promise<FileUse> {
  const [row] = await db
    .select({
      keptBytes: sql<number>`coalesce(sum(case when ${evidenceFiles.removedAt} is null then ${evidenceFiles.sizeBytes} end), 0)`,
      today: sql<number>`coalesce(sum(${gte(evidenceFiles.uploadedAt, since)}), 0)`,
      todayBytes: sql<number>`coalesce(sum(case when ${gte(evidenceFiles.uploadedAt, since)} then ${evidenceFiles.sizeBytes} end), 0)`,
      onItem: sql<number>`(select count(*) from ${evidenceFiles} e where e.evidence_id = ${evidenceId} and e.taken_off_at is null)`,
    })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.uploadedBy, personId));
  return row ?? { onItem: 0, keptBytes: 0, today: 0, todayBytes: 0 };
}

/** What is written down of a file once its content is safe. */
export type NewFile = Omit<FileRecord, 'takenOffAt'>;

/** Writes a file down. A repeat of the same upload changes nothing; throws `conflict` where the id is another file's. */
export async function insertFile(tx: Writer, { found, ...file }: NewFile): Promise<void> {
  const inserted = await tx
    .insert(evidenceFiles)
    .values({ ...file, found: JSON.stringify(found) })
    .onConflictDoNothing()
    .returning({ id: evidenceFiles.id });
  if (inserted.length > 0) return;
  const stored = (await findFile(tx, file.id))?.file;
  if (stored?.evidenceId !== file.evidenceId || stored.uploadedBy !== file.uploadedBy) throw new Refusal('conflict');
}

/**
 * Takes a file off its draft. A snapshot that holds it keeps it; one that was never handed in loses its content and its name, too.
 * Gives back the hash of the content that is to go, or null.
 */
export async function takeFileOff(tx: Writer, { file, submissionIds }: FileSubject, at: Date): Promise<string | null> {
  if (file.takenOffAt !== null) return null;
  const isHandedIn = submissionIds.length > 0;
  const change = isHandedIn ? { takenOffAt: at } : { takenOffAt: at, removedAt: at, name: '', found: '[]' };
  await tx.update(evidenceFiles).set(change).where(eq(evidenceFiles.id, file.id));
  return isHandedIn ? null : file.sha256;
}

/** Writes down what of the personal data found in a file is still open. */
export async function updateFound(tx: Writer, fileId: string, found: FoundKinds): Promise<void> {
  await tx
    .update(evidenceFiles)
    .set({ found: JSON.stringify(found) })
    .where(eq(evidenceFiles.id, fileId));
}

/** Files that wait for the virus scanner, oldest first. One query. */
export async function listPendingFiles(db: Reader, most: number): Promise<Pick<FileRecord, 'id' | 'sha256'>[]> {
  return db
    .select({ id: evidenceFiles.id, sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.scan, 'pending'), isNull(evidenceFiles.removedAt)))
    .orderBy(asc(evidenceFiles.uploadedAt))
    .limit(most);
}

/** What the scanner said of a content: every file with this hash that still waits. An infected one is gone at once. */
export async function updateScan(
  tx: Writer,
  { sha256, scan, at }: { sha256: string; scan: ScanState; at: Date },
): Promise<void> {
  await tx
    .update(evidenceFiles)
    .set({ scan, scannedAt: at, ...(scan === 'infected' && { removedAt: at }) })
    .where(and(eq(evidenceFiles.sha256, sha256), eq(evidenceFiles.scan, 'pending')));
}

/** Which of these contents a row still stands for. One query. */
export async function listKeptHashes(db: Reader, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.sha256, [...hashes]), isNull(evidenceFiles.removedAt)));
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** The contents that a piece of evidence once had, of files whose row says that they are gone. One query. */
export async function listRemovedHashes(db: Reader, evidenceId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.evidenceId, evidenceId), isNotNull(evidenceFiles.removedAt)));
  return rows.map(({ sha256 }) => sha256);
}
