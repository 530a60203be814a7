import { randomUUID } from 'node:crypto';
import { AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const today = () => new Date().toISOString().slice(0, 10);
const cohortOf = (traineeId: string) => (traineeId === 'nia' ? 'wales' : 'london');
/** Somebody of the same cohort who is nobody of the table. */
const colleagueOf = (traineeId: string) => (traineeId === 'nia' ? 'rhys' : 'sofia');

/** Peer sessions of one cell and way, one for each thing that is done to one. */
export function peerSessionsOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return {
    /** To come, led by the trainee of the cell, with a question to take out and one to talk about. */
    comingId: `peer-coming-${id}`,
    droppedId: `question-dropped-${id}`,
    answeredId: `question-answered-${id}`,
    /** Past and not closed: one to mark, one to close. */
    toMarkId: `peer-to-mark-${id}`,
    toCloseId: `peer-to-close-${id}`,
    /** Closed today, led by a colleague. */
    heldId: `peer-held-${id}`,
    /** Closed long ago, led by the trainee of the cell, who said what she would do. */
    pastId: `peer-past-${id}`,
  };
}

interface Session {
  readonly id: string;
  readonly day: string;
  readonly leaderId: string;
  readonly isHeld: boolean;
}

function addSession(insert: Insert, cohortId: string, { id, day, leaderId, isHeld }: Session): void {
  insert('peer_sessions', {
    ...{ id, cohort_id: cohortId, day, starts_at: '14:00', ends_at: '15:00', place: 'Room', revision: 1 },
    ...{ saved_by: leaderId, saved_at: AT, held_at: isHeld ? AT : null, format: 'case_discussion' },
  });
  const part = { id: `${id}-leader`, session_id: id, trainee_id: leaderId, role: 'leader', given_by: leaderId };
  insert('peer_parts', { ...part, given_at: AT });
}

function addThere(insert: Insert, sessionId: string, people: readonly string[]): void {
  for (const trainee_id of new Set(people))
    insert('peer_attendance', {
      ...{ session_id: sessionId, trainee_id, attendance: 'there', marked_by: trainee_id, marked_at: AT },
    });
}

/** Adds them. */
export function addPeerSessions(insert: Insert, column: Column, way: Way): void {
  const { traineeId, viewerId, role } = column;
  const ids = peerSessionsOf(column, way);
  const cohort = cohortOf(traineeId);
  const add = (session: Session) => addSession(insert, cohort, session);
  add({ id: ids.comingId, day: '2090-03-01', leaderId: traineeId, isHeld: false });
  for (const id of [ids.droppedId, ids.answeredId])
    insert('peer_questions', { id, session_id: ids.comingId, words: 'Why?', asked_on: LONG_AGO });
  for (const id of [ids.toMarkId, ids.toCloseId]) {
    add({ id, day: LONG_AGO, leaderId: traineeId, isHeld: false });
    addThere(insert, id, [traineeId]);
  }
  add({ id: ids.heldId, day: today(), leaderId: colleagueOf(traineeId), isHeld: true });
  addThere(insert, ids.heldId, [traineeId, role === 'trainee' && viewerId ? viewerId : traineeId]);
  add({ id: ids.pastId, day: LONG_AGO, leaderId: traineeId, isHeld: true });
  addThere(insert, ids.pastId, [traineeId]);
  insert('peer_intentions', { session_id: ids.pastId, trainee_id: traineeId, words: 'Ask more', said_at: AT });
}

const of = ({ column, way }: Visit) => peerSessionsOf(column, way);
type Ids = ReturnType<typeof peerSessionsOf>;
const onSession = (id: (ids: Ids) => string, fields: (visit: Visit) => Record<string, string> = () => ({})): Reach => ({
  page: (visit) => `/peer-sessions/${id(of(visit))}`,
  input: (visit) => ({ sessionId: id(of(visit)), ...fields(visit) }),
});
const onQuestion = (id: (ids: Ids) => string, fields: Record<string, string> = {}): Reach => ({
  page: (visit) => `/peer-sessions/${of(visit).comingId}`,
  input: (visit) => ({ questionId: id(of(visit)), ...fields }),
});

/** How each action around a session that is run is reached. */
export const PEER_AFTER_REACHES: Readonly<Record<string, Reach>> = {
  'peerAfter.close': onSession(({ toCloseId }) => toCloseId),
  'peerAfter.giveFeedback': onSession(
    ({ heldId }) => heldId,
    () => ({ helped: 'The pace.', suggestion: '' }),
  ),
  'peerAfter.intend': onSession(
    ({ heldId }) => heldId,
    () => ({ intention: 'Ask one question more.' }),
  ),
  'peerAfter.review': {
    ...onSession(
      ({ pastId }) => pastId,
      () => ({ outcome: 'did', review: '' }),
    ),
    page: () => '/peer-sessions',
  },
  'peerAfter.saveAttendance': onSession(
    ({ toMarkId }) => toMarkId,
    ({ column }) => ({ [`attendance-${column.traineeId}`]: 'apologies' }),
  ),
  'peerAfter.useAsEvidence': onSession(
    ({ pastId }) => pastId,
    () => ({ id: randomUUID() }),
  ),
  'peerQuestions.ask': onSession(
    ({ comingId }) => comingId,
    () => ({ id: randomUUID(), question: 'What would you ask?', name: 'without' }),
  ),
  'peerQuestions.setAnswered': onQuestion(({ answeredId }) => answeredId, { done: 'yes' }),
  'peerQuestions.takeBack': onQuestion(({ droppedId }) => droppedId),
};
