/**
 * What a hash or an entry of the ledger vouches for, table by table, and by what a finding names the row, as SQL over it. The table of
 * docs/ledger.md, "Which column is covered by what", says the same; a test compares them.
 */
export const COVERED: Readonly<Record<string, { readonly name: string; readonly columns: readonly string[] }>> = {
  submissions: {
    name: 'id',
    columns: [
      ...['id', 'evidence_id', 'trainee_id', 'number', 'kind', 'title', 'text', 'details', 'happened_on', 'writer_id'],
      ...['change_note', 'format', 'qualification_version', 'sha256', 'submitted_at'],
    ],
  },
  submission_claims: { name: 'submission_id', columns: ['submission_id', 'criterion_id', 'where_shown'] },
  submission_files: { name: 'submission_id', columns: ['submission_id', 'file_id'] },
  submission_justifications: { name: 'submission_id', columns: ['submission_id', 'place', 'kind', 'reason'] },
  evidence_files: {
    name: '(SELECT submission_id FROM submission_files WHERE file_id = evidence_files.id)',
    columns: ['id', 'name', 'type', 'size_bytes', 'sha256'],
  },
  assessments: {
    name: 'id',
    columns: [
      ...['id', 'submission_id', 'assessor_id', 'outcome', 'comment', 'assessed_at', 'format', 'needs_countersign'],
    ],
  },
  criterion_decisions: { name: 'assessment_id', columns: ['assessment_id', 'criterion_id', 'outcome', 'feedback'] },
  assessment_annotations: { name: 'assessment_id', columns: ['assessment_id', 'starts_at', 'ends_at', 'note'] },
  word_justifications: {
    name: 'record_id',
    columns: ['evidence_id', 'words_of', 'record_id', 'place', 'kind', 'reason'],
  },
  witness_answers: {
    name: 'evidence_id',
    columns: ['evidence_id', 'request_id', 'name', 'job', 'relationship', 'text', 'sha256', 'answered_at'],
  },
  supervision_reviews: {
    name: 'id',
    columns: [
      ...['id', 'trainee_id', 'meeting_id', 'held_on', 'facts', 'notes'],
      ...['created_by', 'created_at', 'saved_by', 'saved_at'],
    ],
  },
  supervision_actions: { name: 'review_id', columns: ['id', 'review_id', 'position', 'words', 'part', 'due_on'] },
  supervision_signatures: {
    name: 'ledger_seq',
    columns: ['review_id', 'part', 'person_id', 'sha256', 'signed_at', 'ledger_seq'],
  },
  sign_offs: {
    name: 'ledger_seq',
    columns: ['submission_id', 'assessment_id', 'signed_by', 'signed_at', 'ledger_seq'],
  },
  portfolio_sign_offs: {
    name: 'ledger_seq',
    columns: [
      ...['id', 'trainee_id', 'subject', 'subject_id', 'qualification_version', 'round', 'signed_by', 'signed_at'],
      'ledger_seq',
    ],
  },
  sign_off_basis: {
    name: '(SELECT ledger_seq FROM portfolio_sign_offs o WHERE o.id = sign_off_id)',
    columns: ['sign_off_id', 'assessment_id', 'submission_id'],
  },
  sign_off_unlocks: {
    name: 'ledger_seq',
    columns: ['sign_off_id', 'verifier_id', 'reason', 'unlocked_at', 'ledger_seq'],
  },
  record_signatures: {
    name: 'ledger_seq',
    columns: ['submission_id', 'part', 'person_id', 'words', 'signed_at', 'ledger_seq'],
  },
  countersignatures: {
    name: 'ledger_seq',
    columns: ['assessment_id', 'person_id', 'outcome', 'words', 'signed_at', 'ledger_seq'],
  },
  portfolio_exports: { name: 'ledger_seq', columns: ['id', 'trainee_id', 'ledger_seq'] },
  content_removals: { name: 'record_id', columns: ['kind', 'record_id', 'sha256'] },
  qualification_versions: { name: 'version', columns: ['units'] },
  ledger_entries: {
    name: 'seq',
    columns: ['seq', 'prev_hash', 'hash', 'body', 'key_id', 'signature', 'recorded_at'],
  },
};
