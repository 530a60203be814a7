import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/** Days spent somewhere else to learn. `endsOn` is the last day there. */
export const placements = sqliteTable(
  'placements',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: PLACEMENT_KINDS }).notNull(),
    place: text('place').notNull(),
    hostContact: text('host_contact').notNull(),
    lookFor: text('look_for').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (t) => [
    index('placements_trainee').on(t.traineeId, t.startsOn),
    check('placements_order', sql`${t.endsOn} >= ${t.startsOn}`),
    isDay('placements_starts', t.startsOn),
    isDay('placements_ends', t.endsOn),
  ],
);

/** Who agreed to a placement, and when. Insert-only. */
export const placementAgreements = sqliteTable(
  'placement_agreements',
  {
    placementId: id('placement_id')
      .notNull()
      .references(() => placements.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    agreedAt: instant('agreed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.personId] })],
);
