import { type Role, ROLES } from '../access/roles.ts';
import { type RowProblem, shownValue } from '../csv/rowProblem.ts';
import { checkCarers, checkTutor } from './checkWork.ts';
import { type Checking, choose, endedWords, type Meant, type Say, sayClosed, sayNoCohort } from './checking.ts';
import { rolesProblem } from './names.ts';
import type { PersonRow } from './readRows.ts';
import { type KnownCohort, type KnownPerson, namesIn, needsPlace, type PeopleWorld } from './world.ts';

const ON_HER_PAGE = 'Change it on the page of her place, where what was before is kept; or leave the cell empty';

/**
 * Everything in the rows that does not fit together, or does not fit what the portal holds: each with row, column, value, reason and
 * fix. A cell that could not be read is told once and not again.
 */
export function checkRows(rows: readonly PersonRow[], world: PeopleWorld): RowProblem[] {
  const named = namesIn(world);
  const inFile = Map.groupBy(rows, ({ email }) => email);
  const meant = whoIsMeant(inFile, world);
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const say: Say = (column, value, [reason, fix]) => {
      if (!row.bad.includes(column)) problems.push({ row: row.row, column, value: shownValue(value), reason, fix });
    };
    const known = world.people.get(row.email);
    const roles = row.bad.includes('roles') ? guessedRoles(row) : (meant(row.email)?.roles ?? new Set(row.roles));
    const checking = { row, known, roles, world, named, meant, say };
    const first = inFile.get(row.email)?.[0]?.row ?? row.row;
    if (first !== row.row)
      say('email', row.email, [
        `This address is in row ${String(first)} already`,
        'Make one row of the two: a person has one',
      ]);
    for (const check of [checkPerson, checkPlace, checkCarers, checkTutor]) check(checking);
  }
  return problems;
}

/** Where the roles cannot be read that is told; the other cells are looked at as if they belonged to the roles that have them. */
function guessedRoles(row: PersonRow): ReadonlySet<Role> {
  const hasPlace = row.cohort !== '' || row.route !== '' || row.startsOn !== '' || row.assessors.length > 0;
  return new Set<Role>([
    ...(hasPlace ? ['trainee' as const] : []),
    ...(row.tutorOf.length > 0 ? ['tutor' as const] : []),
  ]);
}

/** Looks up an address in the file and in the portal: roles of both count together, as none is taken away. */
function whoIsMeant(inFile: ReadonlyMap<string, readonly PersonRow[]>, { people }: PeopleWorld) {
  const found = new Map<string, Meant | undefined>();
  const lookUp = (email: string): Meant | undefined => {
    const [known, rows] = [people.get(email), inFile.get(email)];
    if (email === '' || (!known && !rows)) return undefined;
    const inRows = (rows ?? []).flatMap((row) => (row.bad.includes('roles') ? ROLES : row.roles));
    const roles = new Set([...(known?.roles ?? []), ...inRows]);
    return { roles, isDisabled: known?.isDisabled ?? false };
  };
  return (email: string) => {
    if (!found.has(email)) found.set(email, lookUp(email));
    return found.get(email);
  };
}

function checkPerson({ row, known, roles, say }: Checking): void {
  if (known?.isDisabled)
    say('email', row.email, [
      'This account is switched off',
      'Switch it on again on her page first, or take the row out',
    ]);
  const clash = rolesProblem([...roles]);
  if (clash !== null && rolesProblem(row.roles) === null)
    say('roles', row.roles.join(' | '), [
      `${clash}. Here she is ${(known?.roles ?? []).join(', ')}`,
      'Use another account for that',
    ]);
}

/** Cohort, route, first day and hours: new ones have to be whole, and what is there already is not changed by a file. */
function checkPlace(checking: Checking): void {
  const { row, known, roles } = checking;
  if (!roles.has('trainee')) return checkNoPlace(checking);
  if (!needsPlace(row, known)) return;
  checkCohort(checking);
  checkRoute(checking);
  if (known?.enrolment) checkSamePlace(checking, known.enrolment);
  else if (row.startsOn === '' && row.cohort === '' && !known?.cohortId)
    checking.say('starts_on', '', ['It is empty, and so is the cohort', 'Write her first day']);
}

function checkNoPlace({ row, say }: Checking): void {
  const words = ['She is no trainee', 'Leave it empty, or add trainee to her roles'] as const;
  if (row.cohort !== '') say('cohort', row.cohort, words);
  if (row.route !== '') say('route', row.route, words);
  if (row.startsOn !== '') say('starts_on', row.startsOn, words);
  if (row.hoursPerWeek !== null) say('hours_per_week', String(row.hoursPerWeek), words);
  if (row.assessors.length > 0) say('assessor_email', row.assessors.join(' | '), words);
  if (row.managers.length > 0) say('manager_email', row.managers.join(' | '), words);
}

function checkCohort(checking: Checking): void {
  const { row, known, named, say } = checking;
  const cohort = named.cohort(row.cohort);
  if (cohort && cohort.id === known?.cohortId) return;
  if (cohort) return checkNewCohort(checking, cohort);
  if (row.cohort !== '') sayNoCohort(checking, 'cohort', row.cohort);
  else if (!known?.enrolment && !known?.cohortId) say('cohort', '', ['It is empty', 'Write the name of her cohort']);
}

/** Somebody is to come into a cohort: she is in none, was in none, and it is open. */
function checkNewCohort({ row, known, world, say }: Checking, cohort: KnownCohort): void {
  if (known?.cohortId) {
    const now = world.cohorts.find(({ id }) => id === known.cohortId)?.name ?? 'another cohort';
    return say('cohort', row.cohort, [
      `She is in ${now}`,
      'Move her on the page of her place, where what was before is kept',
    ]);
  }
  if (known?.endedOn) return say('cohort', row.cohort, endedWords(known.endedOn));
  if (known?.enrolment) return say('cohort', row.cohort, ['She is in no cohort now', ON_HER_PAGE]);
  sayClosed({ world, say }, 'cohort', cohort);
}

function checkRoute({ row, known, world, named, say }: Checking): void {
  const routes = choose(world.routes.map(({ id }) => id));
  if (row.route !== '' && named.route(row.route) === undefined)
    say('route', row.route, ['There is no such route', `Choose from: ${routes}`]);
  if (row.route === '' && !known?.enrolment) say('route', '', ['It is empty', `Choose from: ${routes}`]);
}

function checkSamePlace({ row, named, say }: Checking, is: NonNullable<KnownPerson['enrolment']>): void {
  const route = named.route(row.route);
  if (route !== undefined && route !== is.routeId) say('route', row.route, [`Her route is ${is.routeId}`, ON_HER_PAGE]);
  if (row.startsOn !== '' && row.startsOn !== is.startedOn)
    say('starts_on', row.startsOn, [`Her first day is ${is.startedOn}`, ON_HER_PAGE]);
  if (row.hoursPerWeek !== null && row.hoursPerWeek !== is.hoursPerWeek)
    say('hours_per_week', String(row.hoursPerWeek), [`Her hours are ${String(is.hoursPerWeek)} a week`, ON_HER_PAGE]);
}
