import type { DatabaseSync } from 'node:sqlite';
import { addPerson, AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import { addMetPiece, countersignFields, type MetPiece, signFields } from '../../support/signing.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

/** Criteria that nothing else in the demo claims: one for each way, so that each is signed once. */
const CRITERION: Readonly<Record<Way, string>> = { 'own page': '6.5', 'another page': '6.6', called: '6.7' };
/** Assessors in training, and who countersigns for them. */
const IN_TRAINING = [
  ['paula', 'Paula Practising', 'daniel'],
  ['quinn', 'Quinn Practising', 'morgan'],
  ['rosa', 'Rosa Practising', 'owen'],
] as const;

/** Adds the assessors in training. */
export function addAssessorsInTraining(database: DatabaseSync, insert: Insert): void {
  for (const [id, name, countersigner] of IN_TRAINING) {
    addPerson(database, { id, name });
    insert('assessor_standings', {
      ...{ id: `${id}-in-training`, assessor_id: id, standing: 'in_training', countersigner_id: countersigner },
      ...{ effective_from: LONG_AGO, reason: 'Made up.', entered_by: 'venetia', entered_at: AT },
    });
  }
}

const slug = (text: string) => text.replaceAll(' ', '-');
const assessorOf = ({ relation, viewerId }: Column) => (relation === 'tom' && viewerId ? viewerId : 'daniel');
const inTraining = ({ relation }: Column) => (relation === 'mine' ? 'paula' : relation === 'tom' ? 'quinn' : 'rosa');

/** What is signed in a cell; in the cells of one trainee that may sign nothing it is never there. */
const toSign = (column: Column, way: Way): MetPiece => ({
  id: `to-sign-off-${slug(`${column.name} ${way}`)}`,
  traineeId: column.traineeId,
  assessorId: assessorOf(column),
  criteria: [CRITERION[way]],
});
const toCountersign = (column: Column, way: Way): MetPiece => ({
  id: `to-countersign-${slug(`${column.name} ${way}`)}`,
  traineeId: column.traineeId,
  assessorId: inTraining(column),
  criteria: ['1.1'],
  needsCountersign: true,
});

/** Cells that sign: the assessor of the trainee, and nobody else. */
const signs = ({ role, relation }: Column) =>
  (role === 'assessor' && relation === 'mine') || (role === 'several' && relation === 'tom');

/** Adds what a cell signs and countersigns. */
export function addSigning(insert: Insert, column: Column, way: Way): void {
  if (signs(column)) addMetPiece(insert, toSign(column, way));
  addMetPiece(insert, toCountersign(column, way));
}

export const countersignId = (column: Column): string => `${toCountersign(column, 'own page').id}-decided`;

/** How the actions are reached. */
export const SIGNING_REACHES: Readonly<Record<string, Reach>> = {
  'signing.sign': {
    page: ({ column }: Visit) => `/assess/trainees/${column.traineeId}/sign`,
    input: ({ column, way }) => signFields(CRITERION[way], [toSign(column, way)]),
  },
  'signing.countersign': {
    page: ({ column, way }: Visit) => `/assess/countersign/${toCountersign(column, way).id}-decided`,
    input: ({ column, way }) => countersignFields(toCountersign(column, way)),
  },
};
