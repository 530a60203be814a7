import { listFilesOfEvidence } from '#db/queries/files.ts';
import { listJustifications } from '#db/queries/justifications.ts';
import { type EvidenceRecord, findEvidence } from '#db/queries/portfolio.ts';
import { listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import { listThreadFacts, type ThreadFact } from '#db/queries/thread.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { filesProblem } from '#src/domain/files/problems.ts';
import { detailsOf } from '#src/domain/portfolio/details.ts';
import { criterionIds, submitProblems } from '#src/domain/portfolio/submitting.ts';
import { movedDraft } from '#src/domain/portfolio/versions.ts';
import { isWritable, mayWriteRecord, recordState } from '#src/domain/records/rules.ts';
import { today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';

/** Of what happened to a record: every refusal of its trainee, and the signatures under its newest version. */
export function marksOf(facts: readonly ThreadFact[], newestId: string | undefined) {
  const isOfNewest = ({ submissionId }: { submissionId: string }) => submissionId === newestId;
  return {
    refusals: facts.filter((fact) => fact.fact === 'record_refused'),
    signatures: facts.filter((fact) => fact.fact === 'record_signed').filter(isOfNewest),
    files: facts.filter((fact) => fact.fact === 'file').filter(isOfNewest),
  };
}

/**
 * Everything that the page of a record shows its writer: her draft, its files, every version of it, and what the trainee said. Six
 * queries in two round trips. Throws `not_found` for whoever may not write it.
 */
export async function loadOwnRecord(db: Reader, viewer: Viewer, evidenceId: string) {
  const [qualifications, kept, versions, facts, files, justifications] = await Promise.all([
    qualificationsNow(),
    findEvidence(db, evidenceId),
    listSubmissionsOfEvidence(db, evidenceId),
    listThreadFacts(db, evidenceId),
    listFilesOfEvidence(db, evidenceId),
    listJustifications(db, evidenceId),
  ]);
  if (!kept || !mayWriteRecord(viewer, kept)) throw new Refusal('not_found');
  const item = movedDraft(qualifications, kept);
  const newest = versions.at(-1) ?? null;
  const { refusals, signatures } = marksOf(facts, newest?.id);
  const wasRefused = refusals.some(({ submissionId }) => submissionId === newest?.id);
  const state = recordState(newest, { wasRefused, qualifications });
  return { item, versions, newest, refusals, signatures, files, justifications, state, isWritable: isWritable(state) };
}
export type OwnRecord = Awaited<ReturnType<typeof loadOwnRecord>>;

type Files = OwnRecord['files'];

/** What is still missing before a record can be finished, by field; empty where nothing is. Asked again when it is finished. */
export async function missingInRecord(item: EvidenceRecord, files: Files): Promise<Readonly<Record<string, string>>> {
  const { current } = await qualificationsNow();
  const kept = files.filter(({ removedAt }) => removedAt === null);
  const refusal = submitProblems({
    item: { ...item, criteria: item.claims, details: detailsOf(item.details) },
    state: 'draft',
    knownCriteria: criterionIds(current),
    changeNote: '',
    by: 'assessor',
    hasFiles: kept.length > 0,
    hasWitness: false,
    filesProblem: filesProblem(kept),
    today: today(),
  });
  return refusal?.fields ?? {};
}
