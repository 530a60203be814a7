import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { caseAllocations, cases } from './caseload.ts';
import { day, id, instant, isDay } from './columns.ts';

/**
 * A trainee's caseload may be over its limit until a day (the last one), for a reason. Insert-only; the newest that has begun
 * stands. `allocationId` is empty where it was agreed, or agreed again, without a new case.
 */
export const overLimitAgreements = sqliteTable(
  'over_limit_agreements',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    managerId: id('manager_id')
      .notNull()
      .references(() => people.id),
    allocationId: id('allocation_id').references(() => caseAllocations.id),
    reason: text('reason').notNull(),
    startsOn: day('starts_on').notNull(),
    until: day('until').notNull(),
    agreedAt: instant('agreed_at').notNull(),
  },
  (t) => [
    index('over_limit_agreements_trainee').on(t.traineeId, t.startsOn),
    check('over_limit_agreements_order', sql`${t.until} >= ${t.startsOn}`),
    isDay('over_limit_agreements_starts', t.startsOn),
    isDay('over_limit_agreements_until', t.until),
  ],
);

/** A rule by stage that was set aside for one allocation, by whom and why. Insert-only. */
export const caseOverrides = sqliteTable(
  'case_overrides',
  {
    id: id().primaryKey(),
    allocationId: id('allocation_id')
      .notNull()
      .references(() => caseAllocations.id),
    /** The attribute and the stage that the rule names, and the version of the rules it stands in. */
    attribute: text('attribute').notNull(),
    stage: text('stage').notNull(),
    rulesVersion: text('rules_version').notNull(),
    approverName: text('approver_name').notNull(),
    /** Where the approver has an account. */
    approverId: id('approver_id').references(() => people.id),
    reason: text('reason').notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [index('case_overrides_allocation').on(t.allocationId)],
);

/** "This is not what was agreed", in a trainee's words; about one case, or about the caseload. Insert-only. */
export const caseObjections = sqliteTable(
  'case_objections',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    caseId: id('case_id').references(() => cases.id),
    words: text('words').notNull(),
    raisedAt: instant('raised_at').notNull(),
  },
  (t) => [index('case_objections_trainee').on(t.traineeId)],
);

/** What a tutor or a manager answered. Insert-only; an objection is open until an answer settles it. */
export const objectionAnswers = sqliteTable(
  'objection_answers',
  {
    id: id().primaryKey(),
    objectionId: id('objection_id')
      .notNull()
      .references(() => caseObjections.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    words: text('words').notNull(),
    settles: integer('settles', { mode: 'boolean' }).notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [index('objection_answers_objection').on(t.objectionId)],
);
