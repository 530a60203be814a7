import { sql } from 'drizzle-orm';
import { check, index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { WORK_KINDS } from '#src/domain/caseload/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/** Work that is not a case: reports and contacts. It counts from `startsOn`; `endsOn` is the first day without it, the day after a report is due. */
export const caseloadWork = sqliteTable(
  'caseload_work',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: WORK_KINDS }).notNull(),
    /** Of a court report `standard` or `fast`; of a contact its type in the figures. */
    type: text('type'),
    level: text('level', { enum: ['low', 'medium', 'high'] }),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('caseload_work_trainee').on(t.traineeId, t.endsOn),
    check('caseload_work_order', sql`${t.endsOn} >= ${t.startsOn}`),
    isDay('caseload_work_starts', t.startsOn),
    isDay('caseload_work_ends', t.endsOn),
  ],
);

/**
 * Hours a week taken off beyond the reductions that come with the stage. `endsOn` is the first day without it; one that ends on
 * its first day was taken back before it counted.
 */
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
    /** The reason's id in the figures, or `stage` where the manager sets what nobody has published. */
    reasonId: text('reason_id'),
    /** Who gave it another end than it was entered with, and when. */
    endedBy: id('ended_by').references(() => people.id),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('workload_reductions_trainee').on(t.traineeId),
    check('workload_reductions_hours', sql`${t.hoursPerWeek} >= 0 and ${t.hoursPerWeek} <= 37`),
    isDay('workload_reductions_starts', t.startsOn),
    isDay('workload_reductions_ends', t.endsOn),
  ],
);
