import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addEvidence, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

const DRAFT = '1d0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f';
const prepare = (database: DatabaseSync) =>
  addEvidence(inserter(database), {
    id: DRAFT,
    traineeId: 'amara',
    title: 'Half a thought',
    text: 'Not for anybody yet.',
  });
const portal = servedPortal({ prepare });

const stored = () => portal().rows('select trainee_id, title, text, revision from evidence_items where id = ?', DRAFT);
const untouched = [{ trainee_id: 'amara', title: 'Half a thought', text: 'Not for anybody yet.', revision: 1 }];
const fields = {
  id: DRAFT,
  kind: 'reflective_account',
  title: 'Taken over',
  text: 'Mine.',
  happenedOn: '2026-11-02',
  criteria: '1.1',
  basedOn: '1',
};

describe('a draft is its trainee’s alone, also for somebody who knows its id', () => {
  test.each(['tom', 'nia', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey'])('%s cannot open it', async (person) => {
    const client = await portal().signIn(person);
    const { status, text } = await client.get(`/portfolio/evidence/${DRAFT}`);
    expect([403, 404]).toContain(status);
    expect(text).not.toContain('Half a thought');
  });

  test.each(['portfolio.save', 'portfolio.submit'])(
    '%s by another trainee changes nothing and shows nothing',
    async (action) => {
      const tom = await portal().signIn('tom');
      for (const page of [`/portfolio/evidence/${DRAFT}`, '/portfolio', '/account']) {
        const { text } = await tom.post(`${page}?_action=${action}`, fields);
        expect(text).not.toContain('Half a thought');
      }
      expect(stored()).toEqual(untouched);
      expect(portal().rows('select id from submissions where evidence_id = ?', DRAFT)).toEqual([]);
    },
  );

  test('starting evidence under her id takes nothing over', async () => {
    const tom = await portal().signIn('tom');
    const started = await tom.post('/portfolio/evidence/new?_action=portfolio.start', fields);
    expect(started.text).not.toContain('Half a thought');
    if (started.location) expect((await tom.get(started.location)).status).toBe(404);
    expect(stored()).toEqual(untouched);
    expect(portal().rows('select criterion_id from evidence_claims where evidence_id = ? order by 1', DRAFT)).toEqual([
      { criterion_id: '1.1' },
      { criterion_id: '1.2' },
    ]);
  });

  test('a reflection has no id to guess: another person’s name in the form is not looked at', async () => {
    const tom = await portal().signIn('tom');
    const before = portal().rows(`select text, revision from reflections where trainee_id = 'amara'`);
    await tom.post('/modules/parole-release-test?_action=reflections.save', {
      moduleId: 'parole-release-test',
      text: 'Over hers',
      basedOn: '1',
      traineeId: 'amara',
    });
    await tom.post('/modules/parole-release-test?_action=reflections.save', {
      moduleId: 'parole-release-test',
      text: 'Over hers',
      basedOn: '0',
      traineeId: 'amara',
    });
    expect(portal().rows(`select text, revision from reflections where trainee_id = 'amara'`)).toEqual(before);
  });
});
