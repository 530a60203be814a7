import { listTutorsOfCohorts, listTutorsOfTrainee } from '#db/queries/notices/jobs.ts';
import type { Writer } from '#db/client.ts';
import { today } from '../portal.ts';
import type { CohortNews, PlaceNews } from '#src/domain/notices/words.ts';
import { notify, type Told } from './notify.ts';

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

/** What tutors of a cohort are told of those who are in it. `traineeId`: null where nobody may be named. */
export interface News {
  readonly cohortId: string;
  readonly traineeId: string | null;
  /** The change, break, ending or file behind it. */
  readonly recordId: string;
  readonly what: CohortNews;
  /** Of a file: how many it brought in. */
  readonly count?: number;
  /** Whoever did it knows. */
  readonly byId: string;
}

/**
 * Tells the tutors of a cohort, as they are today, that somebody came into it or left it, or that her place or a break was changed.
 * Of whoever left nobody is named: a tutor sees nothing more of her, and completing, leaving the programme and moving read alike.
 */
export async function tellTutors(tx: Writer, ...all: readonly News[]): Promise<void> {
  const cohorts = all.map(({ cohortId }) => cohortId);
  const tutors = Map.groupBy(await listTutorsOfCohorts(tx, cohorts, today()), ({ cohortId }) => cohortId);
  const told = all.flatMap((news) =>
    (tutors.get(news.cohortId) ?? []).flatMap(({ personId }) =>
      knows(news, personId) ? [] : [toldTo(news, personId)],
    ),
  );
  await notify(tx, told);
}

const knows = ({ byId, traineeId }: News, personId: string) => personId === byId || personId === traineeId;

function toldTo({ cohortId, recordId, what, count, ...news }: News, personId: string): Told {
  const traineeId = what === 'left' ? null : news.traineeId;
  const details = { what, cohortId, ...(count !== undefined && { count }) };
  return { personId, kind: 'cohort-people', key: `people:${what}:${recordId}:${cohortId}`, traineeId, details };
}
