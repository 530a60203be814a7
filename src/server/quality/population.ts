import { listAssessorFigures } from '#db/queries/qualityAssessors.ts';
import { countDecided } from '#db/queries/qualityPopulation.ts';
import type { Reader } from '#db/client.ts';
import type { AssessorFacts } from '#src/domain/quality/checking.ts';
import { unitsNow } from '#src/domain/portfolio/earlierCriteria.ts';
import { countersignedBy, countersignerOn, waitsForNobody } from '#src/domain/quality/countersigners.ts';
import { standingOnDay } from '#src/domain/quality/standing.ts';
import { keptForAMinute } from '../kept.ts';
import { now, today } from '../portal.ts';
import { qualificationsNow } from '../qualification.ts';
import { readCountersigning } from './countersigning.ts';

/** Turnaround and agreement are told of so many days back. */
export const FIGURE_DAYS = 91;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** What some decided, counted now, in the units of today. */
export async function countFor(db: Reader, assessorIds: readonly string[] | null) {
  return countDecided(db, assessorIds, unitsNow(await qualificationsNow()));
}

/** What everybody decided, counted: at most a minute old. */
export const everythingDecided = keptForAMinute(async (db) => ({ ...(await countFor(db, null)), at: now() }));

/** Turnaround and agreement of everybody who assesses: at most a minute old. */
export const everyonesFigures = keptForAMinute(async (db) => {
  const at = now();
  return { rows: await listAssessorFigures(db, { at: seconds(at), day: today(), days: FIGURE_DAYS }), at };
});

/** After a plan, a look or a standing changed here: the next page counts anew. */
export function forgetCounts(): void {
  everythingDecided.forget();
  everyonesFigures.forget();
}

/**
 * Who assesses, with how far each is today and who countersigns for whom. `countersignerId`: who can, null where nobody can or has to;
 * `waitsForNobody`: decisions of hers wait that nobody can countersign. Two queries in one round trip.
 */
export async function readAssessors(db: Reader) {
  const { people, rows, world } = await readCountersigning(db, today());
  const assessors = people.map((person) => {
    const standing = standingOnDay(rows, person.id, today());
    const isAsked = standing.needsCountersign || person.toCountersign !== null;
    return {
      ...person,
      ...standing,
      countersignerId: isAsked ? countersignerOn(world, person.id) : null,
      countersigns: countersignedBy(world, person.id),
      waitsForNobody: waitsForNobody(world, person.id),
    };
  });
  return { assessors, rows, factsOf: factsIn(assessors) };
}

export type AssessorNow = Awaited<ReturnType<typeof readAssessors>>['assessors'][number];

function factsIn(assessors: readonly (AssessorFacts & { readonly id: string })[]): (id: string) => AssessorFacts {
  const byId = new Map(assessors.map((one) => [one.id, one]));
  return (id) => byId.get(id) ?? { name: 'Somebody who assesses no more', standing: 'new' };
}
