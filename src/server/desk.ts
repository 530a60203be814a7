import { findDesk } from '#db/queries/assessing.ts';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { listFilesOfSubmission } from '#db/queries/files.ts';
import type { findSubmission } from '#db/queries/submissions.ts';
import { type DecisionRecord, listDecisionsOfEvidence } from '#db/queries/submissions.ts';
import { findWitnessCheck } from '#db/queries/witness.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { inOrder, noteField } from '#src/domain/portfolio/annotations.ts';
import {
  type AssessmentDraft,
  draftFields,
  draftOf,
  EMPTY_DRAFT,
  madeDecisions,
} from '#src/domain/portfolio/assessmentDraft.ts';
import {
  closed,
  decisionProblems,
  isReopened,
  lockedAmong,
  notOpen,
  shownStanding,
} from '#src/domain/portfolio/deciding.ts';
import { factsOf, nextAfter } from '#src/domain/portfolio/queue.ts';
import { readAssessment } from '#src/domain/portfolio/sentAssessment.ts';
import { countersignerOn } from '#src/domain/quality/countersigners.ts';
import { standingOnDay } from '#src/domain/quality/standing.ts';
import { today } from './portal.ts';

type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** The decisions under criteria that are signed off on this submission, from the thread of its evidence. */
function lockedIn({ signedCriteria }: Submission, thread: readonly DecisionRecord[]) {
  return lockedAmong(signedCriteria, thread);
}

/** Why she is here: nobody decided yet, it was opened again, or she may correct what stands. */
function modeOf({ assessment }: Submission): 'open' | 'reopened' | 'correct' {
  if (!assessment) return 'open';
  return isReopened(assessment) ? 'reopened' : 'correct';
}

/** What stands so far, as a draft to begin with. */
function standingDraft({ assessment }: Submission, { thread, notes, justified }: Asked): AssessmentDraft {
  if (!assessment) return EMPTY_DRAFT;
  const decisions = thread
    .filter(({ assessmentId }) => assessmentId === assessment.id)
    .map(({ criterionId, outcome, feedback }) => ({ criterionId, outcome, feedback }));
  return {
    decisions,
    comment: assessment.comment,
    notes: inOrder(notes.get(assessment.id) ?? []),
    unplaced: null,
    justifications: [...(justified.get(assessment.id) ?? [])],
  };
}

interface Asked {
  readonly thread: readonly DecisionRecord[];
  readonly notes: Awaited<ReturnType<typeof findDesk>>['notes'];
  readonly justified: Awaited<ReturnType<typeof findDesk>>['justified'];
}

/** Who countersigns her decisions on a day, in words; null where nobody has to. */
function countersignerOf(standings: Awaited<ReturnType<typeof findDesk>>['standings'], viewerId: string, day: string) {
  if (!standingOnDay(standings, viewerId, day).needsCountersign) return null;
  const able = standings.flatMap(({ countersignerId, isAble }) => (isAble && countersignerId ? [countersignerId] : []));
  const countersignerId = countersignerOn({ rows: standings, day, assessors: new Set(able) }, viewerId);
  const found = standings.find((row) => row.countersignerId === countersignerId && countersignerId !== null);
  return found?.countersignerName ?? 'a qualified colleague, whom a quality assurer has yet to name,';
}

/** Everything on the desk of an assessor at one submission. Four queries in one round trip, five for a witness testimony. */
export async function loadDesk(db: Reader, viewer: Viewer, submission: Submission) {
  const { id: submissionId, evidenceId } = submission;
  const day = today();
  const [{ draft, colleagues, notes, justified, standings }, thread, files, facts, witnessCheck] = await Promise.all([
    findDesk(db, { submissionId, evidenceId, assessorId: viewer.id, day }),
    listDecisionsOfEvidence(db, evidenceId),
    listFilesOfSubmission(db, submissionId),
    listQueueFacts(db, viewer, { day, releasedId: '' }),
    submission.kind === 'witness_testimony' ? findWitnessCheck(db, evidenceId) : null,
  ]);
  const waiting = factsOf(facts, 'waiting');
  const locked = lockedIn(submission, thread);
  const { assessment } = submission;
  const newestSubmissionId = submission.isNewest ? submissionId : '';
  const refusal =
    closed({ submission, newestSubmissionId, signOff: submission.signOff }) ??
    notOpen({ submission, standing: assessment, locked });
  return {
    mode: modeOf(submission),
    /** Why nothing can be decided here now, in words; null where it can. */
    closedWords: refusal?.message ?? null,
    locked,
    /** What she holds, or what stands so far. */
    draft: draft ? draftOf(draft.body) : standingDraft(submission, { thread, notes, justified }),
    held: draft && { revision: draft.revision, savedAt: draft.savedAt },
    colleagues: colleagues.map(({ body, ...colleague }) => ({ ...colleague, draft: draftOf(body) })),
    thread,
    notes,
    files,
    witnessCheck,
    countersigner: countersignerOf(standings, viewer.id, day),
    reopened: waiting.find(({ id }) => id === submissionId)?.reopened ?? null,
    next: nextAfter(waiting, submissionId),
  };
}

export type DeskPage = Awaited<ReturnType<typeof loadDesk>>;

/** What keeps a held assessment from being released, as it stands on the page: field -> one sentence. */
export function releaseProblems(
  viewer: Pick<Viewer, 'id' | 'assessorOf'>,
  submission: Submission,
  { draft, locked }: DeskPage,
): Readonly<Record<string, string>> {
  if (draft.unplaced) return { newNote: 'Say which words the new note is about, or take it out' };
  const refusal = decisionProblems({
    viewer,
    submission: { ...submission, criteria: submission.claims },
    newestSubmissionId: submission.isNewest ? submission.id : '',
    signOff: submission.signOff,
    standing: submission.assessment,
    shownAssessmentId: shownStanding(submission.assessment),
    locked,
    decisions: madeDecisions(draft),
    comment: draft.comment,
    notes: draft.notes,
  });
  return refusal ? refusal.fields : {};
}

type Posted = Readonly<Record<string, readonly string[]>>;

/** What stands in the fields of the desk: what was typed and not taken, or what is held. `basedOn`: see src/domain/revision.ts. */
export function deskFields(
  { draft, held }: DeskPage,
  { posted, submission, isConflict }: { posted: Posted; submission: Submission; isConflict: boolean },
) {
  const revision = String(held?.revision ?? 0);
  if (posted.basedOn === undefined || posted.submissionId?.[0] !== submission.id)
    return { fields: draftFields(draft), notes: draft.notes, basedOn: revision };
  const fields = Object.fromEntries(Object.entries(posted).map(([name, values]) => [name, values[0] ?? '']));
  const typed = readAssessment(fields, submission).draft;
  const basedOn = isConflict ? revision : (posted.basedOn[0] ?? revision);
  // The note that is still being placed stands in its own fields, not among the others.
  const notes = typed.notes.filter((note) => fields[noteField(note)] !== undefined);
  return { fields, notes, basedOn };
}
