import type { PeerAttendance } from './words.ts';

export interface Marked {
  readonly traineeId: string;
  readonly attendance: PeerAttendance | null;
}

/** The field of a form that marks somebody. */
export const attendanceField = (traineeId: string): string => `attendance-${traineeId}`;

/** Why attendance is not whole enough to close a session, or null. */
export function attendanceProblem(members: readonly Marked[]): string | null {
  const missing = members.filter(({ attendance }) => attendance === null).length;
  if (missing > 0)
    return `Mark everybody before you close the session: ${String(missing)} of ${String(members.length)} ${missing === 1 ? 'is' : 'are'} not marked`;
  const isAnybodyThere = members.some(({ attendance }) => attendance === 'there');
  return isAnybodyThere ? null : 'Nobody was there. Cancel the session instead of closing it';
}
