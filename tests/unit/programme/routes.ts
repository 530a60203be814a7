import { readFileSync } from 'node:fs';
import type { Enrolment, Pause } from '#src/domain/programme/place.ts';
import { type Route, routeSchema } from '#src/domain/programme/schema.ts';

function route(id: string): Route {
  const file = new URL(`../../../src/content/programme/${id}.json`, import.meta.url);
  return routeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export const standard15 = route('standard-15');
export const standard21 = route('standard-21');
export const partTime30 = route('part-time-30');
export const routes = [standard15, standard21, partTime30];

/** A break in learning from a day to the first day back. */
export function breakInLearning(startsOn: string, endsOn: string | null): Pause {
  return { startsOn, endsOn, reason: 'break_in_learning' };
}

/** Amara on the 15-month route, with another start or pauses where a test needs them. */
export function amara(startedOn: string, pauses: readonly Pause[] = []): Enrolment {
  return { traineeId: 'amara', routeId: standard15.id, startedOn, hoursPerWeek: 37, pauses };
}
