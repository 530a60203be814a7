import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addEvidence, addHandedIn, CRITERIA, inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['waiting', 'going-back', 'twice']) addHandedIn(insert, { id, traineeId: 'amara' });
  addHandedIn(insert, { id: 'ready', traineeId: 'amara', assessorId: 'daniel' });
  addEvidence(insert, { id: 'two-tabs', traineeId: 'amara' });
}

const portal = servedPortal({ prepare });
const draft = (id: string, text: string, basedOn: number): Fields => ({
  id,
  title: 'Title',
  text,
  happenedOn: '2026-11-02',
  changeNote: 'Another sentence.',
  criteria: CRITERIA,
  basedOn: String(basedOn),
});
const save = (client: PortalClient, id: string, text: string, basedOn: number) =>
  client.post(`/portfolio/evidence/${id}?_action=portfolio.save`, draft(id, text, basedOn));
const submit = (client: PortalClient, id: string, text: string, basedOn: number) =>
  client.post(`/portfolio/evidence/${id}?_action=portfolio.submit`, draft(id, text, basedOn));
const textOf = (id: string) => portal().rows('select text, revision from evidence_items where id = ?', id)[0];
const snapshots = (id: string) =>
  portal().rows('select number, text from submissions where evidence_id = ? order by number', id);
const decide = (client: PortalClient, submissionId: string, outcome: string) =>
  client.post(`/assess/${submissionId}?_action=assess.decide`, {
    submissionId,
    comment: 'Comment',
    ...Object.fromEntries(
      CRITERIA.flatMap((id) => [
        [`decision-${id}`, outcome],
        [`feedback-${id}`, 'Say more.'],
      ]),
    ),
  });

describe('a form that is older than what it would change', () => {
  test('two tabs: the second is refused, keeps its text on the page, and the first stands', async () => {
    const amara = await portal().signIn('amara');
    expect((await save(amara, 'two-tabs', 'From the first tab.', 1)).status).toBe(303);
    const second = await save(amara, 'two-tabs', 'From the second tab.', 1);
    expect(second.status).toBeGreaterThanOrEqual(400);
    expect(second.status).toBeLessThan(500);
    expect(second.text.includes('From the second tab.')).toBe(true);
    expect(textOf('two-tabs')).toEqual({ text: 'From the first tab.', revision: 2 });
  });

  test('sent again as it is, the refused form is refused again: a revision cannot be skipped by trying twice', async () => {
    const amara = await portal().signIn('amara');
    for (const basedOn of [0, 1, 3, 99]) {
      expect(
        (await save(amara, 'two-tabs', 'From the second tab.', basedOn)).status,
        String(basedOn),
      ).toBeGreaterThanOrEqual(400);
    }
    expect(textOf('two-tabs')).toMatchObject({ revision: 2 });
  });

  test('submitting twice from two tabs hands in once', async () => {
    const amara = await portal().signIn('amara');
    await decide(await portal().signIn('daniel'), 'twice-1', 'working_towards');
    const answers = await Promise.all([submit(amara, 'twice', 'Better.', 1), submit(amara, 'twice', 'Better.', 1)]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(snapshots('twice')).toEqual([
      { number: 1, text: expect.any(String) },
      { number: 2, text: 'Better.' },
    ]);
  });

  test('submitting what is with the assessor, or waits for a signature, hands in nothing', async () => {
    const amara = await portal().signIn('amara');
    for (const id of ['waiting', 'ready']) {
      const { status } = await submit(amara, id, 'Slipped in later.', 1);
      expect(status, id).toBe(409);
      expect(snapshots(id), id).toHaveLength(1);
      expect(textOf(id), id).toMatchObject({ revision: 1 });
    }
  });

  test('after evidence went back and came again, decisions on the old page are refused', async () => {
    const [amara, daniel] = [await portal().signIn('amara'), await portal().signIn('daniel')];
    expect((await decide(daniel, 'going-back-1', 'working_towards')).location).toBe('/assess?released=going-back-1');
    expect((await submit(amara, 'going-back', 'Second version.', 1)).status).toBe(303);
    const late = await decide(daniel, 'going-back-1', 'met');
    expect(late.status).toBe(409);
    expect(late.text.includes('There is a newer submission')).toBe(true);
    expect(portal().rows(`select count(*) as n from assessments where submission_id = 'going-back-1'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('a reflection from an old tab does not overwrite the new one', async () => {
    const nia = await portal().signIn('nia');
    const write = (text: string, basedOn: number) =>
      nia.post('/modules/parole-recall?_action=reflections.save', {
        moduleId: 'parole-recall',
        text,
        basedOn: String(basedOn),
      });
    expect((await write('First.', 0)).status).toBe(303);
    const late = await write('From the old tab.', 0);
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(late.text.includes('From the old tab.')).toBe(true);
    expect(
      portal().rows(`select text from reflections where trainee_id = 'nia' and module_id = 'parole-recall'`),
    ).toEqual([{ text: 'First.' }]);
  });
});
