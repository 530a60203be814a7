import type { RecordGroup } from './words.ts';

/** `table.column`, as the tables name them. */
type Column = string;

const of = (table: string, ...columns: readonly string[]): Column[] => columns.map((column) => `${table}.${column}`);

/**
 * Which columns removing a record of each group empties or takes away with their row. Some words stand in two groups, because either
 * takes them along. A test reads the tables: every column of free text is here or in `STAYS`, and removing empties these and no others.
 */
export const GOES: Readonly<Record<RecordGroup, readonly Column[]>> = {
  draft: [
    ...of('evidence_items', 'title', 'text', 'details'),
    ...of('evidence_claims', 'where_shown'),
    ...of('justifications', 'reason'),
  ],
  submission: [
    ...of('submissions', 'title', 'text', 'details', 'change_note'),
    ...of('submission_claims', 'where_shown'),
    ...of('submission_justifications', 'reason'),
    ...of('record_refusals', 'reason'),
    ...of('assessment_drafts', 'body'),
    ...of('evidence_files', 'name'),
  ],
  file: [],
  feedback: [
    ...of('assessments', 'comment'),
    ...of('criterion_decisions', 'feedback'),
    ...of('assessment_annotations', 'note'),
    ...of('assessment_drafts', 'body'),
    ...of('word_justifications', 'reason'),
  ],
  witness_answer: [
    ...of('witness_answers', 'name', 'job', 'relationship', 'text'),
    ...of('word_justifications', 'reason'),
  ],
  witness_contact: [
    ...of('witness_requests', 'witness_name', 'witness_job', 'question'),
    ...of('witness_checks', 'how'),
  ],
  record_words: [...of('record_signatures', 'words'), ...of('word_justifications', 'reason')],
  countersignature: of('countersignatures', 'words'),
  unlock_reason: of('sign_off_unlocks', 'reason'),
  verification: [
    ...of('verifications', 'words'),
    ...of('verification_decisions', 'reason'),
    ...of('sampling_plan_items', 'why'),
  ],
  plan_item: of('assessment_plan_items', 'words'),
  standardisation: [...of('standardisations', 'text', 'agreed'), ...of('standardisation_judgements', 'reason')],
  supervision: [...of('supervision_reviews', 'facts', 'notes'), ...of('supervision_actions', 'words')],
  work_record: [
    ...of('placements', 'host_contact', 'look_for', 'supervisor', 'travel_notes', 'cancel_reason'),
    ...of('placement_objectives', 'words'),
    ...of('placement_days', 'words'),
    ...of('placement_log', 'words'),
    ...of('placement_reports', 'words'),
    ...of('placement_host_answers', 'name', 'job', 'words'),
    ...of('readiness_checks', 'shadowed_with', 'buddy', 'check_in'),
    ...of('study_records', 'words'),
    ...of('week_exceptions', 'words'),
    ...of('workload_reductions', 'reason'),
    ...of('case_objections', 'words'),
    ...of('objection_answers', 'words'),
    ...of('over_limit_agreements', 'reason'),
    ...of('case_overrides', 'approver_name', 'reason'),
    ...of('supervision_meetings', 'cancel_reason'),
    ...of('peer_sessions', 'title', 'aim', 'content_note', 'guest', 'reasons', 'cancel_reason'),
    ...of('peer_materials', 'title', 'words', 'address', 'reasons'),
    ...of('peer_questions', 'words'),
    ...of('peer_swaps', 'words'),
    ...of('peer_intentions', 'words'),
    ...of('peer_intention_reviews', 'words'),
    ...of('peer_feedback', 'helped', 'suggestion'),
    ...of('signal_notes', 'words'),
    ...of('contacts', 'words'),
    ...of('contact_actions', 'words'),
    ...of('contact_action_ends', 'words'),
    ...of('messages', 'subject', 'words', 'justifications'),
    ...of('message_answers', 'words', 'justifications'),
    ...of('enrolment_changes', 'reason'),
    ...of('programme_endings', 'words'),
  ],
  own_writing: [
    ...of('reflections', 'text'),
    ...of('marks', 'quote', 'before', 'after', 'note'),
    ...of('exercise_work', 'work'),
    ...of('wellbeing_checks', 'words'),
    ...of('appointments', 'title'),
  ],
  export: [],
};

