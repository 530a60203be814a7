import { sql } from 'drizzle-orm';
import {
  contactActionEnds,
  contactActions,
  contentRemovals,
  messageAnswers,
  messageRecipients,
  messages,
  people,
} from '#db/schema/index.ts';

const today = sql.placeholder('today');
const me = sql.placeholder('me');

/** Open actions of the contact log, with who does them. */
const openAction = sql`select 'contact-action' as kind, a.id as id, a.trainee_id as trainee_id,
    iif(a.due_on < ${today}, a.due_on, date(a.written_at, 'unixepoch')) as since,
    json_object('dueOn', a.due_on, 'words', a.words, 'ownerId', a.owner_id, 'by', p.name, 'overdue', a.due_on < ${today}, 'own', a.owner_id = ${me}) as details
  from ${contactActions} a join ${people} p on p.id = a.owner_id
  where not exists (select 1 from ${contactActionEnds} e where e.action_id = a.id)`;

/** What the viewer said that she would do, from two weeks before its day. */
export const OWN_CONTACT_ACTION = sql`${openAction} and a.owner_id = ${me} and a.due_on <= date(${today}, '+14 days')`;

/** What somebody else was to do and is overdue: for tutors, also where whoever was to do it has gone. */
export const OVERDUE_CONTACT_ACTION = sql`${openAction} and a.owner_id <> ${me} and a.due_on < ${today}`;

/** Messages that she has not said that she has read. Of the viewer's own only. */
export const MESSAGE_TO_READ = sql`select 'message' as kind, g.id as id, r.trainee_id as trainee_id, g.sent_at as since, json_object('subject', g.subject, 'by', p.name) as details
  from ${messageRecipients} r join ${messages} g on g.id = r.message_id join ${people} p on p.id = g.sender_id
  where r.trainee_id = ${me} and r.read_at is null and g.words <> ''
    and not exists (select 1 from ${contentRemovals} c where c.kind = 'work_record' and c.record_id = r.trainee_id and c.removed_at >= g.sent_at)`;

/** What the other one wrote last in a thread of the viewer's: it waits until she has seen it, or has written herself. */
export const ANSWER_TO_READ = sql`select 'message-answer' as kind, w.id as id, r.trainee_id as trainee_id, w.written_at as since, json_object('messageId', g.id, 'subject', g.subject, 'by', p.name) as details
  from ${messageRecipients} r join ${messages} g on g.id = r.message_id join ${messageAnswers} w on w.recipient_id = r.id join ${people} p on p.id = w.writer_id
  where (r.trainee_id = ${me} or g.sender_id = ${me}) and w.writer_id <> ${me} and w.words <> ''
    and not exists (select 1 from ${messageAnswers} n where n.recipient_id = w.recipient_id and (n.written_at, n.rowid) > (w.written_at, w.rowid))`;
