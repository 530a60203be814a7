import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/**
 * All trainees of one assessor handed to another, from a day on. Insert-only: the assignments that begin with it have its id in theirs.
 * `trainees`: JSON list of ids, as they were on the page that was confirmed.
 */
export const handOvers = sqliteTable(
  'hand_overs',
  {
    id: id().primaryKey(),
    fromId: id('from_id')
      .notNull()
      .references(() => people.id),
    toId: id('to_id')
      .notNull()
      .references(() => people.id),
    startsOn: day('starts_on').notNull(),
    trainees: text('trainees', { mode: 'json' }).$type<readonly string[]>().notNull(),
    handedBy: id('handed_by')
      .notNull()
      .references(() => people.id),
    handedAt: instant('handed_at').notNull(),
  },
  (t) => [
    index('hand_overs_from').on(t.fromId),
    index('hand_overs_to').on(t.toId),
    isDay('hand_overs_starts', t.startsOn),
  ],
);
