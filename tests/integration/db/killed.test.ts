import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { notExists, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people, personRoles } from '#db/schema/index.ts';
import { freshFolder, openTestDatabase } from '../../support/database.ts';
import { startChild } from './childProcess.ts';

/** Rounds are independent; a random moment each time finds more than the same one, and the failure says which it was. */
const MOMENTS = Array.from({ length: 6 }, () => 1 + Math.floor(Math.random() * 900));

test.each(MOMENTS)(
  'killed after acknowledgement %i of a thousand writes, a portal has lost none of them and kept none by half',
  async (moment) => {
    const path = join(freshFolder(), 'portal.db');
    const child = startChild('writePeople.ts', [pathToFileURL(path).href], () => {
      if (child.lines.length === moment) child.process.kill('SIGKILL');
    });
    await child.ended;
    expect(child.complaints()).toBe('');
    expect(child.process.signalCode).toBe('SIGKILL');
    const acknowledged = new Set(child.lines);
    expect(acknowledged.size).toBeGreaterThanOrEqual(moment);

    const database = await openTestDatabase(path);
    const kept = await database.read((db) => db.select({ id: people.id }).from(people));
    const ids = new Set(kept.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    const withoutRole = await database.read((db) =>
      db
        .select({ id: people.id })
        .from(people)
        .where(
          notExists(
            db
              .select({ one: sql`1` })
              .from(personRoles)
              .where(sql`${personRoles.personId} = ${people.id}`),
          ),
        ),
    );
    expect(withoutRole).toEqual([]);
  },
);
