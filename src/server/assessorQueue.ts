import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { listReadyRows, type ReadyRow } from '#db/queries/readyCriteria.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { decisionsNow } from '#src/domain/portfolio/decisionsNow.ts';
import { byAge, factsOf, type QueueFact, TURNAROUND_WEEKS, turnaround } from '#src/domain/portfolio/queue.ts';
import { readiness } from '#src/domain/portfolio/grid.ts';
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

type DecisionRow = Extract<ReadyRow, { fact: 'decision' }>;

/** One snapshot from the rows of its decisions, in the criteria of the version that counts now. */
function evidenceOf(qualifications: Qualifications, [first, ...rest]: readonly DecisionRow[]): EvidenceFacts[] {
  if (!first) return [];
  const made = [first, ...rest].map((one) => ({
    ...one,
    counts: one.counts === 1,
    isRejected: one.rejected === 1,
  }));
  const decisions = decisionsNow(qualifications, first.version, made);
  const { evidenceId, submissionId, number, kind, assessmentId } = first;
  return [
    {
      ...{ evidenceId, submissionId, number, kind, assessmentId, decisions },
      happenedOn: first.happenedOn ?? londonDay(new Date(first.submittedAt * 1000)),
      criteria: [...new Set(decisions.map(({ criterionId }) => criterionId))],
      isWithdrawn: false,
      isReadable: first.readable === 1,
    },
  ];
}

/** What was handed in since a decision was not agreed with and nobody has decided on: it says whether the criterion is still claimed. */
function waitingSince(qualifications: Qualifications, rows: readonly DecisionRow[]): EvidenceFacts[] {
  const decided = new Set(rows.map(({ submissionId }) => submissionId));
  return rows.flatMap(({ evidenceId, kind, newest }): EvidenceFacts[] => {
    if (newest === null || decided.has(newest.id)) return [];
    const { id: submissionId, number, version, claims: ids } = newest;
    const criteria = movedIds(qualifications, { version, ids }).ids.map(({ id }) => id);
    const nothing = { assessmentId: null, decisions: [], isWithdrawn: false, isReadable: true };
    return [{ evidenceId, submissionId, number, kind, happenedOn: '', criteria, ...nothing }];
  });
}

function readyOf(qualifications: Qualifications, rows: readonly ReadyRow[]): string[] {
  const signatures = rows.filter((row) => row.fact === 'signed');
  const signed = signedNow(
    qualifications,
    signatures.map(({ version, criterionId: id }) => ({ version, id })),
  );
  const decided = rows.filter((row) => row.fact === 'decision');
  const snapshots = [...Map.groupBy(decided, ({ submissionId }) => submissionId).values()];
  const evidence = [
    ...snapshots.flatMap((own) => evidenceOf(qualifications, own)),
    ...waitingSince(qualifications, decided),
  ];
  const criteria = qualifications.current.units.flatMap((unit) => unit.criteria);
  const isReady = (criterion: (typeof criteria)[number]) =>
    signed.get(criterion.id)?.carries !== true && readiness(criterion, evidence, today()).isReady;
  return criteria.filter(isReady).map(({ id }) => id);
}

/** Trainee -> the criteria that may be signed off for her now, in the order of the qualification; those without any are left out. One query. */
export async function loadReadyCriteria(db: Reader, traineeIds: readonly string[]): Promise<Map<string, string[]>> {
  const qualifications = await qualificationsNow();
  const rows = await listReadyRows(db, { traineeIds, reshaped: reshaped(qualifications) });
  const ready = [...Map.groupBy(rows, ({ traineeId }) => traineeId)].map(
    ([traineeId, own]) => [traineeId, readyOf(qualifications, own)] as const,
  );
  return new Map(ready.filter(([, ids]) => ids.length > 0));
}
