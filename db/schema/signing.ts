import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { COUNTERSIGN_OUTCOMES, RECORD_PARTS, SIGN_OFF_SUBJECTS } from '#src/domain/portfolio/words.ts';
import { people } from './accounts.ts';
import { id, instant, isOneOf } from './columns.ts';
import { ledgerEntries } from './ledger.ts';
import { assessments, submissions } from './portfolio.ts';

const ledgerSeq = () =>
  integer('ledger_seq')
    .notNull()
    .unique()
    .references(() => ledgerEntries.seq);

/**
 * A signature under a criterion, a unit or the qualification. Insert-only: it stands until `signOffUnlocks` names it, and what was
 * unlocked is signed anew as the next `round`. `subjectId`: the id of the criterion or the unit; `all` for the qualification.
 */
export const portfolioSignOffs = sqliteTable(
  'portfolio_sign_offs',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    subject: text('subject', { enum: SIGN_OFF_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
    qualificationVersion: text('qualification_version').notNull(),
    /** 1 for the first, one more after each unlocking. */
    round: integer('round').notNull(),
    signedBy: id('signed_by')
      .notNull()
      .references(() => people.id),
    signedAt: instant('signed_at').notNull(),
    ledgerSeq: ledgerSeq(),
  },
  (t) => [
    uniqueIndex('portfolio_sign_offs_once').on(t.traineeId, t.subject, t.subjectId, t.qualificationVersion, t.round),
    index('portfolio_sign_offs_signer').on(t.signedBy),
    isOneOf('portfolio_sign_offs_subject', t.subject, SIGN_OFF_SUBJECTS),
  ],
);

/** The decisions that the signature under a criterion rests on. Insert-only. */
export const signOffBasis = sqliteTable(
  'sign_off_basis',
  {
    signOffId: id('sign_off_id')
      .notNull()
      .references(() => portfolioSignOffs.id),
    assessmentId: id('assessment_id')
      .notNull()
      .references(() => assessments.id),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
  },
  (t) => [
    primaryKey({ columns: [t.signOffId, t.assessmentId] }),
    index('sign_off_basis_submission').on(t.submissionId),
    index('sign_off_basis_assessment').on(t.assessmentId),
  ],
);

/** A signature that a quality assurer opened again, and why. Insert-only. */
export const signOffUnlocks = sqliteTable('sign_off_unlocks', {
  signOffId: id('sign_off_id')
    .primaryKey()
    .references(() => portfolioSignOffs.id),
  verifierId: id('verifier_id')
    .notNull()
    .references(() => people.id),
  reason: text('reason').notNull(),
  unlockedAt: instant('unlocked_at').notNull(),
  ledgerSeq: ledgerSeq(),
});

/** A signature under an observation or a discussion: one by the assessor, one by the trainee. Insert-only. */
export const recordSignatures = sqliteTable(
  'record_signatures',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    part: text('part', { enum: RECORD_PARTS }).notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    /** What the trainee adds to it, if anything. */
    words: text('words').notNull().default(''),
    signedAt: instant('signed_at').notNull(),
    ledgerSeq: ledgerSeq(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.part] }), isOneOf('record_signatures_part', t.part, RECORD_PARTS)],
);

/** What a qualified colleague says of the decisions of an assessor in training; one for each assessment. Insert-only. */
export const countersignatures = sqliteTable(
  'countersignatures',
  {
    assessmentId: id('assessment_id')
      .primaryKey()
      .references(() => assessments.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    outcome: text('outcome', { enum: COUNTERSIGN_OUTCOMES }).notNull(),
    words: text('words').notNull(),
    signedAt: instant('signed_at').notNull(),
    ledgerSeq: ledgerSeq(),
  },
  (t) => [isOneOf('countersignatures_outcome', t.outcome, COUNTERSIGN_OUTCOMES)],
);
