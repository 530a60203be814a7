import { sql as statement } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { contentRemovals } from '#db/schema/index.ts';
import { removeContent, restsOnSignature } from '#src/server/retention/remove.ts';
import { runVerifier } from '../ledger/tampering.ts';
import { aHouse, content, dueIn, LATE, NOW, useHouses } from './house.ts';

useHouses();

describe('what is due', () => {
  test('is counted by group, and nothing of anybody who is still in the programme', async () => {
    const house = await aHouse();
    const [{ all = 0 } = {}] = house.rows(`SELECT count(*) AS "all" FROM submissions WHERE trainee_id = 'amara'`);
    const due = await dueIn(house, LATE);
    expect(due.find(({ group }) => group === 'submission')).toEqual({ group: 'submission', records: all, trainees: 1 });
    expect(Number(all)).toBeGreaterThan(2);
    for (const { trainees } of due) expect(trainees).toBeLessThanOrEqual(1);
  });

  test('begins on the day after the last one on which it is kept', async () => {
    const house = await aHouse();
    const submissionsOn = async (day: string) =>
      (await dueIn(house, day)).find(({ group }) => group === 'submission')?.records;
    expect(await submissionsOn('2026-11-18')).toBe(0);
    expect(await submissionsOn('2026-11-19')).toBeGreaterThan(0);
  });

  test('is nothing again once she is back in a cohort', async () => {
    const house = await aHouse((raw) => {
      raw.exec(
        `INSERT INTO cohort_memberships (id, trainee_id, cohort_id, joined_on, left_on) SELECT 'back', 'amara', cohort_id, '2026-01-01', NULL FROM cohort_memberships WHERE trainee_id = 'amara' LIMIT 1`,
      );
    });
    for (const { group, records } of await dueIn(house, LATE)) if (group !== 'export') expect(records).toBe(0);
  });
});

describe('removing what is due', () => {
  test('takes what an assessor holds about it along, released or not', async () => {
    const held = `INSERT INTO assessment_drafts SELECT id, 'kerry', '{}', 1, 1 FROM submissions WHERE trainee_id = 'amara'`;
    const house = await aHouse((raw) => raw.exec(held));
    await house.run();
    expect(house.rows(`SELECT 1 FROM assessment_drafts WHERE assessor_id = 'kerry'`)).toEqual([]);
  });

  test('empties words and keeps rows, dates and hashes; the ledger still verifies', async () => {
    const house = await aHouse();
    const before = house.rows(
      `SELECT id, sha256, submitted_at FROM submissions WHERE trainee_id = 'amara' ORDER BY id`,
    );
    const report = await house.run();
    expect(report.removed.submission).toBe(before.length);
    expect(report.removed.feedback).toBeGreaterThan(0);
    expect(report.changed).toEqual([]);
    expect(
      house.rows(`SELECT id, sha256, submitted_at FROM submissions WHERE trainee_id = 'amara' ORDER BY id`),
    ).toEqual(before);
    const words = house.rows(
      `SELECT DISTINCT title || text || change_note AS words FROM submissions WHERE trainee_id = 'amara'`,
    );
    expect(words).toEqual([{ words: '' }]);
    const kept = house.rows(
      `SELECT s.id FROM submissions s JOIN content_removals r ON r.kind = 'submission' AND r.record_id = s.id AND r.sha256 = s.sha256 AND r.removed_by IS NULL`,
    );
    expect(kept).toHaveLength(before.length);
    expect(house.rows(`SELECT count(*) AS others FROM submissions WHERE trainee_id <> 'amara' AND text = ''`)).toEqual([
      { others: 0 },
    ]);
    await house.database.close();
    const { code, words: said } = await runVerifier(house.folder);
    expect(said).not.toMatch(/changed|altered/i);
    expect(code).toBe(0);
  });

  test('a second time does nothing', async () => {
    const house = await aHouse();
    await house.run();
    const removals = house.rows('SELECT * FROM content_removals ORDER BY kind, record_id');
    const again = await house.run();
    expect(Object.values(again.removed).every((count) => count === 0)).toBe(true);
    expect(house.rows('SELECT * FROM content_removals ORDER BY kind, record_id')).toEqual(removals);
  });

  test('goes on where a run was cut short, and loses nothing', async () => {
    const house = await aHouse();
    const due = (await dueIn(house, LATE)).reduce((sum, { records }) => sum + records, 0);
    const first = await house.run({ most: 3 });
    expect(first.isWhole).toBe(false);
    const firstCount = Object.values(first.removed).reduce((sum, count) => sum + count, 0);
    expect(firstCount).toBe(3);
    const rest = await house.run();
    expect(Object.values(rest.removed).reduce((sum, count) => sum + count, 0)).toBe(due - 3);
    expect(rest.isWhole).toBe(true);
  });

  test('lets go of the bytes of a file once no row shows them, also after a run that was killed before it did', async () => {
    const evidence = `(SELECT id FROM evidence_items WHERE trainee_id = 'amara' LIMIT 1)`;
    const others = `(SELECT id FROM evidence_items WHERE trainee_id <> 'amara' LIMIT 1)`;
    const file = (id: string, item: string, hash: string) =>
      `INSERT INTO evidence_files (id, evidence_id, uploaded_by, name, type, size_bytes, sha256, scan, found, uploaded_at) VALUES ('${id}', ${item}, 'amara', 'a.pdf', 'pdf', 1, '${hash.repeat(64)}', 'clean', '[]', 1)`;
    const house = await aHouse((raw) => {
      for (const sql of [file('mine', evidence, 'a'), file('shared', evidence, 'b'), file('other', others, 'b')])
        raw.exec(sql);
    });
    const killed = { removeContent: () => Promise.reject(new Error('killed')) };
    await expect(house.run({ files: killed })).rejects.toThrow('killed');
    expect(
      house.rows(`SELECT id FROM evidence_files WHERE removed_at IS NOT NULL AND id IN ('mine', 'shared', 'other')`),
    ).toHaveLength(2);
    await house.run();
    expect(house.gone).toContain('a'.repeat(64));
    expect(house.gone).not.toContain('b'.repeat(64));
  });

  test('leaves words that do not fit their hash, and says which', async () => {
    const house = await aHouse((raw) => {
      raw.exec(
        `UPDATE submissions SET text = 'forged' WHERE id = (SELECT min(id) FROM submissions WHERE trainee_id = 'amara')`,
      );
    });
    const report = await house.run();
    const [forged] = house.rows(`SELECT id FROM submissions WHERE text = 'forged'`);
    expect(report.changed).toEqual([{ group: 'submission', recordId: forged?.id }]);
    expect(report.removed.submission).toBeGreaterThan(0);
  });

  test('asks the rules that count on the day: a longer one that was set keeps everything', async () => {
    const rules = { ...content.retention.rules, submission: { keepFor: 60, unit: 'months' } };
    const house = await aHouse((raw) => {
      raw
        .prepare(
          `INSERT INTO retention_rules (id, effective_from, rules, reason, entered_by, entered_at) VALUES ('longer', '2026-01-01', ?, 'Because', 'harvey', 1)`,
        )
        .run(JSON.stringify(rules));
    });
    expect((await house.run()).removed.submission).toBe(0);
  });
});

