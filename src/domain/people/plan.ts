import type { AssignmentKind, Role } from '../access/roles.ts';
import { FULL_WEEK_HOURS } from './cells.ts';
import { LANGUAGE_NAMES, ROLE_NAMES } from './names.ts';
import type { PersonRow } from './readRows.ts';
import {
  type KnownAssignment,
  type KnownCohort,
  type KnownPerson,
  type Named,
  namesIn,
  needsPlace,
  type PeopleWorld,
} from './world.ts';

/** What a file of people would write, as rows of tables. Rows that are there already are not among them. */
export interface ImportPlan {
  readonly added: readonly { id: string; email: string; name: string; language: 'en' | 'cy' }[];
  readonly changed: readonly { id: string; name: string; language: 'en' | 'cy' }[];
  readonly roles: readonly { personId: string; role: Role }[];
  readonly memberships: readonly { id: string; traineeId: string; cohortId: string; joinedOn: string }[];
  readonly enrolments: readonly { traineeId: string; routeId: string; startedOn: string; hoursPerWeek: number }[];
  readonly begun: readonly Begun[];
  readonly ended: readonly { id: string; kind: AssignmentKind; personId: string; traineeId: string }[];
  /** One for each row of the file. */
  readonly lines: readonly PlanLine[];
}

export interface Begun {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly personId: string;
  readonly traineeId: string | null;
  readonly cohortId: string | null;
}

export type LineState = 'new' | 'changed' | 'same';

/** What a row comes to, in words. */
export interface PlanLine {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly state: LineState;
  readonly words: readonly string[];
}

export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Places in the programme that begin. */
  readonly places: number;
  readonly begun: number;
  readonly ended: number;
  /** People who become administrators. */
  readonly admins: number;
}

export const planCounts = (plan: ImportPlan): PlanCounts => {
  const of = (state: LineState) => plan.lines.filter((line) => line.state === state).length;
  return {
    ...{ new: of('new'), changed: of('changed'), same: of('same') },
    ...{ places: plan.enrolments.length, begun: plan.begun.length, ended: plan.ended.length },
    admins: plan.roles.filter(({ role }) => role === 'admin').length,
  };
};

/** Whether there is nothing to write. */
export const isNothing = (plan: ImportPlan): boolean => plan.lines.every(({ state }) => state === 'same');

/** The lists that are filled, row by row. */
type Filling = { -readonly [Key in keyof ImportPlan]: ImportPlan[Key][number][] };

interface Planning {
  readonly row: PersonRow;
  readonly known: KnownPerson | undefined;
  readonly personId: string;
  readonly idOf: ReadonlyMap<string, string>;
  readonly world: PeopleWorld;
  readonly named: Named;
  readonly newId: () => string;
  readonly plan: Filling;
  readonly words: string[];
}

/**
 * What rows that were found right would write. A file adds and changes, and takes no account, role, place or cohort away; only an
 * assessor or a manager whom it names takes the place of those before. `newId` makes the ids of new rows.
 */
export function importPlan(rows: readonly PersonRow[], world: PeopleWorld, newId: () => string): ImportPlan {
  const plan: Filling = {
    added: [],
    changed: [],
    roles: [],
    memberships: [],
    enrolments: [],
    begun: [],
    ended: [],
    lines: [],
  };
  const named = namesIn(world);
  const idOf = new Map([...world.people].map(([email, { id }]) => [email, id]));
  for (const { email } of rows) if (!idOf.has(email)) idOf.set(email, newId());
  for (const row of rows) {
    const known = world.people.get(row.email);
    const words: string[] = [];
    const planning = { row, known, personId: idOf.get(row.email) ?? '', idOf, world, named, newId, plan, words };
    for (const part of [planPerson, planRoles, planPlace, planCarers, planTutor]) part(planning);
    const state = known ? (words.length > 0 ? 'changed' : 'same') : 'new';
    plan.lines.push({ row: row.row, name: row.name, email: row.email, state, words });
  }
  return plan;
}

function planPerson({ row, known, personId: id, plan, words }: Planning): void {
  const { name, email } = row;
  const language = row.language || (known?.language ?? 'en');
  if (!known) return void plan.added.push({ id, email, name, language });
  if (known.name === name && known.language === language) return;
  plan.changed.push({ id, name, language });
  if (known.name !== name) words.push(`Name: ${known.name} becomes ${name}`);
  if (known.language !== language) words.push(`Language: ${LANGUAGE_NAMES[language]}`);
}

