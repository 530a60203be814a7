import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';
import { evidenceItems } from './portfolio.ts';

/** A link for a witness who has no account. Only the SHA-256 of its token is kept. */
export const witnessRequests = sqliteTable(
  'witness_requests',
  {
    id: id().primaryKey(),
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
    tokenHash: text('token_hash').notNull().unique(),
    /** Who is asked, by name and job, as whoever made the link wrote it. */
    witnessName: text('witness_name').notNull(),
    witnessJob: text('witness_job').notNull(),
    /** What she is asked to write about. */
    question: text('question').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Taken back, or replaced by a newer one. */
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('witness_requests_evidence').on(t.evidenceId), index('witness_requests_maker').on(t.madeBy)],
);

/** What a witness wrote; one answer a piece of evidence. Insert-only. */
export const witnessAnswers = sqliteTable('witness_answers', {
  evidenceId: id('evidence_id')
    .primaryKey()
    .references(() => evidenceItems.id),
  requestId: id('request_id')
    .notNull()
    .references(() => witnessRequests.id),
  name: text('name').notNull(),
  job: text('job').notNull(),
  /** How she knows the trainee's work. */
  relationship: text('relationship').notNull(),
  text: text('text').notNull(),
  sha256: text('sha256').notNull(),
  answeredAt: instant('answered_at').notNull(),
});

/** How an assessor made sure that the witness is who she says. Insert-only. */
export const witnessChecks = sqliteTable('witness_checks', {
  evidenceId: id('evidence_id')
    .primaryKey()
    .references(() => evidenceItems.id),
  assessorId: id('assessor_id')
    .notNull()
    .references(() => people.id),
  how: text('how').notNull(),
  checkedAt: instant('checked_at').notNull(),
});
