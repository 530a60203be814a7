import { instantText, oneWay, sha256 } from './canonical.ts';
import { type Removals, removalKey } from './removals.ts';
import { childrenOf, pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

/** A supervision review as its rows say now. */
export interface ReviewFacts {
  /** SHA-256 worked out anew from what is stored; the one that was kept, where the content was removed as it should be. */
  readonly sha256: string;
  readonly traineeId: string;
}

const REVIEWS = {
  table: 'supervision_reviews',
  text: ['id', 'trainee_id', 'meeting_id', 'held_on', 'facts', 'notes', 'created_by', 'saved_by'],
  numbers: ['created_at', 'saved_at'],
};
const ACTIONS = {
  table: 'supervision_actions',
  key: 'review_id',
  text: ['id', 'review_id', 'words', 'part', 'due_on'],
  numbers: ['position'],
};

/** Every review by id. */
export async function readReviews(source: Source, removals: Removals): Promise<Map<string, ReviewFacts>> {
  const reviews = new Map<string, ReviewFacts>();
  for await (const page of pagesOf(source, REVIEWS)) {
    const actions = await childrenOf(source, ACTIONS, page);
    for (const row of page) reviews.set(String(row.id), reviewFacts(row, actions.get(String(row.id)) ?? [], removals));
  }
  return reviews;
}

function reviewFacts(row: Row, actionRows: readonly Row[], removals: Removals): ReviewFacts {
  const actions = actionRows
    .map(({ id, position, words, part, due_on: dueOn }) => ({ id: String(id), position, words, part, dueOn }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const record = {
    label: 'pqip-review-v1',
    id: row.id,
    traineeId: row.trainee_id,
    meetingId: row.meeting_id,
    heldOn: row.held_on,
    facts: row.facts,
    notes: row.notes,
    createdBy: row.created_by,
    createdAt: instantText(row.created_at),
    savedBy: row.saved_by,
    savedAt: instantText(row.saved_at),
    actions,
  };
  const isEmptied = row.facts === '{}' && row.notes === '' && actions.every(({ words }) => words === '');
  const removed = isEmptied ? removals.get(removalKey('supervision', String(row.id))) : undefined;
  return { sha256: removed ?? sha256(oneWay(record)), traineeId: String(row.trainee_id) };
}