describe('removing by a person', () => {
  const ask = { reason: 'She asked', removedBy: 'amara', at: NOW } as const;

  test('is refused where a signature rests on the evidence, and the words stay', async () => {
    const house = await aHouse();
    const [signed] = house.rows(
      `SELECT s.id, s.evidence_id FROM submissions s JOIN sign_off_basis b ON b.submission_id = s.id JOIN portfolio_sign_offs o ON o.id = b.sign_off_id WHERE NOT EXISTS (SELECT 1 FROM sign_off_unlocks u WHERE u.sign_off_id = o.id) LIMIT 1`,
    );
    const recordId = String(signed?.id);
    await expect(
      house.database.write((tx) => removeContent(tx, { kind: 'submission', recordId, ...ask })),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await house.database.read((db) => db.$count(contentRemovals))).toBe(0);
    const rests = () => house.database.read((db) => restsOnSignature(db, String(signed?.evidence_id)));
    expect(await rests()).toBe(true);
    // Opened again, the ledger still tells of it.
    await house.database.write((tx) =>
      tx.run(statement`insert into sign_off_unlocks (sign_off_id, verifier_id, reason, unlocked_at, ledger_seq)
        select id, 'venetia', 'Looked at again', signed_at, ledger_seq from portfolio_sign_offs
        where id in (select sign_off_id from sign_off_basis where submission_id = ${recordId})
          and id not in (select sign_off_id from sign_off_unlocks)`),
    );
    expect(await rests()).toBe(true);
  });

  test('is done where none does, once, and keeps who asked', async () => {
    const house = await aHouse();
    const [draft] = house.rows(
      `SELECT e.id FROM evidence_items e WHERE e.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.evidence_id = e.id) LIMIT 1`,
    );
    const recordId = String(draft?.id);
    const remove = () => house.database.write((tx) => removeContent(tx, { kind: 'draft', recordId, ...ask }));
    expect(await remove()).toBe('removed');
    expect(await remove()).toBe('before');
    expect(house.rows('SELECT kind, record_id, removed_by FROM content_removals')).toEqual([
      { kind: 'draft', record_id: recordId, removed_by: 'amara' },
    ]);
  });

  test('of what is not there is "not found"', async () => {
    const house = await aHouse();
    for (const kind of ['draft', 'submission', 'file', 'feedback', 'witness_answer', 'export'] as const)
      await expect(
        house.database.write((tx) => removeContent(tx, { kind, recordId: 'nothing', ...ask })),
      ).rejects.toMatchObject({ code: 'not_found' });
  });
});
