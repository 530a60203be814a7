import { randomUUID } from 'node:crypto';
import { addDays } from '#src/domain/calendar.ts';
import { AT, type Insert } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Column } from './cast.ts';
import { peerSessionsOf } from './peerAfter.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const cohortOf = (traineeId: string) => (traineeId === 'nia' ? 'wales' : 'london');
const SOON = addDays(new Date().toISOString().slice(0, 10), 20);
const colleagueOf = (traineeId: string) => (traineeId === 'nia' ? 'rhys' : 'sofia');

/** What belongs to the plan of a session of one cell and way. */
function peerPlanOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return {
    /** To come, and cancelled by whoever may. */
    toCancelId: `peer-to-cancel-${id}`,
    /** To come soon, while everybody’s programme runs, and led by the trainee who may ask a colleague. */
    toSwapId: `peer-to-swap-${id}`,
    materialId: `peer-material-${id}`,
    /** A colleague asked the trainee of the cell; she asked a colleague. */
    answeredId: `peer-swap-answered-${id}`,
    withdrawnId: `peer-swap-withdrawn-${id}`,
  };
}

function addSwap(insert: Insert, swap: { id: string; session_id: string; asked_by: string; asked_of: string }): void {
  insert('peer_swaps', { ...swap, in_return_id: null, words: '', asked_at: AT });
}

/** Whoever may do something has a part, so that she may also prepare: the trainee of the cell leads. */
function addParts(insert: Insert, { viewerId, relation }: Column, sessionId: string): void {
  if (viewerId === null || (relation !== 'own' && relation !== 'mate')) return;
  for (const role of ['presenter', 'note_taker'])
    insert('peer_parts', {
      ...{ id: `${sessionId}-${role}`, session_id: sessionId, trainee_id: viewerId, role },
      ...{ given_by: viewerId, given_at: AT },
    });
}

/** Adds it, beside the sessions of `addPeerSessions`. */
export function addPeerPlans(insert: Insert, column: Column, way: Way): void {
  const { traineeId, role, relation } = column;
  const { comingId, heldId, pastId } = peerSessionsOf(column, way);
  const { toCancelId, toSwapId, materialId, answeredId, withdrawnId } = peerPlanOf(column, way);
  const colleague = colleagueOf(traineeId);
  const session = (id: string, day: string) =>
    insert('peer_sessions', {
      ...{ id, cohort_id: cohortOf(traineeId), day, starts_at: '14:00', ends_at: '15:00', place: 'Room' },
      ...{ revision: 1, saved_by: traineeId, saved_at: AT },
    });
  if (role === 'tutor' || role === 'several') session(toCancelId, '2090-04-05');
  if (relation === 'own') {
    session(toSwapId, SOON);
    const part = { id: `${toSwapId}-leader`, session_id: toSwapId, trainee_id: traineeId, role: 'leader' };
    insert('peer_parts', { ...part, given_by: traineeId, given_at: AT });
  }
  addParts(insert, column, comingId);
  insert('peer_materials', {
    ...{ id: materialId, session_id: comingId, title: 'Made up', words: 'Made up.', added_by: traineeId, added_at: AT },
  });
  addSwap(insert, { id: answeredId, session_id: heldId, asked_by: colleague, asked_of: traineeId });
  addSwap(insert, { id: withdrawnId, session_id: pastId, asked_by: traineeId, asked_of: colleague });
}

const coming = ({ column, way }: Visit) => peerSessionsOf(column, way).comingId;
const plan = ({ column, way }: Visit) => peerPlanOf(column, way);
const rota = ({ column }: Visit) => `/cohorts/${cohortOf(column.traineeId)}/peer-sessions`;

function revisionOf(visit: Visit): string {
  const [row] = visit.portal.rows('select revision from peer_sessions where id = ?', coming(visit));
  return String(row?.revision);
}

const onComing = (fields: (visit: Visit) => Fields): Reach => ({
  page: (visit) => `/peer-sessions/${coming(visit)}`,
  input: (visit) => ({ sessionId: coming(visit), ...fields(visit) }),
});

/** A day that no other cell plans. */
let planned = 0;
const freshDay = () => addDays('2031-01-01', (planned += 1));

/** How each action about a session before it is held is reached. */
export const PEER_PLAN_REACHES: Readonly<Record<string, Reach>> = {
  'peerRota.save': {
    page: rota,
    input: ({ column }) => ({
      cohortId: cohortOf(column.traineeId),
      ...{ startsAt: '14:00', endsAt: '15:00', place: 'Room' },
      ...{ id: [randomUUID()], day: [freshDay()], leader: [''] },
    }),
  },
  'peerRota.lead': {
    page: rota,
    input: (visit) => ({ sessionId: coming(visit), leader: '', was: visit.column.traineeId }),
  },
  'peerRota.cancel': {
    page: (visit) => `/peer-sessions/${coming(visit)}`,
    input: (visit) => ({ sessionId: plan(visit).toCancelId, cancelReason: 'Nobody can come.' }),
  },
  'peerSessions.plan': onComing((visit) => ({
    ...{ revision: revisionOf(visit), format: 'case_discussion', title: `Planned on ${visit.way}` },
    ...{ aim: '', contentNote: '', guest: '' },
  })),
  'peerSessions.arrange': onComing((visit) => ({
    ...{ revision: revisionOf(visit), day: '', startsAt: '13:00', endsAt: '14:00', place: `Room for ${visit.way}` },
  })),
  'peerSessions.takeRole': onComing(() => ({ role: 'timekeeper' })),
  'peerSessions.leaveRole': onComing(() => ({ role: 'note_taker' })),
  'peerSessions.prepare': onComing(() => ({ item: 'aim', done: 'yes' })),
  'peerSessions.addMaterial': onComing(() => ({
    ...{ id: randomUUID(), materialTitle: 'A page', materialWords: 'Read it.', materialAddress: '' },
  })),
  'peerSessions.removeMaterial': onComing((visit) => ({ materialId: plan(visit).materialId })),
  'peerSwaps.ask': onComing((visit) => ({
    sessionId: visit.column.relation === 'own' ? plan(visit).toSwapId : coming(visit),
    ...{ id: randomUUID(), askedOf: colleagueOf(visit.column.traineeId), inReturnId: '', swapWords: '' },
  })),
  'peerSwaps.answer': {
    page: () => '/peer-sessions',
    input: (visit) => ({ swapId: plan(visit).answeredId, answer: 'declined' }),
  },
  'peerSwaps.withdraw': {
    page: () => '/peer-sessions',
    input: (visit) => ({ swapId: plan(visit).withdrawnId }),
  },
};
