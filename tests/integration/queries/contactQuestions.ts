import type { Reader } from '#db/client.ts';
import * as contacts from '#db/queries/contacts/contacts.ts';
import * as log from '#db/queries/contacts/log.ts';
import * as answers from '#db/queries/messages/answers.ts';
import * as messages from '#db/queries/messages/messages.ts';
import * as tutors from '#db/queries/cohortCover/tutors.ts';
import { aViewer } from '../../support/viewer.ts';

const TODAY = '2026-11-19';
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });

/** Questions about contact logs, messages and tutors of cohorts, which `everyQuery.test.ts` asks with the others. */
export const CONTACT_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'the contact log of a trainee': (db) => log.listContacts(db, { traineeId: 'tom' }),
  'an entry of it': (db) => contacts.findContact(db, 'contact-tom-2'),
  'what was agreed with a trainee': (db) => contacts.listContactActions(db, 'tom', TODAY),
  'an action of the contact log': (db) => contacts.findContactAction(db, 'contact-action-tom-1'),
  'messages that somebody got': (db) => messages.listReceived(db, 'tom'),
  'messages that went to a tutor’s cohorts': (db) => messages.listSent(db, ruth),
  'a message that somebody got': (db) => messages.findReceived(db, 'message-late', 'tom'),
  'a message': (db) => messages.findMessage(db, 'message-peer'),
  'messages with the same words': async (db) => {
    const { subject = '', words = '' } = (await messages.findMessage(db, 'message-peer')) ?? {};
    return messages.listSentAlike(db, { senderId: 'ruth', subject, words, since: new Date(0) });
  },
  'who got a message': (db) => messages.listRecipients(db, ruth, 'message-peer'),
  'the thread of a message': (db) =>
    answers.findThread(db, { messageId: 'message-peer', traineeId: 'ade', day: TODAY }),
  'what was written back to a message': (db) =>
    answers.listAnswers(db, { messageId: 'message-peer', traineeId: 'ade' }),
  'threads of a message': (db) => answers.listThreads(db, ruth, 'message-peer'),
  'an answer': (db) => answers.findAnswer(db, 'answer-ade-10'),
  'whom a message can go to': (db) => messages.listMembers(db, ruth, 'london'),
  'the tutors of a cohort': (db) => tutors.listTutors(db, ['london']),
  'a tutor’s assignment': (db) => tutors.findTutor(db, 'tutor-imogen-london'),
  'who may be a tutor': (db) => tutors.listTutorPeople(db, TODAY),
  'a tutor’s own cohorts': (db) => tutors.listOwnCohorts(db, 'ruth', TODAY),
  'what is open of a tutor': (db) =>
    tutors.listOpenOfTutor(db, { personId: 'ruth', cohortIds: ['london'], day: TODAY }),
};