/** Columns of text that no removal empties, and why they stay. */
export const STAYS: readonly { readonly why: string; readonly columns: readonly Column[] }[] = [
  {
    why: 'The account. Signatures and dates name people by it, so it is disabled and never removed.',
    columns: of('people', 'email', 'name', 'password_hash', 'reading_view'),
  },
  {
    why: 'A file of people: its name, how many rows were new, and what went wrong in the portal’s own words. Its rows are emptied as soon as it is brought in or put aside.',
    columns: of('imports', 'file_name', 'rows', 'counts', 'problem', 'sha256'),
  },
  {
    why: 'A heading or a place by which a record that stays is found. The forms ask for no person in it and refuse numbers and addresses.',
    columns: [
      ...of('sampling_plans', 'title'),
      ...of('standardisations', 'title'),
      ...of('placements', 'place'),
      ...of('peer_sessions', 'place'),
    ],
  },
  {
    why: 'A tutor’s own name for a way of looking at a cohort, and its filters. The form asks for no person in it and refuses numbers and addresses.',
    columns: of('saved_filters', 'name', 'query'),
  },
  {
    why: 'What the programme or the office has set, and why it was changed. It explains decisions for as long as they stand; the forms ask for nothing about a trainee.',
    columns: [
      ...of('cohorts', 'name', 'region'),
      ...of('cohort_templates', 'name', 'value'),
      ...of('office_settings', 'value', 'reason'),
      ...of('sampling_policies', 'policy', 'reason'),
      ...of('retention_rules', 'rules', 'reason'),
      ...of('assessor_standings', 'reason'),
      ...of('external_grants', 'reason'),
      ...of('qualification_versions', 'version', 'label', 'notice', 'units'),
      ...of('placement_offers', 'place', 'host_contact', 'look_for', 'travel_notes'),
      ...of('week_patterns', 'days'),
    ],
  },
  {
    why: 'A sentence of the portal’s own, with nobody’s words in it.',
    columns: [...of('content_removals', 'reason'), ...of('placement_awards', 'reason'), ...of('messages', 'chosen')],
  },
  {
    why: 'A made-up reference of a case. It names nobody.',
    columns: [...of('cases', 'reference'), ...of('case_changes', 'reference')],
  },
  {
    why: 'Answers and kinds from a closed list, with nobody’s words in them.',
    columns: [
      ...of('check_attempts', 'answers'),
      ...of('cases', 'attributes', 'complexity'),
      ...of('case_changes', 'attributes', 'complexity'),
      ...of('caseload_work', 'type'),
      ...of('evidence_files', 'found'),
      ...of('justifications', 'place', 'kind'),
      ...of('submission_justifications', 'place', 'kind'),
      ...of('word_justifications', 'place', 'kind'),
      ...of('verifications', 'tests'),
      ...of('audit_entries', 'details'),
      ...of('workload_reductions', 'reason_id'),
      ...of('placements', 'weekdays'),
      ...of('peer_preparations', 'item'),
      ...of('contacts', 'signal', 'corrects'),
      ...of('signal_notes', 'fact_key'),
      ...of('cohort_looks', 'signals', 'before_signals'),
    ],
  },
  {
    why: 'Ids, figures and words from closed lists, and an address for as long as an e-mail to it may have to go again. Notices are taken away after 180 days, e-mails after 90.',
    columns: [
      ...of('notices', 'key', 'details'),
      ...of('outbox', 'address', 'kind', 'key', 'details', 'message_id', 'last_error'),
      ...of('job_runs', 'name', 'ran_for'),
    ],
  },
  {
    why: 'A hash, a key or a token that stands for a secret, and what is worked out with them. The ledger and its verifier need it.',
    columns: [
      ...of('ledger_entries', 'prev_hash', 'hash', 'body', 'key_id', 'signature'),
      ...of('submissions', 'sha256'),
      ...of('evidence_files', 'sha256'),
      ...of('witness_answers', 'sha256'),
      ...of('supervision_signatures', 'sha256'),
      ...of('portfolio_exports', 'sha256'),
      ...of('content_removals', 'sha256'),
      ...of('placement_host_links', 'token_hash'),
      ...of('witness_requests', 'token_hash'),
      ...of('calendar_addresses', 'token_hash'),
      ...of('account_links', 'token_hash'),
      ...of('sampling_plans', 'seed'),
      ...of('placement_offers', 'lot'),
    ],
  },
];
