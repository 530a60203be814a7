import { instantText, oneWay, sha256 } from './canonical.ts';
import { emptiedFindings, type Removals, removalKey } from './removals.ts';
import { childrenOf, pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

/** A submission as its rows say now. */
export interface SubmissionFacts {
  /** SHA-256 worked out anew from what is stored; the one that was kept, where the content was removed as it should be. */
  readonly sha256: string;
  readonly evidenceId: string;
  readonly traineeId: string;
  readonly number: number;
  readonly kind: string;
  readonly happenedOn: string | null;
  readonly writerId: string | null;
  readonly qualificationVersion: string;
  readonly criteria: readonly string[];
}

/** What differs between databases from before and after portfolios came. */
export interface Era {
  readonly hasPortfolio: boolean;
  readonly removals: Removals;
}

const SUBMISSIONS = {
  table: 'submissions',
  text: ['id', 'evidence_id', 'trainee_id', 'kind', 'title', 'text', 'qualification_version', 'sha256'],
  numbers: ['number', 'submitted_at'],
};
const SUBMISSIONS_NOW = {
  ...SUBMISSIONS,
  text: [...SUBMISSIONS.text, 'details', 'happened_on', 'writer_id', 'change_note'],
  numbers: [...SUBMISSIONS.numbers, 'format'],
};
const CLAIMS = {
  table: 'submission_claims',
  key: 'submission_id',
  text: ['submission_id', 'criterion_id'],
  numbers: [],
};
const CLAIMS_NOW = { ...CLAIMS, text: [...CLAIMS.text, 'where_shown'] };
const FILES = {
  table: 'submission_files JOIN evidence_files ON evidence_files.id = submission_files.file_id',
  key: 'submission_id',
  order: 'position',
  text: ['submission_id', 'id', 'name', 'type', 'sha256'],
  numbers: ['size_bytes'],
};
const JUSTIFICATIONS = {
  table: 'submission_justifications',
  key: 'submission_id',
  order: 'position',
  text: ['submission_id', 'place', 'kind', 'reason'],
  numbers: [],
};

/** The rows that belong to one submission. */
interface Parts {
  readonly claims: readonly Row[];
  readonly files: readonly Row[];
  readonly justifications: readonly Row[];
}

/** Every submission by id, with a finding for each whose content no longer gives its own SHA-256. */
export async function readSubmissions(
  source: Source,
  era: Era,
  findings: string[],
): Promise<Map<string, SubmissionFacts>> {
  const submissions = new Map<string, SubmissionFacts>();
  for await (const page of pagesOf(source, era.hasPortfolio ? SUBMISSIONS_NOW : SUBMISSIONS)) {
    const partsOf = await readParts(source, era, page);
    for (const row of page) {
      const parts = partsOf(String(row.id));
      const { hash, found } = contentHash(row, parts, era.removals);
      findings.push(...found);
      submissions.set(String(row.id), submissionFacts(row, parts.claims, hash));
    }
  }
  return submissions;
}

async function readParts(source: Source, { hasPortfolio }: Era, page: readonly Row[]): Promise<(id: string) => Parts> {
  const claims = await childrenOf(source, hasPortfolio ? CLAIMS_NOW : CLAIMS, page);
  const files = hasPortfolio ? await childrenOf(source, FILES, page) : new Map<string, Row[]>();
  const justifications = hasPortfolio ? await childrenOf(source, JUSTIFICATIONS, page) : new Map<string, Row[]>();
  return (id) => ({
    claims: claims.get(id) ?? [],
    files: files.get(id) ?? [],
    justifications: justifications.get(id) ?? [],
  });
}

function submissionFacts(row: Row, claims: readonly Row[], hash: string): SubmissionFacts {
  return {
    sha256: hash,
    evidenceId: String(row.evidence_id),
    traineeId: String(row.trainee_id),
    number: Number(row.number),
    kind: String(row.kind),
    happenedOn: (row.happened_on ?? null) as string | null,
    writerId: (row.writer_id ?? null) as string | null,
    qualificationVersion: String(row.qualification_version),
    criteria: claims.map((claim) => String(claim.criterion_id)).sort(),
  };
}

/** What the content comes to. Content that is gone is let pass only with its removal, and only where row and removal name one hash. */
function contentHash(row: Row, parts: Parts, removals: Removals): { hash: string; found: string[] } {
  const hash = sha256(oneWay(row.format === 2 ? snapshotV2(row, parts) : snapshotV1(row, parts.claims)));
  if (row.format !== 2 && holdsMore(row, parts))
    return { hash, found: [`Submission ${row.id} was altered: it holds what its format has no place for.`] };
  if (hash === row.sha256) return { hash, found: [] };
  const removal = { group: 'submission', recordId: String(row.id) };
  if (!removals.has(removalKey(removal.group, removal.recordId)) || !isEmptied(row, parts))
    return { hash, found: [`Submission ${row.id} was altered: what is stored no longer gives its SHA-256.`] };
  const what = `The content of submission ${row.id}`;
  const found = emptiedFindings(removals, removal, { sha256: row.sha256, what });
  return { hash: found.length === 0 ? String(row.sha256) : hash, found };
}

/** What no hash of the first format is over. */
function holdsMore(row: Row, { claims, files, justifications }: Parts): boolean {
  if ((row.format ?? 1) !== 1) return true;
  const set = [row.details ?? '{}', row.happened_on ?? '', row.writer_id ?? '', row.change_note ?? ''].join('');
  const shown = claims.some((claim) => (claim.where_shown ?? '') !== '');
  return set !== '{}' || shown || files.length + justifications.length > 0;
}

function isEmptied(row: Row, { claims, justifications }: Parts): boolean {
  const words = [row.title, row.text, row.change_note, ...claims.map((claim) => claim.where_shown)];
  const all = [...words, ...justifications.map(({ reason }) => reason)];
  return row.details === '{}' && all.every((text) => text === '');
}

/** What both formats begin with. */
const about = (row: Row) => ({
  id: row.id,
  evidenceId: row.evidence_id,
  traineeId: row.trainee_id,
  number: row.number,
  kind: row.kind,
  title: row.title,
  text: row.text,
  qualificationVersion: row.qualification_version,
  submittedAt: instantText(row.submitted_at),
});

function snapshotV1(row: Row, claims: readonly Row[]) {
  const criteria = claims.map((claim) => String(claim.criterion_id)).sort();
  return { label: 'pqip-submission-v1', ...about(row), criteria };
}

function snapshotV2(row: Row, { claims, files, justifications }: Parts) {
  return {
    label: 'pqip-submission-v2',
    ...about(row),
    details: row.details,
    happenedOn: row.happened_on,
    writerId: row.writer_id,
    changeNote: row.change_note,
    claims: claims
      .map((claim) => ({ id: String(claim.criterion_id), whereShown: claim.where_shown }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      type: file.type,
      sizeBytes: file.size_bytes,
      sha256: file.sha256,
    })),
    justifications: justifications.map(({ place, kind, reason }) => ({ place, kind, reason })),
  };
}
