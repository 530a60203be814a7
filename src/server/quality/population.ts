import { breathe } from '#db/breathe.ts';
import { listAssessorFigures, listEveryAssessorId } from '#db/queries/qualityAssessors.ts';
import { countDecided } from '#db/queries/qualityPopulation.ts';
import type { Reader } from '#db/client.ts';
import type { AssessorFacts } from '#src/domain/quality/checking.ts';
import { unitsNow } from '#src/domain/portfolio/earlierCriteria.ts';
import { populationTogether } from '#src/domain/quality/population.ts';
import { countersignerOn, everyCountersigner, waitsForNobody } from '#src/domain/quality/countersigners.ts';
import { standingOnDay } from '#src/domain/quality/standing.ts';
import { keptForAMinute } from '../kept.ts';
import { now, today } from '../portal.ts';
import { qualificationsNow } from '../qualification.ts';
import { readCountersigning } from './countersigning.ts';

/** Turnaround and agreement are told of so many days back. */
export const FIGURE_DAYS = 91;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** What some decided, counted now, in the units of today. */
export async function countFor(db: Reader, assessorIds: readonly string[]) {
  return countDecided(db, assessorIds, unitsNow(await qualificationsNow()));
}

/** Of so many at once: 10 ms with all that sixteen trainees of each wrote. */
const ASSESSORS_AT_ONCE = 2;

/** Asks about everybody who assesses or has assessed, a few at a time, so that nobody waits for all of them. */
async function inSteps<T>(db: Reader, ask: (assessorIds: readonly string[]) => Promise<T>): Promise<T[]> {
  const ids = await listEveryAssessorId(db);
  const found: T[] = [];
  for (let first = 0; first < ids.length; first += ASSESSORS_AT_ONCE) {
    found.push(await ask(ids.slice(first, first + ASSESSORS_AT_ONCE)));
    await breathe();
  }
  return found;
}

/** What everybody decided, counted: at most a minute old. */
export const everythingDecided = keptForAMinute(async (db) => {
  const parts = await inSteps(db, (assessorIds) => countFor(db, assessorIds));
  const together = (stage: 'interim' | 'final') =>
    populationTogether(
      stage,
      parts.map((part) => part[stage]),
    );
  return { interim: together('interim'), final: together('final'), at: now() };
});

/** Turnaround and agreement of everybody who assesses: at most a minute old. */
export const everyonesFigures = keptForAMinute(async (db) => {
  const at = now();
  const asked = { at: seconds(at), day: today(), days: FIGURE_DAYS };
  const rows = await inSteps(db, (assessorIds) => listAssessorFigures(db, { ...asked, assessorIds }));
  return { rows: rows.flat(), at };
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
  const rowsOf = Map.groupBy(rows, ({ assessorId }) => assessorId);
  const countersigns = everyCountersigner(world);
  const assessors = people.map((person) => {
    const standing = standingOnDay(rowsOf.get(person.id) ?? [], person.id, today());
    const isAsked = standing.needsCountersign || person.toCountersign !== null;
    return {
      ...person,
      ...standing,
      countersignerId: isAsked ? countersignerOn(world, person.id) : null,
      countersigns: countersigns.get(person.id) ?? [],
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
