import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from '#src/domain/access/roles.ts';
import { id, instant, isDay, day, isOneOf } from './columns.ts';

/** Everyone with an account. `email` is stored in lower case. */
export const people = sqliteTable(
  'people',
  {
    id: id().primaryKey(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    language: text('language', { enum: ['en', 'cy'] })
      .notNull()
      .default('en'),
    /** How she likes pages set, as `src/domain/accounts/readingView.ts` writes it; null: as they come. */
    readingView: text('reading_view'),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
    /** When she last set it herself; null: never, as with accounts that were invited and not taken up. */
    passwordChangedAt: instant('password_changed_at'),
    lastSeenAt: instant('last_seen_at'),
  },
  (t) => [isOneOf('people_language', t.language, ['en', 'cy'])],
);

export const personRoles = sqliteTable(
  'person_roles',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: ROLES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** `id` is the SHA-256 of the token in the cookie; the token itself is nowhere in the database. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    authenticatedAt: instant('authenticated_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
);

/** One row, and only in a demo database: it alone switches demo mode on. */
export const demoProgramme = sqliteTable(
  'demo_programme',
  {
    id: integer('id').primaryKey(),
    madeOn: day('made_on').notNull(),
  },
  (t) => [isDay('demo_programme_day', t.madeOn)],
);
