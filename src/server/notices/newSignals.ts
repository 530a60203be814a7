import { listCohortsToLookAt, listTutorsOfCohort, saveJobRun } from '#db/queries/notices/jobs.ts';
import { hourOf } from '#src/domain/notices/due.ts';
import { knowsAll } from '#src/domain/signals/noted.ts';
import type { NotedSignal, TraineeSignals } from '#src/domain/signals/signal.ts';
import { now, read, today, write } from '../portal.ts';
import { loadCohortSignalsAsPortal } from '../signals/loadSignals.ts';
import { notify, takeNote, type Told } from './notify.ts';

const PREFIX = 'signals:';
/** Between two cohorts, so that a look at many keeps nobody waiting. */
const PAUSE_MS = 300;

/** One trainee's signals that stand, for herself and for the tutors of her cohort: each named by its facts, so that it is told once. */
function toldOf({ traineeId, signals }: TraineeSignals, tutors: readonly string[]): Told[] {
  return signals
    .filter(({ note }) => note === null)
    .flatMap((signal) =>
      [traineeId, ...tutors.filter((id) => id !== traineeId)].map((personId) => ({
        ...{ personId, kind: 'new-signal' as const, traineeId, ...namedByFacts(traineeId, signal) },
      })),
    );
}

/** A signal that nothing was added to, and whose note ran out, is told once more: somebody meant to look again that day. */
function namedByFacts(traineeId: string, { kind, factKey, earlierNote }: NotedSignal): Pick<Told, 'key' | 'details'> {
  const key = `signal:${traineeId}:${kind}:${factKey}`;
  const isBack = earlierNote !== null && knowsAll(earlierNote.factKey, factKey);
  if (!isBack) return { key, details: { signal: kind } };
  return { key: `${key}:back:${earlierNote.returnsOn}`, details: { signal: kind, isBack } };
}

/**
 * Looks at one cohort: what is new is told. What stood when it was looked at for the first time is known from then on, and told to
 * nobody: it is on the pages anyway, and a portal that begins should not send a hundred e-mails.
 */
export async function lookAtCohort(cohortId: string, isFirstLook: boolean): Promise<void> {
  const at = now();
  const [trainees, tutors] = await read((db) =>
    Promise.all([loadCohortSignalsAsPortal(db, cohortId), listTutorsOfCohort(db, cohortId, today())]),
  );
  const told = trainees.flatMap((one) => toldOf(one, tutors));
  await write(async (tx) => {
    await (isFirstLook ? takeNote : notify)(tx, told);
    await saveJobRun(tx, { name: `${PREFIX}${cohortId}`, ranFor: hourOf(at), ranAt: at });
  });
}

/**
 * Looks for new signals in every cohort that was not looked at in this hour, one after the other. Stops where `isOver` says so. A
 * cohort that cannot be looked at keeps no other from it; the first error is thrown at the end.
 */
export async function lookForSignals(isOver: () => boolean): Promise<void> {
  const hour = hourOf(now());
  const cohorts = await read((db) => listCohortsToLookAt(db, PREFIX));
  const errors: unknown[] = [];
  for (const { cohortId, ranFor } of cohorts) {
    if (isOver()) break;
    if (ranFor !== null && ranFor >= hour) continue;
    await lookAtCohort(cohortId, ranFor === null).catch((error: unknown) => errors.push(error));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (errors.length > 0) throw new Error('Not every cohort could be looked at.', { cause: errors[0] });
}
