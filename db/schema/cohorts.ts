import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ASSIGNMENT_KINDS } from '#src/domain/access/roles.ts';
import { people } from './accounts.ts';
import { day, id, isDay, isOneOf } from './columns.ts';

export const cohorts = sqliteTable(
  'cohorts',
  {
    id: id().primaryKey(),
    name: text('name').notNull().unique(),
    region: text('region').notNull(),
    startsOn: day('starts_on').notNull(),
    /** The first day on which nobody is to join any more; its pages stay. */
    closedOn: day('closed_on'),
  },
  (t) => [isDay('cohorts_day', t.startsOn), isDay('cohorts_closed', t.closedOn)],
);

/** Which cohort a trainee belongs to, and since when. A person is in at most one at a time. `leftOn` is the first day outside. */
export const cohortMemberships = sqliteTable(
  'cohort_memberships',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    joinedOn: day('joined_on').notNull(),
    leftOn: day('left_on'),
  },
  (t) => [
    uniqueIndex('cohort_memberships_one_open')
      .on(t.traineeId)
      .where(sql`${t.leftOn} is null`),
    index('cohort_memberships_trainee').on(t.traineeId),
    index('cohort_memberships_cohort').on(t.cohortId),
    isDay('cohort_memberships_joined', t.joinedOn),
    isDay('cohort_memberships_left', t.leftOn),
  ],
);

/** Being assigned is the permission. A tutor is assigned to a cohort, an assessor or a manager to a trainee. `endsOn` is the first day without it. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: ASSIGNMENT_KINDS }).notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    cohortId: id('cohort_id').references(() => cohorts.id),
    traineeId: id('trainee_id').references(() => people.id),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    /** Whom she stands in for while they are away; empty where it is her own. */
    coversId: id('covers_id').references(() => people.id),
  },
  (t) => [
    index('assignments_person').on(t.personId),
    index('assignments_trainee').on(t.traineeId),
    index('assignments_cohort').on(t.cohortId),
    isOneOf('assignments_kind', t.kind, ASSIGNMENT_KINDS),
    check(
      'assignments_subject',
      sql`(${t.kind} = 'tutor') = (${t.cohortId} is not null) and (${t.kind} = 'tutor') = (${t.traineeId} is null)`,
    ),
    check('assignments_not_self', sql`${t.traineeId} is null or ${t.traineeId} <> ${t.personId}`),
    isDay('assignments_starts', t.startsOn),
    isDay('assignments_ends', t.endsOn),
  ],
);
