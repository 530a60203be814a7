import type { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addPerson, AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import { type Way, WAYS } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
export const cohortOf = ({ traineeId }: Column) => (traineeId === 'nia' ? 'wales' : 'london');

/** An action of the trainee of a cell, a message of Ruth's that was sent to her, and one that she answered. */
export function contactIdsOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return { actionId: `contact-action-${id}`, messageId: `message-${id}`, answeredId: `answered-${id}` };
}

/** Adds them. */
export function addContacts(insert: Insert, column: Column, way: Way): void {
  const { traineeId } = column;
  const { actionId, messageId, answeredId } = contactIdsOf(column, way);
  insert('contact_actions', {
    ...{ id: actionId, trainee_id: traineeId, words: 'A made-up action.', owner_id: traineeId, due_on: inDays(30) },
    ...{ writer_id: 'ruth', written_at: AT },
  });
  for (const one of [messageId, answeredId]) {
    insert('messages', {
      ...{ id: one, sender_id: 'ruth', cohort_id: cohortOf(column), chosen: 'everybody in the cohort' },
      ...{ subject: 'A made-up message', words: 'Made up.', sent_at: AT },
    });
    insert('message_recipients', { id: `${one}:1`, message_id: one, trainee_id: traineeId, read_at: null });
  }
  insert('message_answers', {
    ...{ id: `answer-${answeredId}`, recipient_id: `${answeredId}:1`, writer_id: traineeId, words: 'Made up too.' },
    written_at: AT,
  });
}

/** Tutors for an administrator to assign, to end and to hand over, one of each for each way. */
const tutorFor = (what: 'assigned' | 'ended' | 'handing', way: Way) => `tutor-${what}-${slug(way)}`;

export function addTutors(database: DatabaseSync, insert: Insert): void {
  for (const way of WAYS) {
    for (const what of ['assigned', 'ended', 'handing'] as const) {
      addPerson(database, { id: tutorFor(what, way), name: `Tutor ${what} ${way}` });
      insert('person_roles', { person_id: tutorFor(what, way), role: 'tutor' });
    }
    const handed = tutorFor('handing', way);
    insert('cohorts', { id: `of-${handed}`, name: `Of ${handed}`, region: 'Wales', starts_on: LONG_AGO });
    const row = { kind: 'tutor', ends_on: null };
    insert('assignments', { ...row, id: handed, person_id: handed, cohort_id: `of-${handed}`, starts_on: LONG_AGO });
    const ended = tutorFor('ended', way);
    insert('assignments', { ...row, id: ended, person_id: ended, cohort_id: 'london', starts_on: inDays(3) });
  }
}

const log = ({ column }: Visit) => `/trainees/${column.traineeId}/contacts`;
const tutorsPage = () => '/admin/cohorts/london/tutors';

function everybody({ portal, column }: Visit): Fields {
  const members = portal.rows(
    'select trainee_id from cohort_memberships where cohort_id = ? and left_on is null',
    cohortOf(column),
  );
  return { shown: members.map(({ trainee_id }) => String(trainee_id)) };
}

export const CONTACT_REACHES: Readonly<Record<string, Reach>> = {
  'contacts.write': {
    page: log,
    input: ({ column, way }) => ({
      ...{ id: randomUUID(), actionId: randomUUID(), traineeId: column.traineeId, happenedOn: inDays(0), kind: 'call' },
      ...{ words: `Spoke, ${way}.`, action: '', ownerId: '', dueOn: '', signal: '', corrects: '' },
    }),
  },
  'contacts.addAction': {
    page: log,
    input: ({ column }) => ({
      ...{ actionId: randomUUID(), traineeId: column.traineeId, action: 'Ask again.' },
      ...{ ownerId: column.traineeId, dueOn: inDays(7) },
    }),
  },
  'contacts.endAction': {
    page: log,
    input: ({ column, way }) => ({ endedId: contactIdsOf(column, way).actionId, outcome: 'done', endWords: '' }),
  },
  'messages.send': {
    page: ({ column }) => `/cohorts/${cohortOf(column)}/message`,
    input: (visit) => ({
      ...{ id: randomUUID(), cohortId: cohortOf(visit.column), query: '', subject: 'Thursday' },
      ...{ words: `At ten, ${visit.way}.`, ...everybody(visit) },
    }),
  },
  'messages.answer': {
    page: ({ column, way }) => {
      const { answeredId } = contactIdsOf(column, way);
      return column.role === 'tutor' ? `/messages/${answeredId}/${column.traineeId}` : `/messages/${answeredId}`;
    },
    input: ({ column, way }) => ({
      ...{ id: randomUUID(), messageId: contactIdsOf(column, way).answeredId, traineeId: column.traineeId },
      words: `Answered, ${way}.`,
    }),
  },
  'messages.read': {
    page: ({ column, way }) => `/messages/${contactIdsOf(column, way).messageId}`,
    input: ({ column, way }) => ({ messageId: contactIdsOf(column, way).messageId }),
  },
  'cohortCover.assign': {
    page: tutorsPage,
    input: ({ way }) => ({
      ...{ id: randomUUID(), cohortId: 'london', personId: tutorFor('assigned', way), coversId: '' },
      ...{ startsOn: inDays(10), lastDay: inDays(12), password: DEMO_PASSWORD },
    }),
  },
  'cohortCover.end': {
    page: tutorsPage,
    input: ({ way }) => ({ assignmentId: tutorFor('ended', way), endsOn: inDays(5) }),
  },
  'cohortCover.handOver': {
    page: tutorsPage,
    input: ({ way }) => ({
      ...{ id: randomUUID(), fromId: tutorFor('handing', way), toId: tutorFor('assigned', way), startsOn: inDays(1) },
      ...{ cohortId: '', shown: [`of-${tutorFor('handing', way)}`], password: DEMO_PASSWORD },
    }),
  },
};
