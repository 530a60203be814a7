import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ACTIVITIES, CARRYINGS, CASE_KINDS, END_REASONS, LETTER_TIERS, TIERS } from '#src/domain/caseload/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/**
 * A case as the portal knows it when it is first allocated: a made-up reference and what decides its weight. Never who the
 * person is. What changed since stands in `caseChanges`. `attributes` and `complexity` are JSON lists of ids that the rules
 * by stage and the complexity weights name.
 */
export const cases = sqliteTable(
  'cases',
  {
    id: id().primaryKey(),
    reference: text('reference').notNull(),
    tier: text('tier', { enum: TIERS }).notNull(),
    kind: text('kind', { enum: CASE_KINDS }).notNull(),
    transitionToAdulthood: integer('transition_to_adulthood', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
    letterTier: text('letter_tier', { enum: LETTER_TIERS }),
    activity: text('activity', { enum: ACTIVITIES }).notNull().default('active'),
    attributes: text('attributes', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    complexity: text('complexity', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  },
  (t) => [isOneOf('cases_kind', t.kind, CASE_KINDS)],
);

/** Everything about a case as it is from a day on. Insert-only; the newest of the newest day stands. */
export const caseChanges = sqliteTable(
  'case_changes',
  {
    id: id().primaryKey(),
    caseId: id('case_id')
      .notNull()
      .references(() => cases.id),
    effectiveOn: day('effective_on').notNull(),
    reference: text('reference').notNull(),
    tier: text('tier', { enum: TIERS }).notNull(),
    kind: text('kind', { enum: CASE_KINDS }).notNull(),
    transitionToAdulthood: integer('transition_to_adulthood', { mode: 'boolean' }).notNull(),
    letterTier: text('letter_tier', { enum: LETTER_TIERS }),
    activity: text('activity', { enum: ACTIVITIES }).notNull(),
    attributes: text('attributes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    complexity: text('complexity', { mode: 'json' }).$type<readonly string[]>().notNull(),
    changedBy: id('changed_by')
      .notNull()
      .references(() => people.id),
    changedAt: instant('changed_at').notNull(),
    /** Counts the changes of one case, from 1: two in one second keep their order. */
    number: integer('number').notNull(),
  },
  (t) => [
    uniqueIndex('case_changes_number').on(t.caseId, t.number),
    index('case_changes_case').on(t.caseId, t.effectiveOn, t.number),
    isOneOf('case_changes_kind', t.kind, CASE_KINDS),
    isDay('case_changes_day', t.effectiveOn),
  ],
);

/**
 * Who carries how much of a case, from when to when (`endsOn` is the first day without it; the first day itself where it moved
 * on within a day), and what the manager saw when she confirmed: points available, used before and after.
 */
export const caseAllocations = sqliteTable(
  'case_allocations',
  {
    id: id().primaryKey(),
    caseId: id('case_id')
      .notNull()
      .references(() => cases.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    managerId: id('manager_id')
      .notNull()
      .references(() => people.id),
    carrying: text('carrying', { enum: CARRYINGS }).notNull().default('sole'),
    sharePercent: integer('share_percent').notNull().default(100),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    allocatedAt: instant('allocated_at').notNull(),
    availablePoints: integer('available_points').notNull(),
    usedPointsBefore: real('used_points_before').notNull(),
    usedPointsAfter: real('used_points_after').notNull(),
    /** The allocation that this one took over from, of the same case. */
    movedFrom: id('moved_from'),
    endReason: text('end_reason', { enum: END_REASONS }),
    endedBy: id('ended_by').references(() => people.id),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('case_allocations_one_open')
      .on(t.caseId, t.traineeId)
      .where(sql`${t.endsOn} is null`),
    index('case_allocations_trainee').on(t.traineeId),
    index('case_allocations_case').on(t.caseId),
    index('case_allocations_manager').on(t.managerId, t.allocatedAt),
    check('case_allocations_share', sql`${t.sharePercent} between 0 and 100`),
    check('case_allocations_order', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check('case_allocations_ended', sql`(${t.endsOn} is null) = (${t.endedAt} is null)`),
    isDay('case_allocations_starts', t.startsOn),
    isDay('case_allocations_ends', t.endsOn),
  ],
);
