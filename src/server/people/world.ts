import { listKnownCohorts, listKnownPeople } from '#db/queries/people/world.ts';
import type { Reader } from '#db/client.ts';
import type { PersonRow } from '#src/domain/people/readRows.ts';
import type { PeopleWorld } from '#src/domain/people/world.ts';
import { portal, today } from '../portal.ts';

/** Every address that a file names. */
const emailsIn = (rows: readonly PersonRow[]): string[] => [
  ...new Set(rows.flatMap(({ email, assessors, managers }) => [email, ...assessors, ...managers])),
];

/** What the rows of a file are held against. Two queries in one round trip. */
export async function readPeopleWorld(db: Reader, rows: readonly PersonRow[]): Promise<PeopleWorld> {
  const day = today();
  const [known, cohorts] = await Promise.all([listKnownPeople(db, emailsIn(rows), day), listKnownCohorts(db)]);
  const { routes } = portal().content;
  return { today: day, cohorts, routes, people: new Map(known.map((person) => [person.email, person])) };
}
