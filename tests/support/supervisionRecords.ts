import type { ReviewRecord } from '#src/domain/supervision/record.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';
import { reviewHash } from '#src/server/ledger/hashes.ts';
import { AT, type Insert, LONG_AGO } from './demoRecords.ts';

interface MadeUpReview {
  readonly id: string;
  readonly traineeId: string;
  readonly writer: string;
  readonly isReady: boolean;
  readonly notes?: string;
  readonly heldOn?: string;
}

/** A review record of long ago with one action, `ID-action`, of the trainee's; nobody has signed it. */
export function addReview(insert: Insert, review: MadeUpReview): void {
  const {
    id,
    traineeId,
    writer,
    isReady,
    notes = 'Somebody made up said something made up.',
    heldOn = LONG_AGO,
  } = review;
  insert('supervision_reviews', {
    id,
    trainee_id: traineeId,
    meeting_id: null,
    held_on: heldOn,
    facts: '{}',
    notes,
    revision: 1,
    created_by: writer,
    created_at: AT,
    saved_by: writer,
    saved_at: AT,
    ready_at: isReady ? AT : null,
  });
  insert('supervision_actions', {
    id: `${id}-action`,
    review_id: id,
    position: 1,
    words: 'Do something made up.',
    part: 'trainee',
    due_on: heldOn,
    done_at: null,
    done_by: null,
  });
}

/** Rows of a running portal's database. */
interface Rows {
  rows(sql: string, ...values: (string | number)[]): Record<string, unknown>[];
}

const textIn = (row: Record<string, unknown> | undefined, name: string) => {
  const value = row?.[name];
  return typeof value === 'string' ? value : '';
};
const instantIn = (row: Record<string, unknown> | undefined, name: string) => new Date(Number(row?.[name]) * 1000);

/** The fingerprint that a page to sign this record shows, from what is stored now. */
export function reviewSha256(portal: Rows, id: string): string {
  const [row] = portal.rows('select * from supervision_reviews where id = ?', id);
  const actions = portal.rows('select * from supervision_actions where review_id = ?', id);
  const record: ReviewRecord = {
    id,
    traineeId: textIn(row, 'trainee_id'),
    meetingId: row?.['meeting_id'] ? textIn(row, 'meeting_id') : null,
    heldOn: textIn(row, 'held_on'),
    facts: textIn(row, 'facts'),
    notes: textIn(row, 'notes'),
    createdBy: textIn(row, 'created_by'),
    createdAt: instantIn(row, 'created_at'),
    savedBy: textIn(row, 'saved_by'),
    savedAt: instantIn(row, 'saved_at'),
    actions: actions.map((action) => ({
      id: textIn(action, 'id'),
      position: Number(action['position']),
      words: textIn(action, 'words'),
      part: textIn(action, 'part') as ReviewPart,
      dueOn: textIn(action, 'due_on'),
    })),
  };
  return reviewHash(record);
}
