import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Database, Trouble } from '#db/client.ts';
import { people, reflections } from '#db/schema/index.ts';
import { canRunSqld, startSqld } from '../../support/sqldServer.ts';
import type { SqldServer } from '../../support/sqldServer.ts';
import { AT, insertPerson, person } from './rows.ts';

let server: SqldServer;
let database: Database;
let troubles: Trouble[];

describe.skipIf(!canRunSqld)('writes on a libSQL server', () => {
  beforeEach(async () => {
    troubles = [];
    server = await startSqld();
    onTestFinished(() => server.stop());
    database = await openDatabase({
      url: server.url,
      onTrouble: (trouble) => troubles.push(trouble),
      limits: { pauseMs: 0 },
    });
    onTestFinished(() => database.close());
  });

  test('fifty transactions at once, each reading and then writing the same row, all succeed and none is lost', async () => {
    const traineeId = await database.write((tx) => insertPerson(tx));
    const mine = eq(reflections.traineeId, traineeId);
    await database.write((tx) =>
      tx.insert(reflections).values({ traineeId, moduleId: 'parole-recall', text: '', revision: 0, savedAt: AT }),
    );
    const addOne = () =>
      database.write(async (tx) => {
        const [row] = await tx.select({ revision: reflections.revision }).from(reflections).where(mine);
        await tx
          .update(reflections)
          .set({ revision: (row?.revision ?? NaN) + 1 })
          .where(mine);
      });
    await Promise.all(Array.from({ length: 50 }, addOne));
    expect(
      await database.read((db) => db.select({ revision: reflections.revision }).from(reflections).where(mine)),
    ).toEqual([{ revision: 50 }]);
    expect(database.counts()).toMatchObject({ done: 52, refusedFull: 0, overdue: 0, retries: 0 });
  });

  test('a job that waits for something else is rolled back when its time is up, and cannot go on late', async () => {
    const hurried = await openDatabase({ url: server.url, limits: { jobMs: 300 } });
    onTestFinished(() => hurried.close());
    const late: unknown[] = [];
    let goOn: () => void = () => undefined;
    const somethingElse = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let ended: Promise<unknown> = Promise.resolve();
    const stuck = hurried.write((tx) => {
      ended = insertPerson(tx)
        .then(() => somethingElse)
        .then(() => insertPerson(tx))
        .catch((error: unknown) => late.push(error));
      return ended;
    });
    await expect(stuck).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
    goOn();
    await ended;
    expect(late).toHaveLength(1);
    expect(await hurried.read((db) => db.$count(people))).toBe(0);
    await hurried.write((tx) => insertPerson(tx));
    expect(await hurried.read((db) => db.$count(people))).toBe(1);
  });

  test('while the server is gone everything is refused as busy and the portal says it is not healthy; when it is back all goes on', async () => {
    const row = person();
    await database.write((tx) => tx.insert(people).values(row));
    await server.kill();
    expect(await database.healthy()).toBe(false);
    await expect(database.read((db) => db.$count(people))).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
    await expect(database.write((tx) => insertPerson(tx))).rejects.toMatchObject({ name: 'Refusal', code: 'busy' });
    expect(troubles.map(({ kind }) => kind)).toEqual(['unreachable']);
    await server.start();
    expect(await database.healthy()).toBe(true);
    expect(await database.read((db) => db.select({ id: people.id }).from(people))).toEqual([{ id: row.id }]);
    await database.write((tx) => insertPerson(tx));
    expect(await database.read((db) => db.$count(people))).toBe(2);
  });

  test('a server that is not there is named in the sentence that refuses the start', async () => {
    await server.kill();
    const host = new URL(server.url).host;
    await expect(openDatabase({ url: server.url })).rejects.toMatchObject({
      name: 'CannotOpenDatabase',
      message: expect.stringContaining(`${host} does not answer`) as string,
    });
  });
});
