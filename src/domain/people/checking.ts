import type { Role } from '../access/roles.ts';
import { formatDay } from '../calendar.ts';
import type { PeopleColumn } from './columns.ts';
import type { PersonRow } from './readRows.ts';
import type { KnownCohort, KnownPerson, Named, PeopleWorld } from './world.ts';

/** Tells what is wrong in a cell of the row; a cell that could not be read is told once and not again. */
export type Say = (column: PeopleColumn, value: string, words: readonly [reason: string, fix: string]) => void;

/** Somebody whom the file names, whether she is here already or not. */
export interface Meant {
  readonly roles: ReadonlySet<Role>;
  readonly isDisabled: boolean;
}

/** One row with all that it is held against. */
export interface Checking {
  readonly row: PersonRow;
  readonly known: KnownPerson | undefined;
  /** Her roles once the file is in. */
  readonly roles: ReadonlySet<Role>;
  readonly world: PeopleWorld;
  readonly named: Named;
  readonly meant: (email: string) => Meant | undefined;
  readonly say: Say;
}

/** What is said where a file would give something to a trainee whose programme has ended: a file opens no programme again. */
export const endedWords = (endedOn: string) =>
  [
    `Her programme ended on ${formatDay(endedOn, { year: true, weekday: false })}`,
    'Leave the cell empty; or open her programme again on the page of her place first',
  ] as const;

const NAMES_SHOWN = 8;
/** The first few names to choose from. */
export const choose = (names: readonly string[]) =>
  `${names.slice(0, NAMES_SHOWN).join('; ')}${names.length > NAMES_SHOWN ? '; and more' : ''}`;

/** Tells that there is no such cohort, with those that are open. */
export function sayNoCohort({ world, say }: Pick<Checking, 'world' | 'say'>, column: PeopleColumn, name: string): void {
  const open = world.cohorts.filter(({ closedOn }) => closedOn === null || closedOn > world.today);
  const fix =
    open.length === 0
      ? 'Make it first, under Cohorts'
      : `Make it first, under Cohorts, or choose from: ${choose(open.map((one) => one.name))}`;
  say(column, name, ['There is no cohort of this name', fix]);
}

/** Tells that a cohort is closed, where it is. */
export function sayClosed(
  { world, say }: Pick<Checking, 'world' | 'say'>,
  column: PeopleColumn,
  cohort: KnownCohort,
): void {
  const { name, closedOn } = cohort;
  if (closedOn === null || closedOn > world.today) return;
  say(column, name, [
    `This cohort is closed since ${formatDay(closedOn, { year: true })}`,
    'Choose a cohort that is open',
  ]);
}
