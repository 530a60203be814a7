import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { type DecidedSnapshot, listReadyFacts, type SignedCriteria } from '#db/queries/readyCriteria.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { decisionsNow } from '#src/domain/portfolio/decisionsNow.ts';
import { byAge, factsOf, type QueueFact, TURNAROUND_WEEKS, turnaround } from '#src/domain/portfolio/queue.ts';
import { readiness } from '#src/domain/portfolio/grid.ts';
import type { Criterion } from '#src/domain/portfolio/qualification.ts';
import type { EvidenceFacts } from '#src/domain/portfolio/standingDecisions.ts';
import { reshaped } from '#src/domain/portfolio/earlierCriteria.ts';
import { movedIds, type Qualifications, signedNow } from '#src/domain/portfolio/versions.ts';
import { firstDecisionsOf } from './firstDecisions.ts';
import { today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';

/** What waits for an assessor in the order of the queue, and everything beside it. */
export interface AssessorQueue {
  readonly waiting: ReturnType<typeof byAge>;
  readonly facts: readonly QueueFact[];
  readonly turnaround: ReturnType<typeof turnaround>;
}

/** What waits for an assessor and everything beside it, without how long her decisions took. One query. */
export async function loadWaiting(db: Reader, viewer: Viewer): Promise<Omit<AssessorQueue, 'turnaround'>> {
  const facts = await listQueueFacts(db, viewer, { day: today(), releasedId: '' });
  return { waiting: byAge(factsOf(facts, 'waiting')), facts };
}

/** The queue of an assessor. `releasedId`: what she released a moment ago, or empty. Two queries in one round trip. */
export async function loadQueue(db: Reader, viewer: Viewer, releasedId = ''): Promise<AssessorQueue> {
  const day = today();
  const decidedFrom = Date.parse(`${addDays(day, -7 * TURNAROUND_WEEKS)}T00:00:00Z`) / 1000;
  const [facts, decided] = await Promise.all([
    listQueueFacts(db, viewer, { day, releasedId }),
    firstDecisionsOf(db, viewer.id, decidedFrom),
  ]);
  return { waiting: byAge(factsOf(facts, 'waiting')), facts, turnaround: turnaround(decided) };
}

/** One snapshot in the criteria of the version that counts now. */
function evidenceOf(qualifications: Qualifications, snapshot: DecidedSnapshot): EvidenceFacts {
  const { evidenceId, submissionId, number, kind, assessmentId, isReadable } = snapshot;
  const made = snapshot.decisions.map(([criterionId, outcome, isRejected]) => {
    return { criterionId, outcome, isRejected, counts: snapshot.counts && !isRejected };
  });
  const decisions = decisionsNow(qualifications, snapshot.version, made);
  return {
    ...{ evidenceId, submissionId, number, kind, assessmentId, decisions, isReadable },
    happenedOn: snapshot.happenedOn ?? londonDay(new Date(snapshot.submittedAt * 1000)),
    criteria: decisions.map(({ criterionId }) => criterionId),
    isWithdrawn: false,
  };
}

/** What was handed in since a decision was not agreed with and nobody has decided on: it says whether the criterion is still claimed. */
function waitingSince(qualifications: Qualifications, snapshots: readonly DecidedSnapshot[]): EvidenceFacts[] {
  const decided = new Set(snapshots.map(({ submissionId }) => submissionId));
  return snapshots.flatMap(({ evidenceId, kind, newest }): EvidenceFacts[] => {
    if (newest === null || decided.has(newest.id)) return [];
    const { id: submissionId, number, version, claims: ids } = newest;
    const criteria = movedIds(qualifications, { version, ids }).ids.map(({ id }) => id);
    const nothing = { assessmentId: null, decisions: [], isWithdrawn: false, isReadable: true };
    return [{ evidenceId, submissionId, number, kind, happenedOn: '', criteria, ...nothing }];
  });
}

/** Criteria with a decision that they are met: no other can be ready, so no other is looked at. */
function everMet(evidence: readonly EvidenceFacts[]): Set<string> {
  const met = evidence.flatMap(({ decisions }) =>
    decisions.filter(({ outcome, counts }) => outcome === 'met' && counts),
  );
  return new Set(met.map(({ criterionId }) => criterionId));
}

/** What is known of one trainee. */
interface Known {
  readonly decided: readonly DecidedSnapshot[];
  readonly signed: readonly SignedCriteria[];
}

function readyOf(qualifications: Qualifications, { decided, signed }: Known): string[] {
  const signatures = signed.flatMap(({ version, criteria }) => criteria.map((id) => ({ version, id })));
  const standing = signedNow(qualifications, signatures);
  const evidence = [...decided.map((one) => evidenceOf(qualifications, one)), ...waitingSince(qualifications, decided)];
  const met = everMet(evidence);
  const isReady = (criterion: Criterion) =>
    met.has(criterion.id) &&
    standing.get(criterion.id)?.carries !== true &&
    readiness(criterion, evidence, today()).isReady;
  return qualifications.current.units.flatMap((unit) => unit.criteria.filter(isReady).map(({ id }) => id));
}

/** Trainee -> the criteria that may be signed off for her now, in the order of the qualification; those without any are left out. One query. */
export async function loadReadyCriteria(db: Reader, traineeIds: readonly string[]): Promise<Map<string, string[]>> {
  const qualifications = await qualificationsNow();
  const { decided, signed } = await listReadyFacts(db, { traineeIds, reshaped: reshaped(qualifications) });
  const signedBy = Map.groupBy(signed, ({ traineeId }) => traineeId);
  const ready = [...Map.groupBy(decided, ({ traineeId }) => traineeId)].map(
    ([traineeId, own]) =>
      [traineeId, readyOf(qualifications, { decided: own, signed: signedBy.get(traineeId) ?? [] })] as const,
  );
  return new Map(ready.filter(([, ids]) => ids.length > 0));
}
