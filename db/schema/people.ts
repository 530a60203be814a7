import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ACCOUNT_LINK_KINDS, ENDING_KINDS, IMPORT_STATES, WITHDRAWAL_REASONS } from '#src/domain/people/words.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/** A link by e-mail to set a password, for once. Only the SHA-256 of its token is kept. */
export const accountLinks = sqliteTable(
  'account_links',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ACCOUNT_LINK_KINDS }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Who sent it; empty where she asked herself. */
    madeBy: id('made_by').references(() => people.id),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('account_links_person').on(t.personId), isOneOf('account_links_kind', t.kind, ACCOUNT_LINK_KINDS)],
);

/** What an enrolment was before it was changed, and why. Insert-only: `enrolments` holds what counts now. */
export const enrolmentChanges = sqliteTable(
  'enrolment_changes',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    fromRouteId: text('from_route_id').notNull(),
    toRouteId: text('to_route_id').notNull(),
    fromStartedOn: day('from_started_on').notNull(),
    toStartedOn: day('to_started_on').notNull(),
    fromHoursPerWeek: real('from_hours_per_week').notNull(),
    toHoursPerWeek: real('to_hours_per_week').notNull(),
    /** The first day on which it counts. */
    effectiveOn: day('effective_on').notNull(),
    reason: text('reason').notNull(),
    changedBy: id('changed_by')
      .notNull()
      .references(() => people.id),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    index('enrolment_changes_trainee').on(t.traineeId, t.effectiveOn),
    isDay('enrolment_changes_effective', t.effectiveOn),
    isDay('enrolment_changes_from', t.fromStartedOn),
    isDay('enrolment_changes_to', t.toStartedOn),
  ],
);

/** That somebody finished or withdrew. `endedOn` is her last day. `reopenedAt`: it was a mistake, or she came back. */
export const programmeEndings = sqliteTable(
  'programme_endings',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ENDING_KINDS }).notNull(),
    reason: text('reason', { enum: WITHDRAWAL_REASONS }),
    words: text('words').notNull(),
    endedOn: day('ended_on').notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
    reopenedAt: instant('reopened_at'),
    reopenedBy: id('reopened_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('programme_endings_one')
      .on(t.traineeId)
      .where(sql`${t.reopenedAt} is null`),
    index('programme_endings_trainee').on(t.traineeId),
    check('programme_endings_reason', sql`(${t.kind} = 'withdrawn') = (${t.reason} is not null)`),
    isOneOf('programme_endings_kind', t.kind, ENDING_KINDS),
    isDay('programme_endings_ended', t.endedOn),
  ],
);

/** A cohort as it is made again and again: region, routes, week, sessions. `value` is JSON in the shape of src/domain/cohorts/template.ts. */
export const cohortTemplates = sqliteTable(
  'cohort_templates',
  {
    id: id().primaryKey(),
    name: text('name').notNull(),
    value: text('value').notNull(),
    revision: integer('revision').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => people.id),
    savedAt: instant('saved_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [check('cohort_templates_value', sql`json_valid(${t.value})`)],
);

/** Where a cohort came from: a template, or the intake before it. Insert-only. */
export const cohortOrigins = sqliteTable('cohort_origins', {
  cohortId: id('cohort_id')
    .primaryKey()
    .references(() => cohorts.id),
  templateId: id('template_id').references(() => cohortTemplates.id),
  rolledFromId: id('rolled_from_id').references(() => cohorts.id),
  madeBy: id('made_by')
    .notNull()
    .references(() => people.id),
  madeAt: instant('made_at').notNull(),
});

/**
 * A file of people and assignments that was read. `rows` is JSON, as read and found right; emptied when it is done or dropped.
 * `done` counts what has been written of `total`.
 */
export const imports = sqliteTable(
  'imports',
  {
    id: id().primaryKey(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull(),
    rows: text('rows').notNull(),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    /** JSON: how many people, assignments and places are new, changed, as before. */
    counts: text('counts').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    finishedAt: instant('finished_at'),
    problem: text('problem'),
  },
  (t) => [index('imports_made').on(t.madeAt), isOneOf('imports_state', t.state, IMPORT_STATES)],
);
