import { copyFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { eq, like } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Database, Trouble, Writer } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { freshDatabase, openTestDatabase } from '../../support/database.ts';
import { AT, insertPerson, person } from './rows.ts';

const everyone = (database: Database) => database.read((db) => db.$count(people));
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** A door that a job waits at, as it would at something that is not the database. */
function door() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Starts a job that has its turn and waits at the door; resolves when it is there. */
async function jobAtTheDoor(database: Database, run: (tx: Writer) => Promise<unknown>) {
  const there = door();
  const ended = database.write(async (tx) => {
    there.open();
    await run(tx);
  });
  ended.catch(() => undefined);
  await there.opened;
  return { ended };
}

test('five hundred writes by a hundred people at once all succeed', async () => {
  const database = await freshDatabase();
  const onePerson = async () => {
    for (const _turn of numbers(0, 5)) await database.write((tx) => insertPerson(tx));
  };
  await Promise.all(numbers(0, 100).map(onePerson));
  expect(await everyone(database)).toBe(500);
  expect(database.counts()).toEqual({ done: 500, waiting: 0, refusedFull: 0, overdue: 0, reconnects: 0, retries: 0 });
});

test('writes have their turn in the order in which they came', async () => {
  const database = await freshDatabase();
  const turns: number[] = [];
  await Promise.all(
    numbers(0, 50).map((number) =>
      database.write(async (tx) => {
        turns.push(number);
        await insertPerson(tx);
      }),
    ),
  );
  expect(turns).toEqual(numbers(0, 50));
});

test('when two hundred wait, one more is refused as busy, and all others are written', async () => {
  const database = await freshDatabase();
  const { open, opened } = door();
  const { ended: first } = await jobAtTheDoor(database, () => opened);
  const waiting = numbers(0, 200).map(() => database.write((tx) => insertPerson(tx)));
  expect(database.counts().waiting).toBe(200);
  await expect(database.write((tx) => insertPerson(tx))).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
  open();
  await Promise.all([first, ...waiting]);
  expect(await everyone(database)).toBe(200);
  expect(database.counts()).toMatchObject({ done: 201, refusedFull: 1, waiting: 0 });
});

test('reads do not wait for a write that takes its time, and see the state before it', async () => {
  const database = await freshDatabase();
  const { open, opened } = door();
  const { ended: slow } = await jobAtTheDoor(database, async (tx) => {
    await insertPerson(tx);
    await opened;
  });
  expect(await everyone(database)).toBe(0);
  open();
  await slow;
  expect(await everyone(database)).toBe(1);
});

describe('a job that does not come to its end', () => {
  test('is rolled back and refused as busy, and the queue goes on', async () => {
    const troubles: Trouble[] = [];
    const database = await freshDatabase({ limits: { jobMs: 50 }, onTrouble: (trouble) => troubles.push(trouble) });
    const { ended: stuck } = await jobAtTheDoor(database, async (tx) => {
      await insertPerson(tx);
      await door().opened;
    });
    const next = database.write((tx) => insertPerson(tx, { name: 'Next in the queue' }));
    await expect(stuck).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
    await next;
    expect(await database.read((db) => db.select({ name: people.name }).from(people))).toEqual([
      { name: 'Next in the queue' },
    ]);
    expect(troubles.map(({ kind }) => kind)).toEqual(['overdue']);
    expect(database.counts()).toMatchObject({ done: 1, overdue: 1, reconnects: 0 });
  });

  test('cannot write when it goes on late, neither through its transaction nor past it', async () => {
    const database = await freshDatabase({ limits: { jobMs: 50 } });
    const { open, opened } = door();
    const late: unknown[] = [];
    const tried = door();
    const { ended: stuck } = await jobAtTheDoor(database, async (tx) => {
      await opened;
      await insertPerson(tx).catch((error: unknown) => late.push(error));
      await database.write((other) => insertPerson(other)).catch((error: unknown) => late.push(error));
      tried.open();
    });
    await expect(stuck).rejects.toMatchObject({ code: 'busy' });
    open();
    await tried.opened;
    expect(late.map((error) => error instanceof Error && error.name)).toEqual(['Error', 'Error']);
    expect(await everyone(database)).toBe(0);
  });

  test('is stopped also when it asks one thing after another and never lets go', async () => {
    const database = await freshDatabase({ limits: { jobMs: 50 } });
    const endless = database.write(async (tx) => {
      for (;;) await insertPerson(tx);
    });
    await expect(endless).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
    expect(await everyone(database)).toBe(0);
  });

  test('is rolled back also when it swallows the news and ends as if all were well', async () => {
    const database = await freshDatabase({ limits: { jobMs: 50 } });
    const stubborn = database.write(async (tx) => {
      for (let stopped = false; !stopped;)
        stopped = await insertPerson(tx).then(
          () => false,
          () => true,
        );
    });
    await expect(stubborn).rejects.toMatchObject({ code: 'busy' });
    expect(await everyone(database)).toBe(0);
  });
});

test('while another program holds the file a write is refused as busy; afterwards all is well again', async () => {
  const troubles: Trouble[] = [];
  const database = await freshDatabase({ onTrouble: (trouble) => troubles.push(trouble), limits: { strangerMs: 20 } });
  const stranger = createClient({ url: database.url });
  onTestFinished(() => stranger.close());
  const held = await stranger.transaction('write');
  await expect(database.write((tx) => insertPerson(tx))).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
  expect(await everyone(database)).toBe(0);
  await held.rollback();
  await Promise.all(numbers(0, 20).map(() => database.write((tx) => insertPerson(tx))));
  expect(await everyone(database)).toBe(20);
  expect(troubles.map(({ kind }) => kind)).toEqual(['busy']);
  expect(database.counts()).toMatchObject({ done: 20, reconnects: 1 });
});

describe('closing', () => {
  test('finishes what was accepted, refuses what comes after, and can be asked for twice', async () => {
    const database = await freshDatabase();
    const accepted = numbers(0, 30).map((n) => database.write((tx) => insertPerson(tx, { name: `Accepted ${n}` })));
    const closed = [database.close(), database.close()];
    await expect(database.write((tx) => insertPerson(tx))).rejects.toMatchObject({ code: 'busy' });
    await expect(everyone(database)).rejects.toMatchObject({ code: 'busy' });
    expect(await database.healthy()).toBe(false);
    await Promise.all([...closed, ...accepted]);
    const again = await openTestDatabase(database.path);
    expect(await again.read((db) => db.$count(people, like(people.name, 'Accepted %')))).toBe(30);
  });

  test('leaves one file with everything in it', async () => {
    const database = await freshDatabase();
    const row = person({ createdAt: AT });
    await database.write((tx) => tx.insert(people).values(row));
    await database.close();
    copyFileSync(database.path, `${database.path}.copy`);
    const copy = await openTestDatabase(`${database.path}.copy`);
    expect(
      await copy.read((db) => db.select({ id: people.id }).from(people).where(eq(people.id, row.id))),
    ).toHaveLength(1);
  });
});
