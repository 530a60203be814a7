import { listAssessorStandings } from '#db/queries/assessorStandings.ts';
import { type AssessorRecord, listAssessors } from '#db/queries/qualityAssessors.ts';
import type { Reader } from '#db/client.ts';
import type { CountersignWorld } from '#src/domain/quality/countersigners.ts';

type Standings = Awaited<ReturnType<typeof listAssessorStandings>>;

/** What the rule about countersigners asks of everybody who assesses, on a day (`YYYY-MM-DD`). */
function countersignWorld(people: readonly AssessorRecord[], rows: Standings, day: string): CountersignWorld {
  const able = people.filter(({ isAssessor, isDisabled }) => isAssessor && !isDisabled);
  const waiting = people.flatMap((person) =>
    person.toCountersign ? [[person.id, person.toCountersign] as const] : [],
  );
  return { rows, day, assessors: new Set(able.map(({ id }) => id)), waiting: new Map(waiting) };
}

/** Everybody who assesses or has assessed, how far each was and is, and who countersigns for whom. Two queries in one round trip. */
export async function readCountersigning(db: Reader, day: string) {
  const [people, rows] = await Promise.all([listAssessors(db), listAssessorStandings(db)]);
  return { people, rows, world: countersignWorld(people, rows, day) };
}
