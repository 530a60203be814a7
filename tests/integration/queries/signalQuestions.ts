import type { Reader } from '#db/client.ts';
import { listEnrolledIds } from '#db/queries/signals/enrolled.ts';
import { listMembersNow } from '#db/queries/signals/members.ts';
import { hasSignalNote } from '#db/queries/signals/notes.ts';
import { countSignals } from '#db/queries/signals/signalCounts.ts';
import { listCohortPasts, listPasts, listWholePasts } from '#db/queries/signals/signalPast.ts';

const FROM = { studyFrom: '2026-10-23', leaveFrom: '2026-07-22', monthFrom: '2026-10' };
const entries = async <T>(found: Promise<ReadonlyMap<string, T>>) => [...(await found)];

/** What is asked for signals, today and for a look back. */
export const SIGNAL_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'what signals of a cohort rest on': (db) => entries(listCohortPasts(db, 'london', FROM)),
  'what signals of one trainee rest on': (db) => entries(listPasts(db, ['tom'], FROM)),
  'what signals ever rested on': (db) => entries(listWholePasts(db, ['amara', 'tom', 'nobody'])),
  'who is in a cohort': (db) => listMembersNow(db, 'wales'),
  'who was ever in a cohort': (db) => listEnrolledIds(db, { cohortId: 'london' }),
  'of how many trainees each kind was told': (db) => countSignals(db, new Date('2026-01-01T00:00:00Z')),
  'whether a signal was noted': (db) => hasSignalNote(db, 'demo-note-hannah'),
};
