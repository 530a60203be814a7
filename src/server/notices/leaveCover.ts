import { type CoverTurn, listCoverTurns, listMembersOfCohort, listTutorsOfCohort } from '#db/queries/notices/jobs.ts';
import type { Reader } from '#db/client.ts';
import { read, today, write } from '../portal.ts';
import { notify, type Told } from './notify.ts';

/** A cover that lies further back than this is no news any more: a portal that stood still does not tell of last month. */
const DAYS_BACK = 7;

/**
 * Tells of leave cover on the day on which it begins and on the first day without it: whoever covers, the tutors of that cohort, and
 * those who are in it then. Each once: whoever covers is always among them, so what she was told says what was.
 */
export async function tellLeaveCover(): Promise<void> {
  const turns = await read((db) => listCoverTurns(db, today(), DAYS_BACK));
  for (const turn of turns) {
    const told = await read((db) => toldOf(db, turn));
    await write((tx) => notify(tx, told));
  }
}

/**
 * Whoever covers is told about herself, in whichever cohort, so she reads of its end too. Everybody else is told as one of the cohort,
 * and no longer reads it once she is in another one.
 */
async function toldOf(db: Reader, turn: CoverTurn): Promise<Told[]> {
  const { assignmentId, coverId, coversId, cohortId, what, startsOn, endsOn } = turn;
  const [tutors, members] = await Promise.all([
    listTutorsOfCohort(db, cohortId, today()),
    listMembersOfCohort(db, cohortId),
  ]);
  const told = { kind: 'cover', key: `cover-${what}:${assignmentId}`, traineeId: null } as const;
  const details = { what, coverId, coversId, startsOn, endsOn };
  const trainees = new Set(members);
  const others = [...new Set([...tutors, ...members])].filter((personId) => personId !== coverId);
  return [
    { ...told, personId: coverId, details: { ...details, inCohortId: cohortId } },
    ...others.map((personId) => ({
      ...{ ...told, personId },
      details: { ...details, cohortId, ...(!trainees.has(personId) && { inCohortId: cohortId }) },
    })),
  ];
}
