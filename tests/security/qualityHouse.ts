import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  addAssessment,
  addEvidence,
  addPerson,
  addSubmission,
  AT,
  CRITERIA,
  type Insert,
  inserter,
} from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';

export const DAY = 86_400_000;
/** So many days from today, `YYYY-MM-DD`. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Vera is a quality assurer who assesses too, and Ines another one; both sample. */
function addVerifiers(database: DatabaseSync, insert: Insert): void {
  for (const [id, name, roles] of [
    ['vera', 'Vera Twohats', ['verifier', 'assessor', 'trainee']],
    ['ines', 'Ines Otherwise', ['verifier']],
  ] as const) {
    addPerson(database, { id, name });
    for (const role of roles) insert('person_roles', { person_id: id, role });
  }
}

interface Piece {
  readonly id: string;
  readonly traineeId?: string;
  readonly assessorId?: string;
  readonly sampledBy?: readonly string[];
}

/** A decided piece `ID-1` with its assessment `ID-decided`, in samples. */
export function addDecided(
  insert: Insert,
  { id, traineeId = 'tom', assessorId = 'daniel', sampledBy = ['vera'] }: Piece,
) {
  addEvidence(insert, { id, traineeId });
  addSubmission(insert, { id: `${id}-1`, evidenceId: id, traineeId });
  addAssessment(insert, { id: `${id}-decided`, submissionId: `${id}-1`, assessorId });
  for (const verifier of sampledBy)
    insert('samples', { submission_id: `${id}-1`, verifier_id: verifier, sampled_at: AT });
}

/** Opens a demo for records of quality assurance. */
export const furnished = (furnish: (insert: Insert) => void) => (database: DatabaseSync) => {
  const insert = inserter(database);
  addVerifiers(database, insert);
  furnish(insert);
};

const TESTS = Object.fromEntries(
  ['valid', 'authentic', 'current', 'sufficient'].map((name) => [`test-${name}`, 'yes']),
);

/** A look at a piece: agreed on everything, unless it is said. */
export function look(piece: string, change: Fields = {}): Fields {
  return {
    ...{ verificationId: randomUUID(), submissionId: `${piece}-1`, assessmentId: `${piece}-decided`, seenLook: '' },
    ...{ words: '', ...TESTS },
    ...Object.fromEntries(CRITERIA.map((id) => [`say-${id}`, 'agree'])),
    ...change,
  };
}

export const lookAt = (piece: string) => `/quality/samples/${piece}-1?_action=quality.verify`;
