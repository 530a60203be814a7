import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ASSESSMENT_OUTCOMES, CRITERION_OUTCOMES, EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isOneOf } from './columns.ts';
import { ledgerEntries } from './ledger.ts';

/**
 * A piece of evidence as its writer is writing it. Only the writer sees it; others see its submissions.
 * `writerId`: the assessor who writes an observation or a discussion down; null where the trainee writes.
 * `details`: what its kind asks beside the text, JSON in the shape of `src/domain/portfolio/details.ts`.
 * `happenedOn`: the day of the practice it shows, which its age counts from.
 */
export const evidenceItems = sqliteTable(
  'evidence_items',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    details: text('details').notNull().default('{}'),
    happenedOn: day('happened_on'),
    writerId: id('writer_id').references(() => people.id),
    /** The version its claims are told in, which moves with the next save; null: the first one, from before there could be others. */
    qualificationVersion: text('qualification_version'),
    revision: integer('revision').notNull(),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** Taken out of her portfolio by its writer. Refused once a signature rests on it. */
    removedAt: instant('removed_at'),
  },
  (t) => [index('evidence_items_trainee').on(t.traineeId), index('evidence_items_writer').on(t.writerId)],
);

/** Criteria that the draft claims, and where in it each is shown ("second paragraph", "from 12:40"). */
export const evidenceClaims = sqliteTable(
  'evidence_claims',
  {
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    criterionId: text('criterion_id').notNull(),
    whereShown: text('where_shown').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.evidenceId, t.criterionId] })],
);

/**
 * A dated snapshot handed to the assessor. Insert-only; a removal of its content (see `contentRemovals`) alone empties title, text,
 * details and change note. `sha256` is over the canonical text of the snapshot in its `format`, in hex.
 */
export const submissions = sqliteTable(
  'submissions',
  {
    id: id().primaryKey(),
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    number: integer('number').notNull(),
    kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    details: text('details').notNull().default('{}'),
    happenedOn: day('happened_on'),
    writerId: id('writer_id').references(() => people.id),
    /** What she changed since the one before. */
    changeNote: text('change_note').notNull().default(''),
    /** Which canonical text is hashed: 1 until files and details came, 2 since. */
    format: integer('format').notNull().default(1),
    qualificationVersion: text('qualification_version').notNull(),
    sha256: text('sha256').notNull(),
    submittedAt: instant('submitted_at').notNull(),
  },
  (t) => [
    uniqueIndex('submissions_number').on(t.evidenceId, t.number),
    // Holds what tells which of a trainee's snapshots matter, so that none of the others is opened for it.
    index('submissions_trainee').on(
      t.traineeId,
      t.evidenceId,
      t.number,
      t.id,
      t.kind,
      t.submittedAt,
      t.qualificationVersion,
      t.happenedOn,
      t.writerId,
    ),
  ],
);

/** Criteria that a submission claims. Insert-only. */
export const submissionClaims = sqliteTable(
  'submission_claims',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    criterionId: text('criterion_id').notNull(),
    whereShown: text('where_shown').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.criterionId] })],
);

/** One look by an assessor at one submission. Insert-only; the newest stands until it is signed. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: id().primaryKey(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    assessorId: id('assessor_id')
      .notNull()
      .references(() => people.id),
    outcome: text('outcome', { enum: ASSESSMENT_OUTCOMES }).notNull(),
    comment: text('comment').notNull(),
    assessedAt: instant('assessed_at').notNull(),
    /** Which canonical text is hashed: 2 since notes in the text and assessors in training came. */
    format: integer('format').notNull().default(1),
    /** She was in training that day: it counts once a qualified colleague has countersigned it. */
    needsCountersign: integer('needs_countersign', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    // The newest of a snapshot is its last entry.
    index('assessments_submission').on(t.submissionId, t.assessedAt),
    index('assessments_assessor').on(t.assessorId, t.assessedAt),
    // What was decided in training is a small part.
    index('assessments_in_training')
      .on(t.assessorId, t.submissionId)
      .where(sql`${t.needsCountersign} = 1`),
    isOneOf('assessments_outcome', t.outcome, ASSESSMENT_OUTCOMES),
  ],
);

/** The decision on each claimed criterion. Insert-only. */
export const criterionDecisions = sqliteTable(
  'criterion_decisions',
  {
    assessmentId: id('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criterionId: text('criterion_id').notNull(),
    outcome: text('outcome', { enum: CRITERION_OUTCOMES }).notNull(),
    feedback: text('feedback').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.criterionId] }),
    isOneOf('criterion_decisions_outcome', t.outcome, CRITERION_OUTCOMES),
  ],
);

/** A signature under a whole assessment, from before criteria were signed off; one per submission. Insert-only; none is added today. */
export const signOffs = sqliteTable(
  'sign_offs',
  {
    submissionId: id('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    assessmentId: id('assessment_id')
      .notNull()
      .unique()
      .references(() => assessments.id),
    signedBy: id('signed_by')
      .notNull()
      .references(() => people.id),
    signedAt: instant('signed_at').notNull(),
    ledgerSeq: integer('ledger_seq')
      .notNull()
      .unique()
      .references(() => ledgerEntries.seq),
  },
  (t) => [index('sign_offs_signer').on(t.signedBy)],
);

/** Submissions that an internal quality assurer has been given to look at. */
export const samples = sqliteTable(
  'samples',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    verifierId: id('verifier_id')
      .notNull()
      .references(() => people.id),
    sampledAt: instant('sampled_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.verifierId] }), index('samples_verifier').on(t.verifierId)],
);

/** A submission that its trainee took back before anybody decided on it. Insert-only. */
export const withdrawals = sqliteTable('withdrawals', {
  submissionId: id('submission_id')
    .primaryKey()
    .references(() => submissions.id),
  withdrawnAt: instant('withdrawn_at').notNull(),
});
