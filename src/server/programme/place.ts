import { readAround, readPlaceHistory } from '#db/queries/programme/places.ts';
import { listCohortNames } from '#db/queries/cohorts/administered.ts';
import { type FactsByModule, listModuleFacts } from '#db/queries/progress.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { type PlaceValues, placeProblems } from '#src/domain/programme/changing.ts';
import { type PlaceEffect, placeEffect } from '#src/domain/progress/placeChange.ts';
import { portal, today } from '../portal.ts';
import { standingOf } from '../standings.ts';

/** What stands for a trainee, as a change of place asks about it. */
export const placeValues = ({ cohortId, enrolment }: TraineeRecord): PlaceValues & { endedOn: string | null } => ({
  cohortId,
  routeId: enrolment.routeId,
  startedOn: enrolment.startedOn,
  hoursPerWeek: enrolment.hoursPerWeek,
  endedOn: enrolment.endedOn ?? null,
});

/** Everything an administrator sees of a trainee's place, or null where there is no such trainee. Five queries in one round trip. */
export async function loadTraineePlace(db: Reader, traineeId: string) {
  const [trainee, history, around, cohorts, facts] = await Promise.all([
    findTrainee(db, traineeId),
    readPlaceHistory(db, traineeId),
    readAround(db, traineeId, today()),
    listCohortNames(db),
    listModuleFacts(db, traineeId),
  ]);
  if (!trainee) return null;
  const { standing } = standingOf(trainee, facts);
  return { trainee, history, ...around, cohorts, facts, standing };
}

export type TraineePlace = NonNullable<Awaited<ReturnType<typeof loadTraineePlace>>>;

type PlaceFacts = Pick<TraineePlace, 'trainee' | 'cohorts' | 'facts' | 'standing'>;

/** What a change of place would do, or why it cannot be. Nothing is changed by asking. */
export function previewPlace(
  { trainee, cohorts, facts, standing }: PlaceFacts,
  wanted: PlaceValues,
): { readonly problems: Readonly<Record<string, string>>; readonly effect: PlaceEffect | null } {
  const { routes } = portal().content;
  const problems = placeProblems({ now: placeValues(trainee), wanted, routes, cohorts, today: today() });
  return { problems, effect: Object.keys(problems).length > 0 ? null : effectOf({ trainee, facts, standing }, wanted) };
}

function effectOf(
  { trainee, facts, standing }: { trainee: TraineeRecord; facts: FactsByModule; standing: TraineePlace['standing'] },
  { routeId, startedOn, hoursPerWeek }: PlaceValues,
): PlaceEffect {
  const moved = { ...trainee, enrolment: { ...trainee.enrolment, routeId, startedOn, hoursPerWeek } };
  return placeEffect(standing, standingOf(moved, facts).standing);
}
