import { instantText, oneWay, sha256 } from './canonical.ts';
import type { Era } from './records.ts';
import { removalKey } from './removals.ts';
import { childrenOf, pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';
import { hashed, reasonsBeside, type WordReasons } from './wordReasons.ts';

/** An assessment as its rows say now. */
export interface AssessmentFacts {
  /** SHA-256 worked out anew; the one that was kept, where its words were removed as they should be. */
  readonly sha256: string;
  readonly submissionId: string;
  readonly assessorId: string;
  readonly outcome: string;
  readonly needsCountersign: boolean;
  readonly format: number;
  readonly decisions: readonly { readonly id: string; readonly outcome: string }[];
}

const ASSESSMENTS = {
  table: 'assessments',
  text: ['id', 'submission_id', 'assessor_id', 'outcome', 'comment'],
  numbers: ['assessed_at'],
};
const ASSESSMENTS_NOW = { ...ASSESSMENTS, numbers: [...ASSESSMENTS.numbers, 'format', 'needs_countersign'] };
const DECISIONS = {
  table: 'criterion_decisions',
  key: 'assessment_id',
  text: ['assessment_id', 'criterion_id', 'outcome', 'feedback'],
  numbers: [],
};
const NOTES = {
  table: 'assessment_annotations',
  key: 'assessment_id',
  order: 'position',
  text: ['assessment_id', 'note'],
  numbers: ['starts_at', 'ends_at'],
};

/** Every assessment by id, with a finding for each that holds more than a hash of its format is over. */
export async function readAssessments(
  source: Source,
  { reasons, ...era }: Era & { readonly reasons: WordReasons },
  findings: string[],
): Promise<Map<string, AssessmentFacts>> {
  const assessments = new Map<string, AssessmentFacts>();
  for await (const page of pagesOf(source, era.hasPortfolio ? ASSESSMENTS_NOW : ASSESSMENTS)) {
    const decisions = await childrenOf(source, DECISIONS, page);
    const notes = era.hasPortfolio ? await childrenOf(source, NOTES, page) : new Map<string, Row[]>();
    for (const row of page) {
      const id = String(row.id);
      const beside = reasonsBeside(reasons, 'assessment', id);
      const parts = { decisions: decisions.get(id) ?? [], notes: notes.get(id) ?? [], reasons: beside };
      if (holdsMore(row, parts))
        findings.push(`Assessment ${id} was altered: it holds what its format has no place for.`);
      assessments.set(id, assessmentFacts(row, parts, era));
    }
  }
  return assessments;
}

interface Parts {
  readonly decisions: readonly Row[];
  readonly notes: readonly Row[];
  /** Why passages may stay. */
  readonly reasons: readonly Row[];
}

/** What no hash of its format is over: a flag that is neither yes nor no, and in the first format everything that came later. */
function holdsMore(row: Row, { notes }: Parts): boolean {
  if (![0, 1].includes(Number(row.needs_countersign ?? 0))) return true;
  if (row.format === 2 || row.format === 3) return false;
  return (row.format ?? 1) !== 1 || isSet(row) || notes.length > 0;
}

function assessmentFacts(row: Row, parts: Parts, { removals }: Era): AssessmentFacts {
  const decisions = decisionsIn(parts);
  const record = { ...about(row), decisions };
  const format = Number(row.format ?? 1);
  const whole = { ...record, ...(format >= 2 && secondFormat(row, parts)), ...(format >= 3 && thirdFormat(parts)) };
  const removed = isEmptied(row, parts) ? removals.get(removalKey('feedback', String(row.id))) : undefined;
  return {
    sha256: removed ?? sha256(oneWay(whole)),
    submissionId: String(row.submission_id),
    assessorId: String(row.assessor_id),
    outcome: String(row.outcome),
    needsCountersign: isSet(row),
    format,
    decisions: decisions.map(({ criterionId: id, outcome }) => ({ id, outcome })),
  };
}

/** That a colleague has to countersign it. */
const isSet = (row: Row): boolean => row.needs_countersign === 1;

const about = (row: Row) => ({
  label: 'pqip-assessment-v1',
  id: row.id,
  submissionId: row.submission_id,
  assessorId: row.assessor_id,
  outcome: row.outcome,
  comment: row.comment,
  assessedAt: instantText(row.assessed_at),
});

const secondFormat = (row: Row, { notes }: Parts) => ({
  label: 'pqip-assessment-v2',
  needsCountersign: isSet(row),
  annotations: notes.map(({ starts_at: startsAt, ends_at: endsAt, note }) => ({ startsAt, endsAt, note })),
});

const thirdFormat = ({ reasons }: Parts) => ({ label: 'pqip-assessment-v3', justifications: hashed(reasons) });

function decisionsIn({ decisions }: Parts) {
  return decisions
    .map((decision) => ({
      criterionId: String(decision.criterion_id),
      outcome: String(decision.outcome),
      feedback: decision.feedback,
    }))
    .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1));
}

function isEmptied(row: Row, { decisions, notes, reasons }: Parts): boolean {
  const beside = [...notes.map(({ note }) => note), ...reasons.map(({ reason }) => reason)];
  return [row.comment, ...decisions.map(({ feedback }) => feedback), ...beside].every((text) => text === '');
}
