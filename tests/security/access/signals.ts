import { randomUUID } from 'node:crypto';
import { keyOf } from '#src/domain/signals/rules/rule.ts';
import { addEvidence, addSubmission, AT, type Insert } from '../../support/demoRecords.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const now = () => Math.floor(Date.now() / 1000);

/** A signal of another kind for each way: what was noted once stands apart. Of both trainees whose tutors are in the table. */
const KIND: Readonly<Record<Way, { readonly kind: string; readonly facts: string }>> = {
  'own page': { kind: 'placement-cancelled', facts: 'placements' },
  'another page': { kind: 'study-time-lost', facts: 'study_sessions' },
  called: { kind: 'evidence-returned', facts: 'submissions' },
};

function addFacts(insert: Insert, traineeId: string): void {
  const id = `signal-${traineeId}`;
  insert('placements', {
    ...{
      id,
      trainee_id: traineeId,
      kind: 'partner_agency',
      place: 'Made-up group',
      host_contact: 'Gate',
      look_for: 'Days',
    },
    ...{ starts_on: inDays(1), ends_on: inDays(2), proposed_at: AT, cancelled_at: now(), cancelled_by: traineeId },
    cancel_reason: 'Made up',
  });
  insert('study_sessions', {
    ...{ id, trainee_id: traineeId, day: inDays(-3), minutes: 600, part: 'modules', planned_at: AT, revision: 1 },
  });
  insert('study_records', {
    ...{ id, session_id: id, trainee_id: traineeId, number: 1, taken_minutes: 0, lost_minutes: 600 },
    ...{ cause: 'duty_cover', words: '', recorded_at: now() },
  });
  addEvidence(insert, { id, traineeId });
  addSubmission(insert, { id: `${id}-1`, evidenceId: id, traineeId });
  insert('assessments', {
    ...{ id: `${id}-1`, submission_id: `${id}-1`, assessor_id: 'joan', outcome: 'returned', comment: 'Again.' },
    assessed_at: AT,
  });
}

/** Adds what they are told of. */
export function addSignals(insert: Insert): void {
  for (const traineeId of ['amara', 'nia']) addFacts(insert, traineeId);
}

/** Every fact there may be behind it: whoever sends it has read them all. */
function factKey({ portal, column, way }: Visit): string {
  const rows = portal.rows(`select id from ${KIND[way].facts} where trainee_id = ?`, column.traineeId);
  return keyOf(rows.map(({ id }) => String(id)));
}

export const SIGNAL_REACHES: Readonly<Record<string, Reach>> = {
  'signals.note': {
    page: ({ column }) => `/trainees/${column.traineeId}`,
    input: (visit) => ({
      ...{ noteId: randomUUID(), traineeId: visit.column.traineeId, kind: KIND[visit.way].kind },
      ...{ factKey: factKey(visit), noteWords: `Looked at together, ${visit.way}.` },
    }),
  },
};
