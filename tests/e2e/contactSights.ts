import { randomUUID } from 'node:crypto';
import { LONG, post, see, type Sight } from './sight.ts';

/** The contact log, messages and tutors of a cohort, as each of those who see them. */
export const CONTACT_PAGES: readonly Sight[] = [
  ...see('ruth', [
    '/trainees/tom/contacts',
    '/trainees/tom/contacts?signal=over-limit',
    '/trainees/tom/contacts?written=yes',
    '/cohorts/london/message',
    '/cohorts/london/message?late=2',
  ]),
  ...see('ruth', ['/messages', '/messages/message-peer', '/messages/message-peer?sent=yes']),
  ...see('ruth', ['/messages/message-peer/ade', '/messages/message-peer/chloe?answered=yes']),
  ...see('ade', ['/messages/message-peer']),
  ...see('imogen', ['/messages/message-peer']),
  ...see('tom', ['/trainees/tom/contacts?entry=contact-tom-1', '/trainees/tom/contacts?show=ended&page=7']),
  ...see('tom', ['/trainees/tom/contacts', '/messages', '/messages/message-late']),
  ...see('amara', ['/messages/message-peer']),
  ...see('kerry', ['/trainees/tom/contacts']),
  ...see('imogen', ['/', '/cohorts', '/account', '/trainees/priya/contacts']),
  ...see('gwen', ['/messages', '/trainees/nia/contacts', '/cohorts/wales/message?late=12']),
  ...see('harvey', [
    '/admin/cohorts/london/tutors',
    '/admin/cohorts/london/tutors?assigned=yes',
    '/admin/cohorts/london/tutors?fromId=ruth&toId=gwen&all=yes',
    '/admin/cohorts/london/tutors?fromId=ruth&toId=ruth&day=2020-01-06',
  ]),
];

/** What they answer with "no". */
export const CONTACT_PROBLEMS: readonly Sight[] = [
  ...see(
    'gwen',
    ['/trainees/tom/contacts', '/cohorts/london/message', '/messages/message-late', '/messages/message-peer/ade'],
    404,
  ),
  ...see('imogen', ['/messages/message-peer/ade'], 404),
  post('ade', '/messages/message-peer', '/messages/message-peer?_action=messages.answer', {
    ...{ id: randomUUID(), messageId: 'message-peer', traineeId: 'ade', words: 'Ask Mr Fairweather.' },
  }),
  post('ruth', '/messages/message-peer/chloe', '/messages/message-peer/chloe?_action=messages.answer', {
    ...{ id: randomUUID(), messageId: 'message-peer', traineeId: 'chloe', words: '' },
  }),
  post('ruth', '/trainees/amara/contacts', '/trainees/amara/contacts?_action=contacts.write', {
    ...{ id: randomUUID(), actionId: randomUUID(), traineeId: 'amara', happenedOn: '', words: LONG, action: 'Ask.' },
    ...{ ownerId: '', dueOn: '', signal: '', corrects: '' },
  }),
  post('ruth', '/trainees/tom/contacts', '/trainees/tom/contacts?_action=contacts.write', {
    ...{ id: randomUUID(), actionId: randomUUID(), traineeId: 'tom', happenedOn: '', kind: 'call', words: '' },
    ...{ action: '', ownerId: '', dueOn: '', signal: '', corrects: 'contact-tom-1' },
  }),
  post('ruth', '/trainees/tom/contacts', '/trainees/tom/contacts?_action=contacts.addAction', {
    ...{ actionId: randomUUID(), traineeId: 'tom', action: '', ownerId: '', dueOn: '' },
  }),
  post('ruth', '/trainees/tom/contacts', '/trainees/tom/contacts?_action=contacts.endAction', {
    ...{ endedId: 'contact-action-tom-1', endWords: 'Ring 07700 900123 first' },
  }),
  post('ruth', '/cohorts/london/message', '/cohorts/london/message?_action=messages.send', {
    ...{
      id: randomUUID(),
      cohortId: 'london',
      query: '',
      shown: ['tom'],
      subject: 'To one',
      words: 'Ask Mr Fairweather.',
    },
  }),
  post(
    'ruth',
    '/cohorts/london/message',
    '/cohorts/london/message?_action=messages.send',
    { id: randomUUID(), cohortId: 'london', query: '', shown: ['tom'], subject: 'To one', words: 'Made up.' },
    409,
  ),
  post('harvey', '/admin/cohorts/london/tutors', '/admin/cohorts/london/tutors?_action=cohortCover.assign', {
    ...{ id: randomUUID(), cohortId: 'london', personId: '', coversId: '', startsOn: '', lastDay: '', password: '' },
  }),
  post('harvey', '/admin/cohorts/wales/tutors', '/admin/cohorts/wales/tutors?_action=cohortCover.end', {
    ...{ assignmentId: 'tutor-gwen-wales', endsOn: '2099-12-31' },
  }),
  post('harvey', '/admin/cohorts/london/tutors', '/admin/cohorts/london/tutors?_action=cohortCover.handOver', {
    ...{ id: randomUUID(), fromId: 'ruth', toId: 'gwen', startsOn: '2099-12-31', cohortId: '', shown: ['london'] },
    password: 'not the password',
  }),
];
