import { createHash } from 'node:crypto';
import { calendarTokens } from '#src/server/tokens.ts';
import { AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';

/** What an appointment is there for, so that nothing done to one changes the answer about another. */
const APPOINTMENTS = ['save', 'move', 'remove'] as const;
export type AppointmentUse = (typeof APPOINTMENTS)[number];

export const appointmentOf = (key: string, use: AppointmentUse) => `appointment-${use}-${key}`;
export const exceptionOf = (key: string) => `away-${key}`;
export const ownPatternOf = (key: string) => `own-week-${key}`;
export const cohortPatternOf = (key: string) => `cohort-week-${key}`;

/** Far from every other test’s days. */
const FAR = '2090-02-02';
/** Sofia is in no cell, so nobody takes her address back. */
export const CALENDAR_TOKEN = createHash('sha256').update('an address for every cell').digest('base64url');

/** Somebody's calendar address that every cell asks for. */
export function addCalendarAddress(insert: Insert): void {
  const token_hash = calendarTokens.hashOf(CALENDAR_TOKEN);
  insert('calendar_addresses', { id: 'of-every-cell', person_id: 'sofia', token_hash, made_at: AT });
}

/** Appointments, days away and usual weeks of hers and of a cohort, for one cell. The weeks are over before anything begins. */
export function addWeekRecords(insert: Insert, traineeId: string, key: string): void {
  for (const use of APPOINTMENTS)
    insert('appointments', {
      id: appointmentOf(key, use),
      trainee_id: traineeId,
      day: FAR,
      starts_at: '09:00',
      ends_at: '09:30',
      title: 'Kept',
      is_private: 1,
      revision: 1,
      saved_at: AT,
    });
  const away = { place: 'leave', words: '', entered_at: AT, starts_on: FAR, ends_on: FAR };
  insert('week_exceptions', { id: exceptionOf(key), trainee_id: traineeId, ...away });
  const week = { starts_on: LONG_AGO, ends_on: '2021-01-01', days: '[[],[],[],[],[],[],[]]' };
  const entered = { entered_by: 'harvey', entered_at: AT };
  insert('week_patterns', { id: ownPatternOf(key), trainee_id: traineeId, ...week, ...entered });
  insert('week_patterns', { id: cohortPatternOf(key), cohort_id: 'wales', ...week, ...entered });
}
