import { listFilesOfEvidence } from '#db/queries/files.ts';
import { listJustifications } from '#db/queries/justifications.ts';
import { findEvidence } from '#db/queries/portfolio.ts';
import { findEvidenceWithAssessors, listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import { readThread } from '#db/queries/thread.ts';
import { findTestimony } from '#db/queries/witness.ts';
import type { Reader } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import { movedDraft } from '#src/domain/portfolio/versions.ts';
import { readingOf, visibleSnapshots } from '#src/domain/portfolio/visible.ts';
import { today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';

/**
 * A piece of evidence as this reader may see it: her own draft, the versions that were handed in, and what came of them. Throws
 * `not_found` where there is nothing for her. Six queries in two round trips.
 */
export async function loadEvidencePage(db: Reader, reader: Viewer | null, evidenceId: string) {
  const [found, snapshots, { decisions, facts }] = await Promise.all([
    findEvidenceWithAssessors(db, evidenceId, today()),
    listSubmissionsOfEvidence(db, evidenceId),
    readThread(db, evidenceId),
  ]);
  const sampled = {
    sampledBy: [...new Set(snapshots.flatMap(({ sampledBy }) => sampledBy))],
    submissionIds: snapshots.map(({ id }) => id),
  };
  const viewer = authorise(reader, 'evidence.read', found && { ...found, ...sampled });
  if (!found) throw new Refusal('not_found');
  const reading = readingOf(viewer, found);
  const { isHers } = reading;
  const shown = visibleSnapshots(snapshots, reading);
  /** What an assessor wrote down about her is not hers to write. */
  const isOwn = isHers && found.writerId === null;
  if (!isOwn && shown.length === 0) throw new Refusal('not_found');
  return {
    viewer,
    isHers,
    isOwn,
    /** Who decides on what she hands in. */
    assessors: found.assessors,
    snapshots: shown,
    decisions,
    facts,
    ...(isOwn ? await loadDraft(db, found) : NO_DRAFT),
  };
}

const NO_DRAFT = { item: null, files: [], justifications: [], testimony: null };

/** What only its writer reads. */
async function loadDraft(db: Reader, { evidenceId, kind }: { evidenceId: string; kind: EvidenceKind }) {
  const [qualifications, kept, files, justifications, testimony] = await Promise.all([
    qualificationsNow(),
    findEvidence(db, evidenceId),
    listFilesOfEvidence(db, evidenceId),
    listJustifications(db, evidenceId),
    kind === 'witness_testimony' ? findTestimony(db, evidenceId) : null,
  ]);
  return { item: kept && movedDraft(qualifications, kept), files, justifications, testimony };
}
