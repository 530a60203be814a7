import { type FactsByModule, listModuleFacts } from '#db/queries/progress.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { type Standing, standing } from '#src/domain/progress/standing.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import { portal, today } from './portal.ts';

/** A trainee and where she stands: what every screen about progress shows. */
export interface TraineeStanding {
  readonly trainee: TraineeRecord;
  readonly facts: FactsByModule;
  readonly standing: Standing;
}

/** A route by its id. An id without a file is a bug in the data: the loader checks that every enrolment has one. */
export function findRoute(routeId: string): Route {
  const route = portal().content.routes.find(({ id }) => id === routeId);
  if (!route) throw new Error(`No route in src/content/programme is called ${routeId}`);
  return route;
}

/** The one way from facts to a standing, for the trainee's own pages and for her tutor's alike. */
export function standingOf(trainee: TraineeRecord, facts: FactsByModule): TraineeStanding {
  const { modules, checks } = portal().content;
  const { enrolment } = trainee;
  return {
    trainee,
    facts,
    standing: standing({ enrolment, route: findRoute(enrolment.routeId), modules, checks, facts, today: today() }),
  };
}

/** Where one trainee stands, or null where there is no such trainee. Two queries in one round trip. */
export async function loadStanding(db: Reader, traineeId: string): Promise<TraineeStanding | null> {
  const [trainee, facts] = await Promise.all([findTrainee(db, traineeId), listModuleFacts(db, traineeId)]);
  return trainee && standingOf(trainee, facts);
}
