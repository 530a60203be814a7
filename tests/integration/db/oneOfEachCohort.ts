import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from '#db/schema/index.ts';
import { AT } from './rows.ts';

/** A row as its table wants it. */
function row<Table extends SQLiteTable>(table: Table, values: Table['$inferInsert']): [SQLiteTable, object] {
  return [table, values];
}

const hers = { traineeId: 'amara' } as const;
const times = { day: '2026-11-20', startsAt: '14:00', endsAt: '15:30', place: 'Room 2' } as const;
const session = { id: 'peer', cohortId: 'cohort-of-one', ...times, revision: 1, savedBy: 'daniel', savedAt: AT };
const peer = { sessionId: 'peer', ...hers };
const action = { id: 'action', ...hers, ownerId: 'amara', dueOn: '2026-11-27', writerId: 'daniel', writtenAt: AT };
const change = { fromStartedOn: '2026-07-06', toStartedOn: '2026-07-06', effectiveOn: '2026-11-20' } as const;

/** One row in each table of cohorts, signals, contacts and peer sessions that keeps its rows, with what it refers to. */
export const COHORT_ROWS: readonly [SQLiteTable, object][] = [
  row(tables.cohorts, { id: 'cohort-of-one', name: 'A cohort of one', region: 'London', startsOn: '2026-07-06' }),
  row(tables.cohortOrigins, { cohortId: 'cohort-of-one', madeBy: 'daniel', madeAt: AT }),
  row(tables.signalNotes, {
    ...{ id: 'note', ...hers, kind: 'no-sign-in', factKey: '2026-11-01' },
    ...{ personId: 'daniel', words: 'We spoke', returnsOn: '2026-11-27', notedAt: AT },
  }),
  row(tables.contacts, {
    ...{ id: 'contact', ...hers, writerId: 'daniel', happenedOn: '2026-11-20' },
    ...{ kind: 'call', words: 'We spoke', writtenAt: AT },
  }),
  row(tables.contactActions, { ...action, words: 'Send the timetable' }),
  row(tables.contactActionEnds, { actionId: 'action', outcome: 'done', words: '', personId: 'amara', endedAt: AT }),
  row(tables.messages, {
    ...{ id: 'message', senderId: 'daniel', cohortId: 'cohort-of-one', chosen: 'everybody' },
    ...{ subject: 'Thursday', words: 'We meet at ten', sentAt: AT },
  }),
  row(tables.messageRecipients, { id: 'message-of-hers', messageId: 'message', ...hers }),
  row(tables.messageAnswers, {
    ...{ id: 'answer', recipientId: 'message-of-hers', writerId: 'amara', words: 'I come', writtenAt: AT },
  }),
  row(tables.peerSessions, session),
  row(tables.peerIntentions, { ...peer, words: 'Ask one question more', saidAt: AT }),
  row(tables.peerIntentionReviews, { ...peer, outcome: 'did', words: '', saidAt: AT }),
  row(tables.peerFeedback, { ...peer, helped: 'The pace', suggestion: 'A break', givenAt: AT }),
  row(tables.peerEvidence, { ...peer, evidenceId: 'item' }),
  row(tables.enrolmentChanges, {
    ...{ id: 'moved', ...hers, fromRouteId: 'standard-15', toRouteId: 'standard-21', ...change },
    ...{ fromHoursPerWeek: 37, toHoursPerWeek: 37, reason: 'Asked for', changedBy: 'daniel', changedAt: AT },
  }),
  row(tables.auditEntries, {
    id: 'entry',
    at: AT,
    actorId: 'daniel',
    act: 'person.added',
    personId: 'amara',
    details: '{}',
  }),
];
