import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EVIDENCE_KINDS, OWN_RATINGS } from '#src/domain/portfolio/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isOneOf } from './columns.ts';
import { assessments, evidenceItems, submissions } from './portfolio.ts';

/** A note at a passage of what was handed in. Positions count UTF-16 units of the text of the submission. Insert-only. */
export const assessmentAnnotations = sqliteTable(
  'assessment_annotations',
  {
    assessmentId: id('assessment_id')
      .notNull()
      .references(() => assessments.id),
    position: integer('position').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    note: text('note').notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.position] })],
);

/** Decisions, feedback and notes that an assessor holds until they are ready: hers alone. `body` is JSON. */
export const assessmentDrafts = sqliteTable(
  'assessment_drafts',
  {
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    assessorId: id('assessor_id')
      .notNull()
      .references(() => people.id),
    body: text('body').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.assessorId] }),
    index('assessment_drafts_assessor').on(t.assessorId),
  ],
);

/** How a trainee sees herself on a criterion now. */
export const criterionRatings = sqliteTable(
  'criterion_ratings',
  {
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    criterionId: text('criterion_id').notNull(),
    rating: text('rating', { enum: OWN_RATINGS }).notNull(),
    /** The version the criterion is named in; null: the first one. */
    qualificationVersion: text('qualification_version'),
    ratedAt: instant('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.traineeId, t.criterionId] }),
    isOneOf('criterion_ratings_rating', t.rating, OWN_RATINGS),
  ],
);

/** What an assessor and a trainee plan to gather next, from the gaps in the grid. `criteria`: JSON list of ids. */
export const assessmentPlanItems = sqliteTable(
  'assessment_plan_items',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    plannedBy: id('planned_by')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
    criteria: text('criteria', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The version they are named in; null: the first one. */
    qualificationVersion: text('qualification_version'),
    plannedOn: day('planned_on').notNull(),
    words: text('words').notNull(),
    plannedAt: instant('planned_at').notNull(),
    /** The evidence that came of it. */
    evidenceId: id('evidence_id').references(() => evidenceItems.id),
    removedAt: instant('removed_at'),
  },
  (t) => [index('assessment_plan_items_trainee').on(t.traineeId)],
);
