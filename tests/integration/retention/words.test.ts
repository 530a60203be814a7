import { sql as statement } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aHouse, content, dueIn, LATE, useHouses } from './house.ts';

useHouses();

describe('words beside the evidence', () => {
  const LOG = `INSERT INTO reflections (trainee_id, module_id, text, revision, saved_at) VALUES ('amara', 'late-thought', 'Mine', 1, 1)`;

  test('of quality assurers, of work and of supervision go with her time, and what she wrote for herself goes as rows', async () => {
    const house = await aHouse();
    const { removed } = await house.run();
    for (const group of ['verification', 'supervision', 'work_record', 'own_writing', 'witness_contact'] as const)
      expect(removed[group], group).toBeGreaterThan(0);
    expect(house.rows(`SELECT 1 FROM reflections WHERE trainee_id = 'amara'`)).toEqual([]);
    expect(house.rows(`SELECT 1 FROM reflections WHERE trainee_id <> 'amara'`).length).toBeGreaterThan(0);
    expect(house.rows(`SELECT notes FROM supervision_reviews WHERE trainee_id = 'amara' AND notes <> ''`)).toEqual([]);
    expect(
      house.rows(
        `SELECT 1 FROM placement_log l JOIN placements p ON p.id = l.placement_id WHERE p.trainee_id <> 'amara' AND l.words = ''`,
      ),
    ).toEqual([]);
  });

  test('that came after a removal, because she was back for a while, go by the same one', async () => {
    const house = await aHouse();
    await house.run();
    await house.database.write((tx) => tx.run(statement.raw(LOG)));
    const again = await house.run();
    expect(again.removed.own_writing).toBe(1);
    expect(house.rows(`SELECT 1 FROM reflections WHERE trainee_id = 'amara'`)).toEqual([]);
    expect(house.rows(`SELECT 1 FROM content_removals WHERE kind = 'own_writing'`)).toHaveLength(1);
  });

  test('of an exercise count from the day it was closed, or was to close, whoever is still in the programme', async () => {
    const exercise = (id: string, closesOn: string, closedAt: string) =>
      `INSERT INTO standardisations (id, title, text, criteria, qualification_version, created_by, created_at, closes_on, closed_at) VALUES ('${id}', 'One', 'A copied text.', '["1.1"]', 'demo-1', 'venetia', 1, '${closesOn}', ${closedAt})`;
    const house = await aHouse((raw) => {
      raw.exec(exercise('over', '2023-11-17', 'NULL'));
      raw.exec(exercise('closed', '2025-01-01', `unixepoch('2023-11-17T12:00:00Z')`));
      raw.exec(exercise('kept', '2023-11-10', `unixepoch('2023-11-20T12:00:00Z')`));
    });
    expect((await dueIn(house, LATE)).find(({ group }) => group === 'standardisation')).toMatchObject({ records: 2 });
    await house.run();
    expect(house.rows(`SELECT id FROM standardisations WHERE text = '' ORDER BY id`)).toEqual([
      { id: 'closed' },
      { id: 'over' },
    ]);
  });

  test('are kept by a version of the rules that was set before their group was there', async () => {
    const { draft, submission, file, feedback, witness_answer, export: taken } = content.retention.rules;
    const old = { draft, submission, file, feedback, witness_answer, export: taken };
    const house = await aHouse((raw) => {
      raw
        .prepare(
          `INSERT INTO retention_rules (id, effective_from, rules, reason, entered_by, entered_at) VALUES ('old', '2026-01-01', ?, 'Because', 'harvey', 1)`,
        )
        .run(JSON.stringify(old));
    });
    expect((await house.run()).removed.verification).toBeGreaterThan(0);
  });
});
