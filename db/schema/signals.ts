import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SIGNAL_KINDS } from '#src/domain/signals/kinds.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay } from './columns.ts';

/**
 * Somebody has taken note of a signal, in words that the trainee reads too. `factKey` says which facts it was about; the signal comes
 * back on `returnsOn`, or as soon as its facts have become others. Insert-only. Signals themselves are worked out and never kept.
 */
export const signalNotes = sqliteTable(
  'signal_notes',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: SIGNAL_KINDS }).notNull(),
    factKey: text('fact_key').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    words: text('words').notNull(),
    returnsOn: day('returns_on').notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [index('signal_notes_trainee').on(t.traineeId, t.kind), isDay('signal_notes_returns', t.returnsOn)],
);

/** When a tutor last had a cohort before her, with what stood there (JSON list of `trainee kind factKey`), for "since you last looked". */
export const cohortLooks = sqliteTable(
  'cohort_looks',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    lookedAt: instant('looked_at').notNull(),
    signals: text('signals', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The look before the present visit: what the page compares with until the visit is over. */
    beforeAt: instant('before_at'),
    beforeSignals: text('before_signals', { mode: 'json' }).$type<readonly string[]>(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.cohortId] })],
);

/** A way of looking at a cohort that a tutor keeps: the query of the page's address. */
export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    name: text('name').notNull(),
    query: text('query').notNull(),
    savedAt: instant('saved_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('saved_filters_person').on(t.personId, t.cohortId),
    check('saved_filters_query', sql`length(${t.query}) <= 500`),
  ],
);
