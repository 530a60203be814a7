import type { RecordGroup } from '#src/domain/retention/words.ts';

/** Groups of which only words go: what follows from the lists below. The others hold files, or more than one hash is over. */
export type WordGroup = Exclude<
  RecordGroup,
  'draft' | 'submission' | 'file' | 'feedback' | 'witness_answer' | 'export'
>;

/** Words in one table, and how its rows are found. Every name is a constant of this file, so it may stand in a statement. */
export interface WordsTable {
  readonly table: string;
  /** The columns that name the record in a removal, with a space between; `trainee`: everything of one trainee is one record. */
  readonly record: readonly string[] | 'trainee';
  /** From a column to the table that it refers to, and so on until a table that names the trainee; empty where this one does. */
  readonly path: readonly (readonly [column: string, table: string])[];
  /** The columns that are emptied; `row`: the row goes, because without its words nobody needs it. */
  readonly words: readonly string[] | 'row';
  /** The trainee whom a row `t` belongs to, as SQL, where no path leads to a column that names her. */
  readonly trainee?: string;
  /** Which of its rows, where others belong to another group. */
  readonly only?: string;
  /** A row is about everybody in another table: its words go with the last of them. */
  readonly shared?: { readonly table: string; readonly key: string };
}

const SUBMISSION = ['submission_id', 'submissions'] as const;
const PLACEMENT = ['placement_id', 'placements'] as const;
const EVIDENCE = ['evidence_id', 'evidence_items'] as const;
const ofTrainee = (table: string, words: WordsTable['words'], path: WordsTable['path'] = []): WordsTable => ({
  ...{ table, record: 'trainee', path, words },
});
const ofRecord = (table: string, record: string, more: Pick<WordsTable, 'path' | 'words'>): WordsTable => ({
  ...{ table, record: [record], ...more },
});

/** Words of a peer session go with whoever led it, the last one where it was swapped: she wrote them, or they were written for her. */
const leaderOf = (session: string) =>
  `(select p.trainee_id from peer_parts p where p.session_id = ${session} and p.role = 'leader' order by p.ended_at is null desc, p.ended_at desc limit 1)`;
const ofPerson = (table: string, words: readonly string[], trainee: string): WordsTable => ({
  ...{ table, record: 'trainee' as const, path: [], words, trainee },
});

/** Where the words of each group lie. What other columns hold, and why they stay: src/domain/retention/columns.ts. */
export const WORD_TABLES: Readonly<Record<WordGroup, readonly WordsTable[]>> = {
  witness_contact: [
    ofRecord('witness_requests', 'id', { path: [EVIDENCE], words: ['witness_name', 'witness_job', 'question'] }),
    ofRecord('witness_checks', 'evidence_id', { path: [EVIDENCE], words: ['how'] }),
  ],
  record_words: [
    { table: 'record_signatures', record: ['submission_id', 'part'], path: [SUBMISSION], words: ['words'] },
    {
      ...ofRecord('word_justifications', 'record_id', { path: [EVIDENCE], words: ['reason'] }),
      only: `t.words_of = 'record_words'`,
    },
  ],
  countersignature: [
    ofRecord('countersignatures', 'assessment_id', {
      path: [['assessment_id', 'assessments'], SUBMISSION],
      words: ['words'],
    }),
  ],
  unlock_reason: [
    ofRecord('sign_off_unlocks', 'sign_off_id', { path: [['sign_off_id', 'portfolio_sign_offs']], words: ['reason'] }),
  ],
  verification: [
    ofRecord('verifications', 'id', { path: [SUBMISSION], words: ['words'] }),
    ofRecord('verification_decisions', 'verification_id', {
      path: [['verification_id', 'verifications'], SUBMISSION],
      words: ['reason'],
    }),
    { table: 'sampling_plan_items', record: ['plan_id', 'submission_id'], path: [SUBMISSION], words: ['why'] },
  ],
  plan_item: [ofRecord('assessment_plan_items', 'id', { path: [], words: ['words'] })],
  standardisation: [
    ofRecord('standardisations', 'id', { path: [], words: ['text', 'agreed'] }),
    ofRecord('standardisation_judgements', 'standardisation_id', { path: [], words: ['reason'] }),
  ],
  supervision: [
    ofRecord('supervision_reviews', 'id', { path: [], words: ['facts', 'notes'] }),
    ofRecord('supervision_actions', 'review_id', { path: [['review_id', 'supervision_reviews']], words: ['words'] }),
  ],
  work_record: [
    ofTrainee('placements', ['host_contact', 'look_for', 'supervisor', 'travel_notes', 'cancel_reason']),
    ofTrainee('placement_objectives', ['words'], [PLACEMENT]),
    ofTrainee('placement_days', ['words'], [PLACEMENT]),
    ofTrainee('placement_log', ['words'], [PLACEMENT]),
    ofTrainee('placement_reports', ['words'], [PLACEMENT]),
    ofTrainee('placement_host_answers', ['name', 'job', 'words'], [PLACEMENT]),
    ofTrainee('readiness_checks', ['shadowed_with', 'buddy', 'check_in']),
    ofTrainee('study_records', ['words']),
    ofTrainee('week_exceptions', ['words']),
    ofTrainee('workload_reductions', ['reason']),
    ofTrainee('case_objections', ['words']),
    ofTrainee('objection_answers', ['words'], [['objection_id', 'case_objections']]),
    ofTrainee('over_limit_agreements', ['reason']),
    ofTrainee('case_overrides', ['approver_name', 'reason'], [['allocation_id', 'case_allocations']]),
    ofTrainee('supervision_meetings', ['cancel_reason']),
    ofPerson('peer_sessions', ['title', 'aim', 'content_note', 'guest', 'reasons', 'cancel_reason'], leaderOf('t.id')),
    ofPerson('peer_materials', ['title', 'words', 'address', 'reasons'], leaderOf('t.session_id')),
    // A question without a name is nobody's: it goes with the session that it was asked for.
    ofPerson('peer_questions', ['words'], `coalesce(t.asked_by, ${leaderOf('t.session_id')})`),
    ofPerson('peer_swaps', ['words'], 't.asked_by'),
    ofTrainee('peer_intentions', ['words']),
    ofTrainee('peer_intention_reviews', ['words']),
    ofTrainee('peer_feedback', ['helped', 'suggestion']),
    ofTrainee('signal_notes', ['words']),
    ofTrainee('contacts', ['words']),
    ofTrainee('contact_actions', ['words']),
    ofTrainee('contact_action_ends', ['words'], [['action_id', 'contact_actions']]),
    {
      ...ofTrainee('messages', ['subject', 'words', 'justifications']),
      shared: { table: 'message_recipients', key: 'message_id' },
    },
    ofTrainee('message_answers', ['words', 'justifications'], [['recipient_id', 'message_recipients']]),
    ofTrainee('enrolment_changes', ['reason']),
    ofTrainee('programme_endings', ['words']),
  ],
  own_writing: [
    ofTrainee('reflections', 'row'),
    ofTrainee('marks', 'row'),
    ofTrainee('exercise_work', 'row'),
    ofTrainee('wellbeing_checks', 'row'),
    ofTrainee('appointments', 'row'),
  ],
};
