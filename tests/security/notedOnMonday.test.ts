import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const PAGE = '/cohorts/london?late=1';
const ADDRESS = '/cohorts/london?late=1&_action=signals.note';

/** The form for Tom's late modules, as it stands on the page behind its link. */
async function formOnPage(person: string) {
  const client = await portal().signIn(person);
  const { text } = await client.get(`${PAGE}&note=tom.modules-late`);
  const [, factKey = ''] =
    /name="kind" value="modules-late">\s*<input type="hidden" name="factKey" value="([^"]+)"/.exec(text) ?? [];
  return { client, text, fields: { noteId: randomUUID(), traineeId: 'tom', kind: 'modules-late', factKey } };
}
const reasons = (text: string) => /aria-label="Reasons: Tom Hughes".*?<\/ul>/s.exec(text)?.[0] ?? '';
const signsOf = (text: string) => text.replaceAll(/&#38;|&amp;/g, '&');
const notes = () =>
  portal().rows(`select id, trainee_id, words from signal_notes where kind = 'modules-late' and trainee_id = 'tom'`);

describe('a signal that a tutor notes on her Monday page', () => {
  test('has its form behind a link, one at a time, and it is sent to the view that she had chosen', async () => {
    const { client, text } = await formOnPage('ruth');
    const plain = signsOf((await client.get(PAGE)).text);
    expect(plain.includes('name="noteWords"')).toBe(false);
    expect(plain.includes('href="/cohorts/london?late=1&note=tom.modules-late#needs-tom"')).toBe(true);
    expect(text.match(/name="noteWords"/g)).toHaveLength(1);
    expect(
      /<form method="post" action="([^"]+)"[^>]*>(?:(?!<\/form>).)*name="noteWords"/s.exec(signsOf(text))?.[1],
    ).toBe('/cohorts/london?_action=signals.note&late=1');
  });

  test('without a word is refused beside its field; the page still shows whom she had chosen', async () => {
    const { client, fields } = await formOnPage('ruth');
    const { status, text } = await client.post(ADDRESS, { ...fields, factKey: 'of-tom', noteWords: ' ' });
    expect(status).toBe(400);
    expect(text.includes('Say what you have done about it, or why it can wait')).toBe(true);
    expect(text.includes('late by 1 week or more')).toBe(true);
    expect(notes()).toEqual([]);
  });

  test('of somebody in another cohort is not there for her, and nothing is written', async () => {
    const { fields } = await formOnPage('ruth');
    const gwen = await portal().signIn('gwen');
    const { status } = await gwen.post('/cohorts/wales?_action=signals.note', { ...fields, noteWords: 'Planted.' });
    expect(status).toBe(404);
    expect(notes()).toEqual([]);
  });

  test('leads back to the same view, stands apart from then on, and the form sent again changes nothing', async () => {
    const { client, text, fields } = await formOnPage('ruth');
    expect(reasons(text)).toMatch(/modules are late/);
    const sent = { ...fields, noteWords: 'Agreed an order with him.' };
    for (let time = 0; time < 2; time += 1) {
      const answer = await client.post(ADDRESS, sent);
      expect([answer.status, answer.location]).toEqual([303, '/cohorts/london?late=1&view=noted']);
    }
    expect(notes()).toEqual([{ id: fields.noteId, trainee_id: 'tom', words: sent.noteWords }]);
    const after = await client.get(PAGE);
    expect(reasons(after.text)).not.toMatch(/modules are late/);
    expect(after.text.includes('Modules late (noted)')).toBe(true);
  });
});
