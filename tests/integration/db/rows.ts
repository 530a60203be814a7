import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/client.ts';
import { people, personRoles } from '#db/schema/index.ts';

export const AT = new Date('2026-11-21T09:30:15Z');

type Person = typeof people.$inferInsert;

/** A person with an id and an address of her own. */
export function person(change: Partial<Person> = {}): Person {
  const id = randomUUID();
  return { id, email: `${id}@pqip.example`, name: 'Amara Okafor', createdAt: AT, ...change };
}

/** Inserts a person and hands back her id. */
export async function insertPerson(tx: Writer, change: Partial<Person> = {}): Promise<string> {
  const row = person(change);
  await tx.insert(people).values(row);
  return row.id;
}

export async function giveRole(
  tx: Writer,
  personId: string,
  role: (typeof personRoles.$inferInsert)['role'] = 'trainee',
) {
  await tx.insert(personRoles).values({ personId, role });
}
