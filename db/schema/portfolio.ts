import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ASSESSMENT_OUTCOMES, CRITERION_OUTCOMES, EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { people } from './accounts.ts';
import { id, instant, isOneOf } from './columns.ts';
import { ledgerEntries } from './ledger.ts';

/** A piece of evidence as its trainee is writing it. Only she sees it; others see its submissions. */
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
    revision: integer('revision').notNull(),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('evidence_items_trainee').on(t.traineeId)],
);

/** Criteria that the draft claims. */
export const evidenceClaims = sqliteTable(
  'evidence_claims',
  {
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    criterionId: text('criterion_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidenceId, t.criterionId] })],
);

/** A dated snapshot handed to the assessor. Insert-only. `sha256` is over the canonical text of the snapshot, in hex. */
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
    qualificationVersion: text('qualification_version').notNull(),
    sha256: text('sha256').notNull(),
    submittedAt: instant('submitted_at').notNull(),
  },
  (t) => [uniqueIndex('submissions_number').on(t.evidenceId, t.number), index('submissions_trainee').on(t.traineeId)],
);

/** Criteria that a submission claims. Insert-only. */
export const submissionClaims = sqliteTable(
  'submission_claims',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    criterionId: text('criterion_id').notNull(),
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
  },
  (t) => [
    index('assessments_submission').on(t.submissionId),
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

/** The signature under an assessment; one per submission. Insert-only. */
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
