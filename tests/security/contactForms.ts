import { randomUUID } from 'node:crypto';
import type { Fields } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** Forms of the contact log and of messages as their pages make them, each with an id of its own. */
export function contactForms(
  portal: () => PortalServer,
): Readonly<Record<string, { person: string; page: string; fields: () => Fields }>> {
  const london = () =>
    portal()
      .rows(`select trainee_id from cohort_memberships where cohort_id = 'london' and left_on is null`)
      .map(({ trainee_id }) => String(trainee_id));
  return {
    'contacts.write': {
      person: 'ruth',
      page: '/trainees/amara/contacts',
      fields: () => ({
        ...{ id: randomUUID(), actionId: randomUUID(), traineeId: 'amara', happenedOn: inDays(0), kind: 'call' },
        ...{ words: 'Written once.', action: 'Agreed once.', ownerId: 'amara', dueOn: inDays(70) },
        ...{ signal: '', corrects: '' },
      }),
    },
    'contacts.endAction': {
      person: 'ruth',
      page: '/trainees/tom/contacts',
      fields: () => ({ endedId: 'contact-action-tom-1', outcome: 'done', endWords: 'Ended once.' }),
    },
    'messages.answer': {
      person: 'ruth',
      page: '/messages/message-peer/ade',
      fields: () => ({
        ...{ id: randomUUID(), messageId: 'message-peer', traineeId: 'ade', words: 'Written back once.' },
      }),
    },
    'messages.send': {
      person: 'ruth',
      page: '/cohorts/london/message',
      fields: () => ({
        ...{ id: randomUUID(), cohortId: 'london', query: '', subject: 'Sent once', words: 'Once.' },
        shown: london(),
      }),
    },
  };
}
