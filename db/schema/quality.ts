import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CRITERION_OUTCOMES } from '#src/domain/portfolio/words.ts';
import { ASSESSOR_STANDINGS, SAMPLING_STAGES, VERIFICATION_OUTCOMES } from '#src/domain/quality/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';
import { assessments, submissions } from './portfolio.ts';

const person = (name: string) =>
  id(name)
    .notNull()
    .references(() => people.id);

/** How much is looked at, a whole version each, from a day on. Insert-only. `policy` is JSON (src/domain/quality/policy.ts). */
export const samplingPolicies = sqliteTable(
  'sampling_policies',
  {
    id: id().primaryKey(),
    effectiveFrom: day('effective_from').notNull(),
    policy: text('policy').notNull(),
    reason: text('reason').notNull(),
    enteredBy: person('entered_by'),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [isDay('sampling_policies_from', t.effectiveFrom)],
);

/** What a quality assurer means to look at until a day. */
export const samplingPlans = sqliteTable(
  'sampling_plans',
  {
    id: id().primaryKey(),
    verifierId: person('verifier_id'),
    title: text('title').notNull(),
    stage: text('stage', { enum: SAMPLING_STAGES }).notNull(),
    dueOn: day('due_on').notNull(),
    /** Whose decisions it looks at: JSON list of ids; empty for everybody's. */
    assessors: text('assessors', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    /** What the proposal drew with: the same seed gives the same sample of the same data. */
    seed: text('seed').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('sampling_plans_verifier').on(t.verifierId),
    isOneOf('sampling_plans_stage', t.stage, SAMPLING_STAGES),
    isDay('sampling_plans_due', t.dueOn),
  ],
);

/** What is in a plan. Whoever is put in one may be read by its verifier: `samples` holds that right. */
export const samplingPlanItems = sqliteTable(
  'sampling_plan_items',
  {
    planId: id('plan_id')
      .notNull()
      .references(() => samplingPlans.id),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    why: text('why').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.submissionId] }),
    index('sampling_plan_items_submission').on(t.submissionId),
  ],
);

/** What a quality assurer found in one look at one assessment. Insert-only; the newest stands. */
export const verifications = sqliteTable(
  'verifications',
  {
    id: id().primaryKey(),
    planId: id('plan_id').references(() => samplingPlans.id),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    assessmentId: id('assessment_id')
      .notNull()
      .references(() => assessments.id),
    verifierId: person('verifier_id'),
    outcome: text('outcome', { enum: VERIFICATION_OUTCOMES }).notNull(),
    words: text('words').notNull(),
    /** Whether it is valid, authentic, current and sufficient: JSON in the shape of `VacsAnswers`. */
    tests: text('tests').notNull().default('{}'),
    verifiedAt: instant('verified_at').notNull(),
  },
  (t) => [
    index('verifications_assessment').on(t.assessmentId),
    index('verifications_submission').on(t.submissionId),
    index('verifications_verifier').on(t.verifierId),
    isOneOf('verifications_outcome', t.outcome, VERIFICATION_OUTCOMES),
  ],
);

/** On which criteria she agrees and on which she does not, and why. Insert-only. */
export const verificationDecisions = sqliteTable(
  'verification_decisions',
  {
    verificationId: id('verification_id')
      .notNull()
      .references(() => verifications.id),
    criterionId: text('criterion_id').notNull(),
    outcome: text('outcome', { enum: VERIFICATION_OUTCOMES }).notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.verificationId, t.criterionId] }),
    isOneOf('verification_decisions_outcome', t.outcome, VERIFICATION_OUTCOMES),
  ],
);

/** How far an assessor is, from a day on. Insert-only. `countersignerId`: who countersigns while she is in training. */
export const assessorStandings = sqliteTable(
  'assessor_standings',
  {
    id: id().primaryKey(),
    assessorId: person('assessor_id'),
    standing: text('standing', { enum: ASSESSOR_STANDINGS }).notNull(),
    countersignerId: id('countersigner_id').references(() => people.id),
    effectiveFrom: day('effective_from').notNull(),
    reason: text('reason').notNull(),
    enteredBy: person('entered_by'),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('assessor_standings_assessor').on(t.assessorId),
    index('assessor_standings_countersigner').on(t.countersignerId),
    isOneOf('assessor_standings_standing', t.standing, ASSESSOR_STANDINGS),
    isDay('assessor_standings_from', t.effectiveFrom),
  ],
);

/** A text that several assessors judge blind. `text` is a copy with names taken out; `criteria`: JSON list of ids. */
export const standardisations = sqliteTable('standardisations', {
  id: id().primaryKey(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  criteria: text('criteria', { mode: 'json' }).$type<readonly string[]>().notNull(),
  qualificationVersion: text('qualification_version').notNull(),
  createdBy: person('created_by'),
  createdAt: instant('created_at').notNull(),
  closesOn: day('closes_on').notNull(),
  closedAt: instant('closed_at'),
  /** What was agreed when the differences were talked about. */
  agreed: text('agreed').notNull().default(''),
});

/** Who is asked to judge it. */
export const standardisationJudges = sqliteTable(
  'standardisation_judges',
  {
    standardisationId: id('standardisation_id')
      .notNull()
      .references(() => standardisations.id),
    assessorId: person('assessor_id'),
  },
  (t) => [
    primaryKey({ columns: [t.standardisationId, t.assessorId] }),
    index('standardisation_judges_assessor').on(t.assessorId),
  ],
);

/** What each judged on each criterion. Insert-only: nobody judges again after seeing the others. */
export const standardisationJudgements = sqliteTable(
  'standardisation_judgements',
  {
    standardisationId: id('standardisation_id')
      .notNull()
      .references(() => standardisations.id),
    assessorId: person('assessor_id'),
    criterionId: text('criterion_id').notNull(),
    outcome: text('outcome', { enum: CRITERION_OUTCOMES }).notNull(),
    reason: text('reason').notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.standardisationId, t.assessorId, t.criterionId] }),
    isOneOf('standardisation_judgements_outcome', t.outcome, CRITERION_OUTCOMES),
  ],
);

/** A view for an external quality assurer: read-only, of some submissions, until a day (the last one). */
export const externalGrants = sqliteTable(
  'external_grants',
  {
    id: id().primaryKey(),
    personId: person('person_id'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    reason: text('reason').notNull(),
    grantedBy: person('granted_by'),
    grantedAt: instant('granted_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('external_grants_person').on(t.personId),
    isDay('external_grants_starts', t.startsOn),
    isDay('external_grants_ends', t.endsOn),
  ],
);

export const externalGrantItems = sqliteTable(
  'external_grant_items',
  {
    grantId: id('grant_id')
      .notNull()
      .references(() => externalGrants.id),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
  },
  (t) => [primaryKey({ columns: [t.grantId, t.submissionId] })],
);
