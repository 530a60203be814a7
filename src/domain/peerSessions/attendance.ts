import type { PeerAttendance } from './words.ts';

export interface Marked {
  readonly traineeId: string;
  readonly attendance: PeerAttendance | null;
}

/** The field of a form that marks somebody. */
export const attendanceField = (traineeId: string): string => `attendance-${traineeId}`;

export interface AttendanceCounts {
  readonly there: number;
  readonly apologies: number;
  readonly absent: number;
  readonly outOf: number;
}

/** How many were there, out of how many. Whoever is not marked counts in none but the last. */
export function attendanceCounts(all: readonly Marked[]): AttendanceCounts {
  const many = (attendance: PeerAttendance) => all.filter((one) => one.attendance === attendance).length;
  return { there: many('there'), apologies: many('apologies'), absent: many('absent'), outOf: all.length };
}

/** Whom a session cannot be closed without: members who are not marked. */
export const unmarked = <Member extends Marked>(members: readonly Member[]): Member[] =>
  members.filter(({ attendance }) => attendance === null);

/** Why attendance is not whole enough to close a session, or null. */
export function attendanceProblem(members: readonly Marked[]): string | null {
  const missing = unmarked(members).length;
  if (missing > 0)
    return `Mark everybody before you close the session: ${String(missing)} of ${String(members.length)} ${missing === 1 ? 'is' : 'are'} not marked`;
  return attendanceCounts(members).there === 0 ? 'Nobody was there. Cancel the session instead of closing it' : null;
}
