import type { Role } from '../access/roles.ts';
import type { PersonRow } from './readRows.ts';

/** An assignment about a trainee that lasts or is still to begin. */
export interface KnownAssignment {
  readonly id: string;
  readonly personId: string;
  /** Of whoever is assigned. */
  readonly email: string;
}

/** Somebody of the portal as a file of people may name her. */
export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'cy';
  readonly isDisabled: boolean;
  readonly roles: readonly Role[];
  /** The cohort she is in now, or null. */
  readonly cohortId: string | null;
  readonly enrolment: { readonly routeId: string; readonly startedOn: string; readonly hoursPerWeek: number } | null;
  /** Her last day, where her programme has ended and was not opened again. */
  readonly endedOn: string | null;
  readonly assessors: readonly KnownAssignment[];
  readonly managers: readonly KnownAssignment[];
  /** Cohorts she is tutor of, now or from a later day on; leave cover is not in it. */
  readonly tutorOf: readonly string[];
}

export interface KnownCohort {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly closedOn: string | null;
}

/** What a file of people is held against. */
export interface PeopleWorld {
  readonly today: string;
  readonly cohorts: readonly KnownCohort[];
  readonly routes: readonly { readonly id: string; readonly name: string }[];
  /** By e-mail address: at least everybody whom the file names. */
  readonly people: ReadonlyMap<string, KnownPerson>;
}

const plain = (text: string) => text.trim().toLowerCase();

/** Cohorts and routes by what a file may call them. */
export interface Named {
  readonly cohort: (name: string) => KnownCohort | undefined;
  readonly route: (name: string) => string | undefined;
}

export function namesIn({ cohorts, routes }: PeopleWorld): Named {
  const cohortsByName = new Map(cohorts.map((cohort) => [plain(cohort.name), cohort]));
  const routesByName = new Map(
    routes.flatMap(({ id, name }) => [[plain(id), id] as const, [plain(name), id] as const]),
  );
  return { cohort: (name) => cohortsByName.get(plain(name)), route: (name) => routesByName.get(plain(name)) };
}

/** Whether a row is about a place in the programme: a trainee who is here already without one stays so while the row says nothing of it. */
export function needsPlace(row: PersonRow, known: KnownPerson | undefined): boolean {
  const saysNothing = row.cohort === '' && row.route === '' && row.startsOn === '' && row.hoursPerWeek === null;
  return !(saysNothing && known?.roles.includes('trainee') === true);
}