function planRoles({ row, known, personId, plan, words }: Planning): void {
  const roles = row.roles.filter((role) => !known?.roles.includes(role));
  plan.roles.push(...roles.map((role) => ({ personId, role })));
  if (roles.length > 0) words.push(`Becomes: ${roles.map((role) => ROLE_NAMES[role].toLowerCase()).join(', ')}`);
}

function planPlace(planning: Planning): void {
  const { row, known, personId, world, named, plan, words } = planning;
  if (known?.enrolment || !isTrainee(planning) || !needsPlace(row, known)) return;
  const cohort = named.cohort(row.cohort) ?? world.cohorts.find(({ id }) => id === known?.cohortId);
  const place = placeIn(planning, cohort);
  plan.enrolments.push({ traineeId: personId, ...place });
  words.push(`Route: ${place.routeId} from ${place.startedOn}, ${String(place.hoursPerWeek)} hours a week`);
  if (cohort && !known?.cohortId) planMembership(planning, cohort, place.startedOn);
}

const isTrainee = ({ row, known }: Planning) => [...row.roles, ...(known?.roles ?? [])].includes('trainee');

/** Empty cells stand for the first day of the cohort and a full week. */
const placeIn = ({ row, world, named }: Planning, cohort: KnownCohort | undefined) => ({
  // `checkRows` has found the route.
  routeId: named.route(row.route) as string,
  startedOn: row.startsOn || (cohort?.startsOn ?? world.today),
  hoursPerWeek: row.hoursPerWeek ?? FULL_WEEK_HOURS,
});

/** She is in the cohort at once; who began before today was in it from her first day on. */
function planMembership(
  { personId, world, newId, plan, words }: Planning,
  cohort: KnownCohort,
  startedOn: string,
): void {
  const joinedOn = startedOn < world.today ? startedOn : world.today;
  plan.memberships.push({ id: newId(), traineeId: personId, cohortId: cohort.id, joinedOn });
  words.push(`Cohort: ${cohort.name}`);
}

function planCarers(planning: Planning): void {
  const { row, known } = planning;
  planCarer(planning, { kind: 'assessor', wanted: row.assessors, is: known?.assessors ?? [] });
  planCarer(planning, { kind: 'manager', wanted: row.managers, is: known?.managers ?? [] });
}

interface Carer {
  readonly kind: 'assessor' | 'manager';
  readonly wanted: readonly string[];
  readonly is: readonly KnownAssignment[];
}

/** Whoever is named and is it not yet begins, whoever is it and is not named ends; an empty cell leaves all as it is. */
function planCarer({ personId, idOf, newId, plan, words }: Planning, { kind, wanted, is }: Carer): void {
  if (wanted.length === 0) return;
  const begins = wanted.filter((email) => !is.some((one) => one.email === email));
  const ends = is.filter(({ email }) => !wanted.includes(email));
  const base = { kind, traineeId: personId } as const;
  plan.begun.push(
    ...begins.map((email) => ({ ...base, id: newId(), personId: idOf.get(email) ?? '', cohortId: null })),
  );
  plan.ended.push(...ends.map((one) => ({ ...base, id: one.id, personId: one.personId })));
  const called = kind === 'assessor' ? 'Assessor' : 'Line manager';
  if (begins.length > 0) words.push(`${called}: ${begins.join(', ')}`);
  if (ends.length > 0) words.push(`${called} no more: ${[...new Set(ends.map(({ email }) => email))].join(', ')}`);
}

function planTutor({ row, known, personId, named, newId, plan, words }: Planning): void {
  const cohorts = row.tutorOf.flatMap((name) => named.cohort(name) ?? []);
  const unique = [...new Map(cohorts.map((cohort) => [cohort.id, cohort])).values()];
  const begins = unique.filter(({ id }) => !known?.tutorOf.includes(id));
  plan.begun.push(
    ...begins.map(({ id }) => ({ id: newId(), kind: 'tutor' as const, personId, traineeId: null, cohortId: id })),
  );
  if (begins.length > 0) words.push(`Tutor of: ${begins.map(({ name }) => name).join('; ')}`);
}
