import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
let ruth: PortalClient;
let gwen: PortalClient;
beforeAll(async () => {
  [ruth, gwen] = await Promise.all([portal().signIn('ruth'), portal().signIn('gwen')]);
});

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const withoutIds = (html: string) => html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll('nobody', 'amara');

/** What a page says of each signal: its name, its facts, what was noted; without who acts, which is told to her as "you". */
function saidOn({ text }: { text: string }): string[] {
  const section = /<section id="signals".*?<\/section>/s.exec(text)?.[0] ?? '';
  const items = [...section.matchAll(/<li class="signals__item".*?<\/li>/gs)].map(([item]) => item);
  return items.map((item) => {
    const words = [...item.matchAll(/<(?:h3|p)[ >].*?<\/(?:h3|p)>/gs)].map(([part]) => plain(part));
    return words
      .filter((part) => !part.includes('You can write'))
      .join(' | ')
      .replaceAll(/Who acts: [\w ]+/g, '');
  });
}

/** The fields of the form of one signal, as it stands on the tutor's page behind its link. */
async function formOf(traineeId: string, kind: string, words = 'Rang, and agreed a day.'): Promise<Fields> {
  const { text } = await ruth.get(`/trainees/${traineeId}?note=${traineeId}.${kind}`);
  const item = new RegExp(`<li class="signals__item" id="signal-${kind}".*?</li>`, 's').exec(text)?.[0] ?? '';
  const factKey = /name="factKey" value="([^"]*)"/.exec(item)?.[1];
  if (factKey === undefined) throw new Error(`There is no form for ${kind} of ${traineeId}.`);
  return { noteId: randomUUID(), traineeId, kind, factKey, noteWords: words };
}

const note = (client: PortalClient, fields: Fields) =>
  client.post(`/trainees/${String(fields['traineeId'])}?_action=signals.note`, fields);
const notes = () => portal().rows('select * from signal_notes order by id');
const notesOf = (traineeId: string) => notes().filter(({ trainee_id }) => trainee_id === traineeId);

test('every trainee of the demo reads the same words about herself as her tutor, none more and none less', async () => {
  const members = portal().rows(
    'select trainee_id as id, cohort_id as cohort from cohort_memberships where left_on is null',
  );
  expect(members).toHaveLength(25);
  let said = 0;
  for (const { id, cohort } of members) {
    const own = await (await portal().signIn(String(id))).get('/progress');
    const tutors = await (cohort === 'london' ? ruth : gwen).get(`/trainees/${String(id)}`);
    expect({ id, said: saidOn(own) }).toEqual({ id, said: saidOn(tutors) });
    said += saidOn(own).length;
  }
  expect(said).toBeGreaterThan(10);
});

describe('a signal is noted', () => {
  test('by her tutor, once however often the form is sent, and the trainee and her manager read it', async () => {
    const fields = await formOf('tom', 'modules-late', 'We agreed the order on Tuesday.');
    expect((await note(ruth, fields)).status).toBe(303);
    expect((await note(ruth, { ...fields, noteWords: 'Another one.' })).status).toBe(303);
    expect(notesOf('tom')).toMatchObject([{ words: 'We agreed the order on Tuesday.', person_id: 'ruth' }]);
    const [tom, kerry] = [await portal().signIn('tom'), await portal().signIn('kerry')];
    for (const page of [await tom.get('/progress'), await kerry.get('/trainees/tom')])
      expect(plain(page.text)).toContain('Ruth Adeyemi noted on');
    expect((await kerry.get('/trainees/tom')).text).not.toContain('name="noteWords"');
  });

  test('by nobody else: not by herself, her manager, or the tutor of another cohort, who cannot tell whether she exists', async () => {
    const fields = await formOf('tom', 'supervision-gap');
    const before = notes();
    for (const [person, status] of [
      ['tom', 403],
      ['kerry', 403],
      ['daniel', 403],
      ['harvey', 403],
    ] as const)
      expect((await note(await portal().signIn(person), fields)).status, person).toBe(status);
    const [hers, nobodys] = [await note(gwen, fields), await note(gwen, { ...fields, traineeId: 'nobody' })];
    expect([hers.status, nobodys.status]).toEqual([404, 404]);
    expect(withoutIds(hers.text).replaceAll('tom', 'amara')).toBe(withoutIds(nobodys.text));
    expect(notes()).toEqual(before);
  });

  test('under her own name and until the office’s day, whatever else is sent along', async () => {
    const fields = await formOf('leila', 'modules-late');
    const extra = { personId: 'gwen', person_id: 'gwen', returnsOn: '2099-01-01', notedAt: '0', words: 'x' };
    expect((await note(ruth, { ...fields, ...extra })).status).toBe(303);
    const [kept] = notesOf('leila');
    expect(kept).toMatchObject({ person_id: 'ruth', words: 'Rang, and agreed a day.' });
    expect(String(kept?.['returns_on']) < '2098').toBe(true);
  });

  test('only as she has seen it, and not twice', async () => {
    const fields = await formOf('sofia', 'study-time-lost');
    expect((await note(ruth, { ...fields, factKey: 'something-else' })).status).toBe(409);
    expect((await note(ruth, { ...fields, kind: 'over-limit' })).status).toBe(409);
    expect((await note(ruth, fields)).status).toBe(303);
    expect((await note(ruth, { ...fields, noteId: randomUUID() })).status).toBe(409);
    expect(notesOf('sofia')).toHaveLength(1);
  });

  test.each([
    ['nothing said', { noteWords: '  ' }, /Say what you have done/],
    ['a telephone number', { noteWords: 'Her number is 07700 900123.' }, /looks like/],
    ['too much', { noteWords: 'a'.repeat(1001) }, /under 1,000 characters/],
    ['a kind there is not', { kind: 'mood' }, /./],
    ['no number for the form', { noteId: 'one' }, /./],
  ])('not with %s: what was typed stays, next to what is wrong', async (_story, change, words) => {
    const fields = await formOf('dev', 'evidence-returned');
    const answer = await note(ruth, { ...fields, ...change });
    expect([400, 422]).toContain(answer.status);
    expect(plain(answer.text)).toMatch(words);
    expect(notesOf('dev')).toEqual([]);
  });
});

test('a check-in is told of while it is shared, to her tutor and to her; taken back it is gone for both', async () => {
  const tom = await portal().signIn('tom');
  const [row] = portal().rows(
    `select month, revision from wellbeing_checks where trainee_id = 'tom' order by month desc limit 1`,
  );
  const fields = { month: String(row?.['month']), basedOn: String(row?.['revision']) };
  const told = async () =>
    [await tom.get('/progress'), await ruth.get('/trainees/tom')].map((page) => page.text.includes('signal-wellbeing'));
  expect(await told()).toEqual([false, false]);
  expect((await tom.post('/wellbeing?_action=wellbeing.share', fields)).status).toBe(303);
  expect(await told()).toEqual([true, true]);
  expect((await (await portal().signIn('daniel')).get('/trainees/tom')).text).not.toContain('signals-heading');
  expect((await tom.post('/wellbeing?_action=wellbeing.takeBack', fields)).status).toBe(303);
  expect(await told()).toEqual([false, false]);
});
