import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CASE_KINDS, TIERS } from '#src/domain/caseload/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/** A case as the portal knows it: a made-up reference and what decides its weight. Never who the person is. */
export const cases = sqliteTable(
  'cases',
  {
    id: id().primaryKey(),
    reference: text('reference').notNull(),
    tier: text('tier', { enum: TIERS }).notNull(),
    kind: text('kind', { enum: CASE_KINDS }).notNull(),
    transitionToAdulthood: integer('transition_to_adulthood', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [isOneOf('cases_kind', t.kind, CASE_KINDS)],
);

/**
 * Who carries a case, from when to when (`endsOn` is the first day without it), and what the manager saw when she confirmed:
 * points available, used before and after. Over the limit a reason and an end date stand with it.
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
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    allocatedAt: instant('allocated_at').notNull(),
    availablePoints: integer('available_points').notNull(),
    usedPointsBefore: integer('used_points_before').notNull(),
    usedPointsAfter: integer('used_points_after').notNull(),
    overLimitReason: text('over_limit_reason'),
    overLimitUntil: day('over_limit_until'),
  },
  (t) => [
    uniqueIndex('case_allocations_one_open')
      .on(t.caseId)
      .where(sql`${t.endsOn} is null`),
    index('case_allocations_trainee').on(t.traineeId),
    check('case_allocations_reason', sql`(${t.overLimitReason} is null) = (${t.overLimitUntil} is null)`),
    isDay('case_allocations_starts', t.startsOn),
    isDay('case_allocations_ends', t.endsOn),
    isDay('case_allocations_until', t.overLimitUntil),
  ],
);

/** Hours a week taken off beyond the reductions that come with the stage. `endsOn` is the first day without it. */
export const workloadReductions = sqliteTable(
  'workload_reductions',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    hoursPerWeek: real('hours_per_week').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('workload_reductions_trainee').on(t.traineeId),
    check('workload_reductions_hours', sql`${t.hoursPerWeek} >= 0 and ${t.hoursPerWeek} <= 37`),
    isDay('workload_reductions_starts', t.startsOn),
    isDay('workload_reductions_ends', t.endsOn),
  ],
);
