import { instantText, oneWay, sha256 } from './canonical.ts';
import { emptiedFindings, type Removals } from './removals.ts';
import { pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

const ANSWERS = {
  table: 'witness_answers',
  text: ['evidence_id', 'request_id', 'name', 'job', 'relationship', 'text', 'sha256'],
  numbers: ['answered_at'],
};
/** What a witness says by ticking the box; another wording is another one here. Source: docs/ledger.md. */
const DECLARATIONS = [
  'I am the person named here. I saw this work myself, and what I have written is true and in my own words.',
];

/** Holds what each witness wrote against its own SHA-256. `source` is null for a database older than witnesses. */
export async function checkWitnessAnswers(
  source: Source | null,
  { removals, findings }: { removals: Removals; findings: string[] },
): Promise<void> {
  for await (const page of source ? pagesOf(source, ANSWERS) : [])
    for (const row of page) findings.push(...answerFindings(row, removals));
}

function answerFindings(row: Row, removals: Removals): string[] {
  const what = `What a witness wrote about evidence ${row.evidence_id}`;
  const isEmptied = [row.name, row.job, row.relationship, row.text].every((text) => text === '');
  const removal = { group: 'witness_answer', recordId: String(row.evidence_id) };
  if (isEmptied) return emptiedFindings(removals, removal, { sha256: row.sha256, what });
  const fits = DECLARATIONS.some((declaration) => sha256(answerText(row, declaration)) === row.sha256);
  return fits ? [] : [`${what} was altered: it no longer gives its SHA-256.`];
}

const answerText = (row: Row, declaration: string) =>
  oneWay({
    label: 'pqip-witness-answer-v1',
    evidenceId: row.evidence_id,
    requestId: row.request_id,
    name: row.name,
    job: row.job,
    relationship: row.relationship,
    text: row.text,
    declaration,
    answeredAt: instantText(row.answered_at),
  });
