import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addEvidence, addHandedIn, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addHandedIn(insert, { id: 'amaras', traineeId: 'amara', title: 'Hers alone', assessorId: 'daniel' });
  addEvidence(insert, { id: 'amaras-draft', traineeId: 'amara', title: 'Hers alone' });
}

const portal = servedPortal({ prepare });

/** An error page says where it was asked for and a reference; the rest must be the same for everything that is not there. */
const withoutReference = (html: string) => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'REFERENCE');

describe('a record of another cohort or another person answers as if it were not there', () => {
  test.each([
    ['gwen', '/trainees/amara', '/trainees/nobody'],
    ['gwen', '/cohorts/london', '/cohorts/nowhere'],
    ['gwen', '/portfolio/evidence/amaras', '/portfolio/evidence/nothing'],
    ['tom', '/trainees/amara', '/trainees/nobody'],
    ['tom', '/portfolio/evidence/amaras', '/portfolio/evidence/nothing'],
    ['daniel', '/trainees/priya', '/trainees/nobody'],
    ['daniel', '/assess/priya-evidence-2-1', '/assess/nothing'],
    ['daniel', '/portfolio/evidence/amaras-draft', '/portfolio/evidence/nothing'],
    ['ruth', '/portfolio/evidence/amaras-draft', '/portfolio/evidence/nothing'],
    ['joan', '/assess/amaras-1', '/assess/nothing'],
    ['joan', '/assess/amaras-1/sign', '/assess/nothing/sign'],
    ['salma', '/trainees/amara', '/trainees/nobody'],
    ['venetia', '/portfolio/evidence/amaras', '/portfolio/evidence/nothing'],
  ])('%s asks for %s', async (person, theirs, missing) => {
    const client = await portal().signIn(person);
    const [record, nothing] = [await client.get(theirs), await client.get(missing)];
    expect([record.status, nothing.status]).toEqual([404, 404]);
    expect(withoutReference(record.text)).toBe(withoutReference(nothing.text));
  });

  test.each([
    [
      'tom',
      'portfolio.save',
      { id: 'amaras-draft', title: 'Mine now', text: 'x', basedOn: '1' },
      { id: 'nothing', title: 'Mine now', text: 'x', basedOn: '1' },
    ],
    [
      'joan',
      'signing.sign',
      { traineeId: 'amara', subject: 'criterion', chosen: '1.1', password: 'x' },
      { traineeId: 'nobody', subject: 'criterion', chosen: '1.1', password: 'x' },
    ],
    ['gwen', 'placements.agree', { placementId: 'amara-prison' }, { placementId: 'nothing' }],
    [
      'salma',
      'caseload.allocate',
      {
        traineeId: 'amara',
        allocationId: '00000000-0000-4000-8000-000000000001',
        tier: 'C2',
        kind: 'community',
        reference: 'LARCH-1',
      },
      {
        traineeId: 'nobody',
        allocationId: '00000000-0000-4000-8000-000000000001',
        tier: 'C2',
        kind: 'community',
        reference: 'LARCH-1',
      },
    ],
  ])('%s tries %s on it', async (person, action, theirs, missing) => {
    const client = await portal().signIn(person);
    const answers = [];
    for (const fields of [theirs, missing]) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const { status, text } = await client.call(action, form);
      answers.push({ status, text });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(404);
  });

  test('ending another person’s sign-in ends nothing', async () => {
    const [tom, amara] = [await portal().signIn('tom'), await portal().signIn('amara')];
    const [session] = portal().rows(`select id from sessions where person_id = 'amara' order by rowid desc limit 1`);
    await tom.post('/account?_action=accounts.endSession', { sessionId: String(session?.id) });
    expect((await amara.get('/account')).status).toBe(200);
    expect(portal().rows('select id from sessions where id = ?', String(session?.id))).toHaveLength(1);
  });

  test('the account page lists her own sign-ins and nobody else’s', async () => {
    const [tom] = [await portal().signIn('tom'), await portal().signIn('amara')];
    const { text } = await tom.get('/account');
    const listed = Array.from(text.matchAll(/[0-9a-f]{64}/g), ([id]) => id);
    const own = portal()
      .rows(`select id from sessions where person_id = 'tom'`)
      .map(({ id }) => String(id));
    expect(listed.filter((id) => !own.includes(id))).toEqual([]);
  });
});
