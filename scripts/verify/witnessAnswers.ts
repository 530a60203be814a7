import { instantText, oneWay, sha256 } from './canonical.ts';
import { emptiedFindings, type Removals } from './removals.ts';
import { pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';
import { hashed, reasonsBeside, type WordReasons } from './wordReasons.ts';

const ANSWERS = {
  table: 'witness_answers',
  text: ['evidence_id', 'request_id', 'name', 'job', 'relationship', 'text', 'sha256'],
  numbers: ['answered_at'],
};
/** What a witness says by ticking the box; another wording is another one here. Source: docs/ledger.md. */
const DECLARATIONS = [
  'I am the person named here. I saw this work myself, and what I have written is true and in my own words.',
];

interface Checking {
  readonly removals: Removals;
  readonly reasons: WordReasons;
  readonly findings: string[];
}

/** What witnesses wrote, by the evidence it is about. */
export interface Witnessed {
  readonly all: ReadonlySet<string>;
  /** Those whose hash is from before reasons were part of it. */
  readonly first: ReadonlySet<string>;
}

/** Holds what each witness wrote against its own SHA-256. `source` is null for a database older than witnesses. */
export async function checkWitnessAnswers(source: Source | null, checking: Checking): Promise<Witnessed> {
  const [all, first] = [new Set<string>(), new Set<string>()];
  for await (const page of source ? pagesOf(source, ANSWERS) : [])
    for (const row of page) {
      all.add(String(row.evidence_id));
      if (gives(row, (declaration) => firstText(row, declaration))) first.add(String(row.evidence_id));
      checking.findings.push(...answerFindings(row, checking));
    }
  return { all, first };
}

function answerFindings(row: Row, { removals, reasons }: Checking): string[] {
  const id = String(row.evidence_id);
  const what = `What a witness wrote about evidence ${id}`;
  const beside = reasonsBeside(reasons, 'witness_answer', id);
  if ([row.name, row.job, row.relationship, row.text].every((text) => text === '')) {
    const found = emptiedFindings(removals, { group: 'witness_answer', recordId: id }, { sha256: row.sha256, what });
    const isLeft = found.length === 0 && beside.some(({ reason }) => reason !== '');
    return isLeft ? [`${what} was altered: it was removed, and a reason beside it is there.`] : found;
  }
  const fits =
    gives(row, (declaration) => secondText(row, declaration, beside)) ||
    gives(row, (declaration) => firstText(row, declaration));
  return fits ? [] : [`${what} was altered: it no longer gives its SHA-256.`];
}

const gives = (row: Row, textOf: (declaration: string) => string): boolean =>
  DECLARATIONS.some((declaration) => sha256(textOf(declaration)) === row.sha256);

const firstText = (row: Row, declaration: string) =>
  oneWay({ ...membersOf(row, declaration), label: 'pqip-witness-answer-v1' });

const secondText = (row: Row, declaration: string, reasons: readonly Row[]) =>
  oneWay({ ...membersOf(row, declaration), label: 'pqip-witness-answer-v2', justifications: hashed(reasons) });

const membersOf = (row: Row, declaration: string) => ({
  evidenceId: row.evidence_id,
  requestId: row.request_id,
  name: row.name,
  job: row.job,
  relationship: row.relationship,
  text: row.text,
  declaration,
  answeredAt: instantText(row.answered_at),
});
