import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { listChoices } from '#db/queries/notices/choices.ts';
import * as jobs from '#db/queries/notices/jobs.ts';
import * as mailCounts from '#db/queries/notices/mailCounts.ts';
import { listNotices, listUnread } from '#db/queries/notices/notices.ts';
import { unreadOf } from '#db/queries/notices/stillHers.ts';
import { findReceiver } from '#db/queries/sessions.ts';

const TODAY = '2026-11-19';
const ids = ['notice-ruth-tom-new-signal-modules-late'];

/** Questions about notices and e-mails. */
export const NOTICE_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'what a tutor was told': (db) => listNotices(db, { personId: 'ruth', day: TODAY, most: 50 }),
  'what she has not read of some': (db) => listUnread(db, { personId: 'ruth', day: TODAY, ids }),
  'how much she has not read': (db) => db.all(sql`select ${unreadOf('ruth', TODAY)} as unread`),
  'what people chose': (db) => listChoices(db, ['ruth', 'tom']),
  'whom an e-mail is for': (db) => findReceiver(db, 'ruth', TODAY),
  'cohorts to look at': (db) => jobs.listCohortsToLookAt(db, 'signals:'),
  'tutors of a cohort on a day': (db) => jobs.listTutorsOfCohort(db, 'london', TODAY),
  'tutors of a trainee on a day': (db) => jobs.listTutorsOfTrainee(db, 'tom', TODAY),
  'whose weekly e-mail may hold something': (db) => jobs.listDigestReaders(db, TODAY),
  'how the outbox stands': (db) => mailCounts.countWaiting(db),
};
