import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ATTENDANCE, PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';
import { evidenceItems } from './portfolio.ts';

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
    /** Who looks after her there, by job: "duty senior officer". */
    supervisor: text('supervisor').notNull().default(''),
    /** On which weekdays of that time, 1 Monday to 7 Sunday, as JSON. */
    weekdays: text('weekdays', { mode: 'json' }).$type<readonly number[]>().notNull().default([1, 2, 3, 4, 5]),
    /** From and to, `HH:MM`, where it is known. */
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    travelNotes: text('travel_notes').notNull().default(''),
    /** Where it came from a place that was given out. */
    offerId: id('offer_id'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: id('cancelled_by').references(() => people.id),
    cancelReason: text('cancel_reason'),
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

/** What she wants to learn there, and for which criteria (JSON list of ids in their version; null: the first one there was). */
export const placementObjectives = sqliteTable(
  'placement_objectives',
  {
    id: id().primaryKey(),
    placementId: id('placement_id')
      .notNull()
      .references(() => placements.id),
    position: integer('position').notNull(),
    words: text('words').notNull(),
    criteria: text('criteria', { mode: 'json' }).$type<readonly string[]>().notNull(),
    qualificationVersion: text('qualification_version'),
  },
  (t) => [index('placement_objectives_placement').on(t.placementId)],
);

/** A link for the host, who has no account. Only the SHA-256 of its token is kept. */
export const placementHostLinks = sqliteTable(
  'placement_host_links',
  {
    id: id().primaryKey(),
    placementId: id('placement_id')
      .notNull()
      .references(() => placements.id),
    tokenHash: text('token_hash').notNull().unique(),
    madeBy: id('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Taken back, or replaced by a newer one. */
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('placement_host_links_placement').on(t.placementId)],
);

/** What the host said by the link; one answer a placement. Insert-only. */
export const placementHostAnswers = sqliteTable('placement_host_answers', {
  placementId: id('placement_id')
    .primaryKey()
    .references(() => placements.id),
  linkId: id('link_id')
    .notNull()
    .references(() => placementHostLinks.id),
  name: text('name').notNull(),
  job: text('job').notNull(),
  agrees: integer('agrees', { mode: 'boolean' }).notNull(),
  words: text('words').notNull(),
  answeredAt: instant('answered_at').notNull(),
});

/** Whether she was there on a day, and how long. */
export const placementDays = sqliteTable(
  'placement_days',
  {
    placementId: id('placement_id')
      .notNull()
      .references(() => placements.id),
    day: day('day').notNull(),
    attendance: text('attendance', { enum: ATTENDANCE }).notNull(),
    minutes: integer('minutes').notNull(),
    words: text('words').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.placementId, t.day] }),
    check('placement_days_minutes', sql`${t.minutes} between 0 and 1440`),
    isOneOf('placement_days_attendance', t.attendance, ATTENDANCE),
    isDay('placement_days_day', t.day),
  ],
);

/** What she learnt on a day: her learning log. */
export const placementLog = sqliteTable(
  'placement_log',
  {
    id: id().primaryKey(),
    placementId: id('placement_id')
      .notNull()
      .references(() => placements.id),
    day: day('day').notNull(),
    words: text('words').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('placement_log_placement').on(t.placementId, t.day), isDay('placement_log_day', t.day)],
);

/** The report at the end. `evidenceId` where it became a draft of evidence. */
export const placementReports = sqliteTable('placement_reports', {
  placementId: id('placement_id')
    .primaryKey()
    .references(() => placements.id),
  words: text('words').notNull(),
  revision: integer('revision').notNull(),
  savedAt: instant('saved_at').notNull(),
  finishedAt: instant('finished_at'),
  evidenceId: id('evidence_id').references(() => evidenceItems.id),
});

/** Places elsewhere with a limited number of seats, for some days; trainees say by `closesOn` (the last day) that they would like one. */
export const placementOffers = sqliteTable(
  'placement_offers',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: PLACEMENT_KINDS }).notNull(),
    place: text('place').notNull(),
    hostContact: text('host_contact').notNull(),
    lookFor: text('look_for').notNull(),
    travelNotes: text('travel_notes').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    seats: integer('seats').notNull(),
    closesOn: day('closes_on').notNull(),
    /** For one cohort, or for all. */
    cohortId: id('cohort_id').references(() => cohorts.id),
    /** Drawn by the server when the offer is made, shown once it is given out: with a person's id it gives her lot, which anybody can check. */
    lot: text('lot').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    givenOutAt: instant('given_out_at'),
  },
  (t) => [
    index('placement_offers_closes').on(t.closesOn),
    check('placement_offers_order', sql`${t.endsOn} >= ${t.startsOn} and ${t.closesOn} < ${t.startsOn}`),
    check('placement_offers_seats', sql`${t.seats} between 1 and 100`),
    isDay('placement_offers_starts', t.startsOn),
    isDay('placement_offers_ends', t.endsOn),
    isDay('placement_offers_closes_on', t.closesOn),
  ],
);

/** Who would like a seat. */
export const placementWishes = sqliteTable(
  'placement_wishes',
  {
    offerId: id('offer_id')
      .notNull()
      .references(() => placementOffers.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    wishedAt: instant('wished_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.traineeId] }), index('placement_wishes_trainee').on(t.traineeId)],
);

/** How the seats were given out: everybody who wished, in order, with the reason. Insert-only. */
export const placementAwards = sqliteTable(
  'placement_awards',
  {
    offerId: id('offer_id')
      .notNull()
      .references(() => placementOffers.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    rank: integer('rank').notNull(),
    /** The placement that she got, or empty: no seat was left, or she could not be there. */
    placementId: id('placement_id').references(() => placements.id),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.traineeId] }), index('placement_awards_trainee').on(t.traineeId)],
);
