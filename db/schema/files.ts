import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { FILE_TYPES, SCAN_STATES } from '#src/domain/files/words.ts';
import { JUSTIFIED_WORDS } from '#src/domain/personalData/words.ts';
import { people } from './accounts.ts';
import { id, instant, isOneOf } from './columns.ts';
import { evidenceItems, submissions } from './portfolio.ts';

/**
 * A file of evidence. The file itself lies in FILES_DIR under its SHA-256 (hex, over the bytes that are kept: an image is written anew).
 * `name`: what she called it, without a path. `removedAt`: its content is gone, this row and its hash stay.
 */
export const evidenceFiles = sqliteTable(
  'evidence_files',
  {
    id: id().primaryKey(),
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    uploadedBy: id('uploaded_by')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    type: text('type', { enum: FILE_TYPES }).notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    scan: text('scan', { enum: SCAN_STATES }).notNull(),
    /** Kinds of personal data found in its text and not yet answered for, JSON: [kind, how often] pairs. Never what was found. */
    found: text('found').notNull().default('[]'),
    uploadedAt: instant('uploaded_at').notNull(),
    scannedAt: instant('scanned_at'),
    /** She took it off her draft; the snapshots that hold it keep it. */
    takenOffAt: instant('taken_off_at'),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('evidence_files_evidence').on(t.evidenceId),
    index('evidence_files_uploader').on(t.uploadedBy, t.uploadedAt),
    index('evidence_files_hash').on(t.sha256),
    isOneOf('evidence_files_type', t.type, FILE_TYPES),
    isOneOf('evidence_files_scan', t.scan, SCAN_STATES),
  ],
);

/** Which files a snapshot holds. Insert-only. */
export const submissionFiles = sqliteTable(
  'submission_files',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    fileId: id('file_id')
      .notNull()
      .references(() => evidenceFiles.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.fileId] }), index('submission_files_file').on(t.fileId)],
);

/**
 * Why something that looks like a real person's may stand where it stands: one row for each hit that was justified, its kind and the
 * reason, never the hit. `place`: `title`, `text`, a field of the details, or `file:ID`.
 */
export const justifications = sqliteTable(
  'justifications',
  {
    id: id().primaryKey(),
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    place: text('place').notNull(),
    kind: text('kind').notNull(),
    reason: text('reason').notNull(),
    justifiedBy: id('justified_by')
      .notNull()
      .references(() => people.id),
    justifiedAt: instant('justified_at').notNull(),
  },
  (t) => [index('justifications_evidence').on(t.evidenceId)],
);

/** The justifications as they stood when a snapshot was handed in. Insert-only. */
export const submissionJustifications = sqliteTable(
  'submission_justifications',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    position: integer('position').notNull(),
    place: text('place').notNull(),
    kind: text('kind').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.position] })],
);

/**
 * The same for words about a piece of evidence that are final once they are sent: an assessment with its notes, what a trainee adds to
 * a record on signing it, what a witness writes. `recordId`: the assessment, `SNAPSHOT trainee`, the evidence. Insert-only.
 */
export const wordJustifications = sqliteTable(
  'word_justifications',
  {
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    wordsOf: text('words_of', { enum: JUSTIFIED_WORDS }).notNull(),
    recordId: text('record_id').notNull(),
    position: integer('position').notNull(),
    /** The field of the form. */
    place: text('place').notNull(),
    kind: text('kind').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.wordsOf, t.recordId, t.position] }),
    index('word_justifications_evidence').on(t.evidenceId),
  ],
);
