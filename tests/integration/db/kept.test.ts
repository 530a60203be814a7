import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { cases, checkAttempts, enrolments, people } from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { AT, insertPerson, person } from './rows.ts';

const nameOf = (database: Database, id: string) =>
  database.read((db) => db.select({ name: people.name }).from(people).where(eq(people.id, id)));

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(place, () => {
    const open = use();
    describe('what is kept comes back as it was', () => {
      test.each([
        ['Welsh and accents', 'Siân Prŵsser, Llŷn'],
        ['letters made of two characters', 'e\u0301 and é are not the same text'],
        ['emoji and right-to-left text', '👩🏽‍⚖️ שלום مرحبا'],
        ['quotation marks and what looks like SQL', `Robert'); DROP TABLE people; -- "quoted" \`too\``],
        ['line ends and tabs', 'one\r\ntwo\n\tthree'],
        ['nothing at all', ''],
        ['a long text', 'The panel asked what had changed. '.repeat(30_000)],
      ])('%s', async (_story, name) => {
        const database = await open();
        const id = await database.write((tx) => insertPerson(tx, { name }));
        expect(await nameOf(database, id)).toEqual([{ name }]);
      });

      test('half of an emoji becomes the replacement character', async () => {
        const database = await open();
        const id = await database.write((tx) => insertPerson(tx, { name: 'half \ud83d' }));
        expect(await nameOf(database, id)).toEqual([{ name: 'half \ufffd' }]);
      });

      test('instants to the second, and what is not there as null', async () => {
        const database = await open();
        const disabledAt = new Date('1999-12-31T23:59:59Z');
        const id = await database.write((tx) => insertPerson(tx, { createdAt: AT, disabledAt, passwordHash: null }));
        const [row] = await database.read((db) => db.select().from(people).where(eq(people.id, id)));
        expect(row).toMatchObject({ createdAt: AT, disabledAt, lastSeenAt: null, passwordHash: null, language: 'en' });
      });

      test('yes and no, and answers as JSON', async () => {
        const database = await open();
        const answers = { q1: ['a', 'ŵ'], q2: [] };
        const [caseId, attemptId] = [randomUUID(), randomUUID()];
        await database.write(async (tx) => {
          const traineeId = await insertPerson(tx);
          await tx.insert(cases).values({
            id: caseId,
            reference: 'K-104',
            tier: 'A1',
            kind: 'custody',
            transitionToAdulthood: true,
            createdAt: AT,
          } as never);
          await tx.insert(checkAttempts).values({
            id: attemptId,
            traineeId,
            moduleId: 'parole-recall',
            checkId: 'parole-recall',
            checkVersion: '1',
            answers,
            correctCount: 1,
            questionCount: 2,
            attemptedAt: AT,
          });
        });
        const [kept] = await database.read((db) =>
          db.select({ yes: cases.transitionToAdulthood }).from(cases).where(eq(cases.id, caseId)),
        );
        const [attempt] = await database.read((db) =>
          db.select().from(checkAttempts).where(eq(checkAttempts.id, attemptId)),
        );
        expect(kept).toEqual({ yes: true });
        expect(attempt?.answers).toEqual(answers);
      });

      test('hours with a fraction', async () => {
        const database = await open();
        const traineeId = await database.write(async (tx) => {
          const id = await insertPerson(tx);
          await tx
            .insert(enrolments)
            .values({ traineeId: id, routeId: 'part-time-30', startedOn: '2026-08-24', hoursPerWeek: 22.2 });
          return id;
        });
        const [row] = await database.read((db) =>
          db.select().from(enrolments).where(eq(enrolments.traineeId, traineeId)),
        );
        expect(row).toEqual({ traineeId, routeId: 'part-time-30', startedOn: '2026-08-24', hoursPerWeek: 22.2 });
      });
    });

    describe('what never gets in', () => {
      test('text with the character U+0000 is refused as bad input, and nothing is kept', async () => {
        const database = await open();
        const row = person({ name: 'cut\u0000here' });
        await expect(database.write((tx) => tx.insert(people).values(row))).rejects.toMatchObject({
          name: 'Refusal',
          code: 'bad_input',
        });
        await expect(nameOf(database, 'also\u0000here')).rejects.toMatchObject({ name: 'Refusal', code: 'bad_input' });
        expect(await nameOf(database, row.id)).toEqual([]);
      });

      test.each([
        ['delete', sql`DELETE FROM people WHERE id = 'x'`],
        ['insert', sql`INSERT INTO demo_programme (id, made_on) VALUES (1, '2026-11-21')`],
        ['change behind WITH', sql`WITH one AS (SELECT 'x' AS id) DELETE FROM people WHERE id IN (SELECT id FROM one)`],
        ['setting', sql`PRAGMA foreign_keys=off`],
      ])('a reader refuses this: %s', async (_kind, statement) => {
        const database = await open();
        await expect(database.read((db) => db.all(statement))).rejects.toThrow('A reader only reads');
      });
    });
  });
}
