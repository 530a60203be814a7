import type { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addPerson, AT, CRITERIA, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf, type Way, WAYS } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const plannedIdOf = ({ name }: Column, way: Way) => `planned-${slug(`${name} ${way}`)}`;
/** Whose trainee is handed over, one assessor for each way: a second hand-over would find nobody. */
const handsOver = (way: Way) => `hands-over-${slug(way)}`;

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** Assessors whose trainee an administrator hands over. */
export function addHandOvers(database: DatabaseSync, insert: Insert): void {
  for (const way of WAYS) {
    const id = handsOver(way);
    addPerson(database, { id, name: `Hands Over ${way}` });
    insert('person_roles', { person_id: id, role: 'assessor' });
    insert('assignments', {
      id,
      kind: 'assessor',
      person_id: id,
      trainee_id: 'marcus',
      starts_on: LONG_AGO,
      ends_on: null,
    });
  }
}

/** Something planned with the trainee of a cell. */
export function addPlanned(insert: Insert, column: Column, way: Way): void {
  insert('assessment_plan_items', {
    ...{ id: plannedIdOf(column, way), trainee_id: column.traineeId, planned_by: 'daniel', kind: 'reflective_account' },
    ...{ criteria: JSON.stringify(CRITERIA), planned_on: inDays(7), words: '', planned_at: AT },
  });
}

const traineePage = ({ column }: Visit) => `/assess/trainees/${column.traineeId}`;
const draft = ({ column, way }: Visit): Fields => ({
  submissionId: recordsOf(column, way).waitingId,
  basedOn: '0',
  comment: `Held ${way}`,
});

export const ASSESSING_REACHES: Readonly<Record<string, Reach>> = {
  'assess.hold': { page: ({ column, way }) => `/assess/${recordsOf(column, way).waitingId}`, input: draft },
  'assessmentPlan.add': {
    page: traineePage,
    input: ({ column }) => ({
      ...{ id: randomUUID(), traineeId: column.traineeId, kind: 'reflective_account', criteria: [...CRITERIA] },
      ...{ plannedOn: inDays(7), words: 'A made-up plan.' },
    }),
  },
  'assessmentPlan.remove': { page: traineePage, input: ({ column, way }) => ({ id: plannedIdOf(column, way) }) },
  'handOver.confirm': {
    page: () => '/admin/hand-over',
    input: ({ way }) => ({
      ...{ id: randomUUID(), fromId: handsOver(way), toId: 'joan', startsOn: inDays(1), shown: ['marcus'] },
      password: DEMO_PASSWORD,
    }),
  },
};
