import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { faultOf } from '#db/databaseError.ts';
import type { Fault } from '#db/databaseError.ts';
import type { Database, Reader, Writer } from '#db/client.ts';
import { enrolments, moduleCompletions, people, personRoles } from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';
import { DATABASES } from './eachDatabase.ts';
import { AT, giveRole, insertPerson, person } from './rows.ts';

const find = (db: Reader, id: string) => db.select({ name: people.name }).from(people).where(eq(people.id, id));
const isThere = async (database: Database, id: string) => (await database.read((db) => find(db, id))).length === 1;

async function completed(tx: Writer): Promise<string> {
  const traineeId = await insertPerson(tx);
  await tx
    .insert(moduleCompletions)
    .values({ traineeId, moduleId: 'parole-recall', moduleVersion: '1', completedAt: AT });
  return traineeId;
}

/** What the tables refuse, and the word for it. Each starts from a person who is there. */
const FORBIDDEN: [string, Fault, (tx: Writer, id: string) => Promise<unknown>][] = [
  ['the same id twice', 'unique', (tx, id) => insertPerson(tx, { id })],
  ['the same address twice', 'unique', async (tx, id) => insertPerson(tx, { email: `${id}@pqip.example` })],
  ['a role for nobody', 'foreign_key', (tx) => giveRole(tx, 'nobody')],
  [
    'taking away somebody who is referred to',
    'foreign_key',
    async (tx, id) => {
      await giveRole(tx, id);
      await tx.delete(people).where(eq(people.id, id));
    },
  ],
  [
    'a day that is no day',
    'check',
    (tx, id) =>
      tx
        .insert(enrolments)
        .values({ traineeId: id, routeId: 'standard-15', startedOn: '21/11/2026', hoursPerWeek: 37 }),
  ],
  ['a person without a name', 'not_null', (tx) => insertPerson(tx, { name: null as never })],
  [
    'text where a number belongs',
    'wrong_type',
    (tx, id) => tx.run(sql`UPDATE people SET last_seen_at = 'yesterday' WHERE id = ${id}`),
  ],
  [
    'changing a completion',
    'trigger',
    async (tx) =>
      tx
        .update(moduleCompletions)
        .set({ moduleVersion: '2' })
        .where(eq(moduleCompletions.traineeId, await completed(tx))),
  ],
  ['a table that is not there', 'statement', (tx) => tx.run(sql`DELETE FROM nowhere WHERE id = 1`)],
];

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(place, () => {
    const open = use();
    test('a job that throws leaves nothing behind, and its own error comes out', async () => {
      const database = await open();
      const row = person();
      const job = database.write(async (tx) => {
        await tx.insert(people).values(row);
        await giveRole(tx, row.id);
        throw new Refusal('conflict', { words: 'Somebody else was first.' });
      });
      await expect(job).rejects.toMatchObject({
        name: 'Refusal',
        code: 'conflict',
        message: 'Somebody else was first.',
      });
      expect(await isThere(database, row.id)).toBe(false);
      const bug = new TypeError('a bug');
      await expect(database.write(() => Promise.reject(bug))).rejects.toBe(bug);
    });

    test('a transaction sees its own writes at once, others only when it is done', async () => {
      const database = await open();
      const row = person();
      await database.write(async (tx) => {
        await tx.insert(people).values(row);
        expect(await find(tx, row.id)).toEqual([{ name: row.name }]);
      });
      expect(await isThere(database, row.id)).toBe(true);
    });

    test('a batch inside a transaction belongs to it', async () => {
      const database = await open();
      const row = person();
      const job = database.write(async (tx) => {
        const [, [found]] = await tx.batch([tx.insert(people).values(row), find(tx, row.id)]);
        expect(found).toEqual({ name: row.name });
        throw new Refusal('conflict');
      });
      await expect(job).rejects.toMatchObject({ code: 'conflict' });
      expect(await isThere(database, row.id)).toBe(false);
    });

    test('a batch whose second part fails inside a transaction takes everything with it', async () => {
      const database = await open();
      const row = person();
      const job = database.write((tx) =>
        tx.batch([
          tx.insert(people).values(row),
          tx.insert(personRoles).values({ personId: 'nobody', role: 'trainee' }),
        ]),
      );
      expect(faultOf(await job.catch((error: unknown) => error))).toBe('foreign_key');
      expect(await isThere(database, row.id)).toBe(false);
    });

    test('a statement that fails and is caught leaves the rest of the job standing', async () => {
      const database = await open();
      const row = person();
      const fault = await database.write(async (tx) => {
        await tx.insert(people).values(row);
        const caught = await giveRole(tx, 'nobody').catch(faultOf);
        await giveRole(tx, row.id, 'assessor');
        return caught;
      });
      expect(fault).toBe('foreign_key');
      expect(
        await database.read((db) => db.select().from(personRoles).where(eq(personRoles.personId, row.id))),
      ).toEqual([{ personId: row.id, role: 'assessor' }]);
    });

    test.each(FORBIDDEN)('%s is refused as "%s"', async (_story, fault, job) => {
      const database = await open();
      const id = await database.write((tx) => insertPerson(tx));
      const error: unknown = await database
        .write((tx) => job(tx, id))
        .then(
          () => null,
          (thrown: unknown) => thrown,
        );
      expect(error).toMatchObject({ name: 'DatabaseError', fault });
      expect(await database.read((db) => db.select().from(personRoles).where(eq(personRoles.personId, id)))).toEqual(
        [],
      );
    });

    test('an error that leaves says neither SQL nor what was to be kept, in no field and no cause', async () => {
      const database = await open();
      const row = person({ name: 'Secret Name' });
      await database.write((tx) => tx.insert(people).values(row));
      const error: unknown = await database
        .write((tx) => tx.insert(people).values(row))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: expect.not.stringMatching(/insert|people/i) as string });
      expect(everythingIn(error)).not.toMatch(/Secret Name|@pqip\.example/);
      expect((error as { statement: string }).statement).toContain('insert into "people"');
    });

    describe('a job keeps to its own transaction', () => {
      test('a statement after its end is refused', async () => {
        const database = await open();
        const row = person();
        const kept = await database.write((tx) => Promise.resolve(tx));
        await expect(kept.insert(people).values(row).execute()).rejects.toThrow();
        expect(await isThere(database, row.id)).toBe(false);
      });

      test.each([
        ['write', (database: Database) => database.write((tx) => insertPerson(tx))],
        ['read', (database: Database) => database.read((db) => find(db, 'anybody'))],
      ])(
        'a %s inside it is refused, because it would not see or would wait for its own transaction',
        async (_kind, inside: (database: Database) => Promise<unknown>) => {
          const database = await open();
          await expect(database.write(() => inside(database))).rejects.toThrow(
            'Inside a write, use the transaction that was handed in.',
          );
          expect(await database.write((tx) => insertPerson(tx))).toEqual(expect.any(String));
        },
      );
    });
  });
}

/** Every text in an error, its fields and its causes, as a log might print them. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const fields = Object.values(error).map(String).join(' ');
  return `${error.message} ${error.stack} ${fields} ${everythingIn(error.cause)}`;
}
