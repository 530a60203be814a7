import { closePeerSession, listAttendance, saveAttendance } from '#db/queries/peerSessions/attendance.ts';
import { findPeerSession, type PeerSessionRow, sessionSubject } from '#db/queries/peerSessions/sessions.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { whyNotClosed } from '#src/domain/peerSessions/afterwards.ts';
import { attendanceField, attendanceProblem } from '#src/domain/peerSessions/attendance.ts';
import { PEER_ATTENDANCE, type PeerAttendance } from '#src/domain/peerSessions/words.ts';
import { now, today } from '../portal.ts';
import { tellOfSession } from './telling.ts';

/** A form with `attendance-PERSON` beside the session. */
type AttendanceForm = Readonly<Record<string, unknown>> & { readonly sessionId: string };

async function ledSession(tx: Writer, viewer: Viewer, sessionId: string): Promise<PeerSessionRow> {
  const session = await findPeerSession(tx, sessionId);
  authorise(viewer, 'peerSession.lead', sessionSubject(session));
  if (!session) throw new Refusal('not_found');
  return session;
}

const isAttendance = (value: unknown): value is PeerAttendance =>
  PEER_ATTENDANCE.some((attendance) => attendance === value);

/** What a form says of these people; whoever is not on the list is passed over, and so is what is no attendance. */
function marksIn(form: AttendanceForm, people: readonly { traineeId: string }[]): Map<string, PeerAttendance> {
  const marks = people.flatMap(({ traineeId }) => {
    const value = form[attendanceField(traineeId)];
    return isAttendance(value) ? [[traineeId, value] as const] : [];
  });
  return new Map(marks);
}

async function keep(tx: Writer, viewer: Viewer, { session, form }: { session: PeerSessionRow; form: AttendanceForm }) {
  const marks = marksIn(form, await listAttendance(tx, session));
  await saveAttendance(tx, { sessionId: session.id, marks, markedBy: viewer.id, at: now() });
}

/** Keeps who was there, from the day of the session on. Throws `not_found`; `conflict` before the day or for a cancelled session. */
export async function keepAttendance(tx: Writer, viewer: Viewer, form: AttendanceForm): Promise<void> {
  const session = await ledSession(tx, viewer, form.sessionId);
  if (session.cancelledAt !== null) throw new Refusal('conflict', { words: 'This session was cancelled.' });
  if (today() < session.day)
    throw new Refusal('conflict', { words: 'Attendance is marked from the day of the session on.' });
  await keep(tx, viewer, { session, form });
}

/** Closes a session and tells those who were there that they are asked what they take away. A repeat changes nothing. */
export async function closeSession(tx: Writer, viewer: Viewer, form: AttendanceForm): Promise<void> {
  const session = await ledSession(tx, viewer, form.sessionId);
  if (session.heldAt !== null) return;
  const problem = whyNotClosed(session, today());
  if (problem !== null) throw new Refusal('conflict', { words: problem });
  await keep(tx, viewer, { session, form });
  const members = await listAttendance(tx, session);
  const missing = attendanceProblem(members);
  const first = members.find(({ attendance }) => attendance === null) ?? members[0];
  if (missing !== null)
    throw new Refusal('bad_input', { fields: { [attendanceField(first?.traineeId ?? '')]: missing } });
  await closePeerSession(tx, session.id, now());
  const there = members.filter(({ traineeId, attendance }) => attendance === 'there' && traineeId !== viewer.id);
  const personIds = there.map(({ traineeId }) => traineeId);
  await tellOfSession(tx, personIds, { session, what: 'held', change: 'once' });
}
