import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { oneOfEach } from './oneOfEach.ts';

/** What may still happen to a row and what may not, table by table: [story, statement]. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['an allocation that runs gets no other share', `UPDATE case_allocations SET share_percent = 10`],
  ['nor another trainee', `UPDATE case_allocations SET trainee_id = 'daniel'`],
  ['nor other points than the manager saw', `UPDATE case_allocations SET used_points_after = 1`],
  ['nor another first day', `UPDATE case_allocations SET starts_on = '2026-01-01'`],
  ['an allocation is never taken out', `DELETE FROM case_allocations`],
  ['a reduction is never taken out', `DELETE FROM workload_reductions`],
  ['work that was entered is never taken out', `DELETE FROM caseload_work`],
  ['planned study time is never taken out', `DELETE FROM study_sessions`],
  ['a signed review keeps its notes', `UPDATE supervision_reviews SET notes = 'forged'`],
  ['a signed review is never taken out', `DELETE FROM supervision_reviews`],
  ['a signed review keeps what was agreed', `UPDATE supervision_actions SET words = 'forged'`],
  ['and by when', `UPDATE supervision_actions SET due_on = '2029-01-01'`],
  ['none of it is taken out', `DELETE FROM supervision_actions`],
  [
    'and nothing is added',
    `INSERT INTO supervision_actions (id, review_id, position, words, part, due_on) VALUES ('more', 'review', 2, 'forged', 'trainee', '2026-12-01')`,
  ],
];

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(`history that is kept, ${place}`, () => {
    const open = use();
    let filled: Promise<void> | undefined;

    async function filledDatabase(): Promise<Database> {
      const database = await open();
      const isEmpty = (await database.read((db) => db.$count(people))) === 0;
      if (isEmpty) filled = database.write(oneOfEach);
      await filled;
      return database;
    }

    const run = (database: Database, statement: string) => database.write((tx) => tx.run(sql.raw(statement)));

    test.each(REFUSED)('%s', async (_story, statement) => {
      await expect(run(await filledDatabase(), statement)).rejects.toMatchObject({ fault: 'trigger' });
    });

    test('an action that was agreed can be noted as done after the signatures', async () => {
      const database = await filledDatabase();
      await run(database, `UPDATE supervision_actions SET done_at = 1, done_by = 'amara'`);
      const rows = await database.read((db) => db.all(sql.raw(`SELECT done_by FROM supervision_actions`)));
      expect(rows).toEqual([{ done_by: 'amara' }]);
    });

    test('an allocation ends once, with who ended it, and stays so', async () => {
      const database = await filledDatabase();
      await run(
        database,
        `UPDATE case_allocations SET ends_on = '2026-11-25', end_reason = 'closed', ended_by = 'daniel', ended_at = 5`,
      );
      for (const again of [
        `UPDATE case_allocations SET ends_on = '2026-11-30'`,
        `UPDATE case_allocations SET ends_on = NULL, ended_at = NULL`,
        `UPDATE case_allocations SET end_reason = 'moved'`,
      ]) {
        await expect(run(database, again)).rejects.toMatchObject({ fault: 'trigger' });
      }
      const rows = await database.read((db) => db.all(sql.raw(`SELECT ends_on, end_reason FROM case_allocations`)));
      expect(rows).toEqual([{ ends_on: '2026-11-25', end_reason: 'closed' }]);
    });

    test('nobody carries the same case twice at one time', async () => {
      const database = await filledDatabase();
      const another = (id: string) =>
        `INSERT INTO case_allocations (id, case_id, trainee_id, manager_id, starts_on, allocated_at, available_points, used_points_before, used_points_after) VALUES ('${id}', 'case', 'daniel', 'daniel', '2026-11-21', 1, 435, 0, 63)`;
      await run(database, another('first'));
      await expect(run(database, another('second'))).rejects.toMatchObject({ fault: 'unique' });
    });
  });
}
