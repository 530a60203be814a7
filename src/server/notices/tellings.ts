import { listTutorsOfTrainee } from '#db/queries/notices/jobs.ts';
import type { Writer } from '#db/client.ts';
import { today } from '../portal.ts';
import type { PlaceNews } from '#src/domain/notices/words.ts';
import { notify } from './notify.ts';

/** Evidence whose assessment came back to its trainee and counts. */
export interface Returned {
  readonly traineeId: string;
  readonly evidenceId: string;
  readonly assessmentId: string;
}

/** Tells a trainee that her evidence came back. Call it where it begins to count: for an assessor in training, when it is countersigned. */
export async function tellReturned(tx: Writer, { traineeId, evidenceId, assessmentId }: Returned): Promise<void> {
  const told = { personId: traineeId, kind: 'evidence-returned', key: `returned:${assessmentId}`, traineeId } as const;
  await notify(tx, [{ ...told, details: { evidenceId } }]);
}

/** A caseload that is over its limit from now on, or for a while longer. */
export interface Breach {
  readonly traineeId: string;
  /** The allocation or the agreement behind it. */
  readonly recordId: string;
  readonly what: 'agreed' | 'ended';
  /** Whoever did it knows. */
  readonly byId: string;
}

/** Tells the trainee and the tutors of her cohort that her caseload is over its limit. */
export async function tellBreach(tx: Writer, { traineeId, recordId, what, byId }: Breach): Promise<void> {
  const tutors = await listTutorsOfTrainee(tx, traineeId, today());
  const people = [traineeId, ...tutors.filter((id) => id !== traineeId)].filter((id) => id !== byId);
  const told = { kind: 'caseload-breach', key: `over-limit:${recordId}`, traineeId, details: { what } } as const;
  await notify(
    tx,
    people.map((personId) => ({ ...told, personId })),
  );
}

/** Tells a trainee that somebody else changed her place in the programme. `recordId`: the change, break or ending. */
export async function tellPlace(
  tx: Writer,
  { traineeId, recordId, what }: { readonly traineeId: string; readonly recordId: string; readonly what: PlaceNews },
): Promise<void> {
  const told = { personId: traineeId, kind: 'place-changed', traineeId, details: { what } } as const;
  await notify(tx, [{ ...told, key: `place:${what}:${recordId}` }]);
}
