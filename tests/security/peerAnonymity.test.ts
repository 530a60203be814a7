import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { COMING, everythingKept, prepareSessions, SAID, today } from './peerHouse.ts';

const portal = servedPortal({ prepare: prepareSessions });
const page = (sessionId: string) => `/peer-sessions/${sessionId}`;
const act = (client: PortalClient, action: string, fields: Fields & { readonly sessionId: string }) =>
  client.post(`${page(fields.sessionId)}?_action=${action}`, fields);
const asking = (question: string, more: Fields = {}) => ({
  ...{ sessionId: COMING, id: randomUUID(), question, name: 'without', ...more },
});
const ask = (client: PortalClient, question: string, more: Fields = {}) =>
  act(client, 'peerQuestions.ask', asking(question, more));
const asked = (words: string) => portal().rows('select * from peer_questions where words = ?', words);
const text = async (who: string, path: string) => (await (await portal().signIn(who)).get(path)).text;

describe('a question without a name', () => {
  test('leaves nothing behind that says whose it is: no person, no time, no other row, no line in the log', async () => {
    const chloe = await portal().signIn('chloe');
    const before = everythingKept(portal());
    expect((await ask(chloe, 'Who asked this?')).status).toBe(303);
    expect(everythingKept(portal())).toEqual(before);
    const [row] = asked('Who asked this?');
    expect(row).toMatchObject({ asked_by: null, answered_at: null, taken_back_at: null });
    expect(String(row?.['asked_on']) > today()).toBe(true);
    expect(JSON.stringify(portal().log())).not.toMatch(/chloe|Who asked this/);
  });

  test('is kept in no order: where its row stands is drawn', async () => {
    const femi = await portal().signIn('femi');
    const words = Array.from({ length: 10 }, (_, index) => `In order? ${index}`);
    for (const [index, question] of words.entries())
      await ask(femi, question, { name: index % 2 === 0 ? 'with' : 'without' });
    const stored = portal()
      .rows(`select words from peer_questions where words like 'In order?%' order by rowid`)
      .map((row) => row['words']);
    expect(stored).toHaveLength(words.length);
    expect(stored).not.toEqual(words);
  });

  test('is read by nobody before it is handed on, and nobody sees how many there are', async () => {
    const views = [`${page(COMING)}/run`, page(COMING)];
    const seen = () => Promise.all(views.flatMap((path) => ['amara', 'ruth'].map((who) => text(who, path))));
    const counted = (pages: readonly string[]) => pages.map((html) => html.match(/class="muted small"/gu)?.length ?? 0);
    const before = counted(await seen());
    await ask(await portal().signIn('ella'), 'Too early to read?');
    const after = await seen();
    expect(after.join('')).not.toContain('Too early to read?');
    expect(counted(after)).toEqual(before);
  });

  test('stands on the wall on the day, without a name', async () => {
    const wall = await text('kofi', `${page('open')}/run`);
    expect(wall).toContain(SAID.question);
    expect(wall).toContain('Asked without a name');
    expect(wall).not.toMatch(/Adeyemi|Kofi|Sign out/);
  });

  test('is not taken on the day itself, when whoever types has asked; what was typed stays', async () => {
    const answer = await ask(await portal().signIn('grace'), 'Now?', { sessionId: 'open' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('whoever is seen typing has asked');
    expect(answer.text).toContain('Now?</textarea>');
    expect(asked('Now?')).toEqual([]);
  });

  test('cannot be taken back by whoever asked, who is nobody; whoever leads takes it off the wall', async () => {
    const chloe = await portal().signIn('chloe');
    await ask(chloe, 'Whose to take back?');
    const questionId = String(asked('Whose to take back?')[0]?.['id']);
    const takeBack = (client: PortalClient) =>
      client.post(`${page(COMING)}?_action=peerQuestions.takeBack`, { questionId });
    expect((await takeBack(chloe)).status).toBe(404);
    expect((await takeBack(await portal().signIn('nia'))).status).toBe(404);
    expect(asked('Whose to take back?')[0]?.['taken_back_at']).toBeNull();
    expect((await takeBack(await portal().signIn('amara'))).status).toBe(303);
    expect(asked('Whose to take back?')[0]?.['taken_back_at']).not.toBeNull();
  });
});

describe('a form of a question', () => {
  test('sent twice is one question; the same form with other words, of anybody, is refused', async () => {
    const fields = asking('Once?');
    const [ella, grace] = [await portal().signIn('ella'), await portal().signIn('grace')];
    const answers = await Promise.all([1, 2].map(() => act(ella, 'peerQuestions.ask', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await act(grace, 'peerQuestions.ask', { ...fields, question: 'Twice?' })).status).toBe(409);
    expect(asked('Once?')).toHaveLength(1);
    expect(asked('Twice?')).toEqual([]);
  });

  test('sets nothing but its words, and puts nobody else’s name beside them', async () => {
    const forged = { askedBy: 'tom', asked_by: 'tom', askedOn: '2020-01-01', answeredAt: '1', traineeId: 'tom' };
    const grace = await portal().signIn('grace');
    await ask(grace, 'Forged?', forged);
    await ask(grace, 'Forged with a name?', { ...forged, name: 'with' });
    expect(asked('Forged?')[0]).toMatchObject({ asked_by: null, answered_at: null });
    expect(asked('Forged with a name?')[0]).toMatchObject({ asked_by: 'grace', asked_on: today() });
  });

  test('with a name is read by whoever leads at once, and by no other member before the session', async () => {
    await ask(await portal().signIn('grace'), 'Read by whom?', { name: 'with' });
    expect(await text('amara', page(COMING))).toContain('Read by whom?');
    expect(await text('ella', page(COMING))).not.toContain('Read by whom?');
  });

  test.each([
    ['a telephone number', { question: 'Call 07700 900123?' }, 400],
    ['nothing', { question: ' ' }, 400],
    ['no word about the name', { name: '' }, 400],
    ['an id that is none', { id: 'mine' }, 400],
  ])('with %s is refused', async (_what, more, status) => {
    const answer = await ask(await portal().signIn('grace'), 'A question', more);
    expect(answer.status).toBe(status);
    expect(portal().rows('select 1 from peer_questions where words like ?', '%07700%')).toEqual([]);
  });

  test('with somebody’s name comes back until it is answered for; why it may stay is kept nowhere', async () => {
    const femi = await portal().signIn('femi');
    const fields = asking('What would you say to Mr Brackenbury?');
    const refused = await act(femi, 'peerQuestions.ask', fields);
    expect(refused.text).toContain('“Mr Brackenbury” looks like a person’s name');
    const before = everythingKept(portal());
    await act(femi, 'peerQuestions.ask', { ...fields, 'justify-question-name-1': 'A person of a training case' });
    expect(JSON.stringify([everythingKept(portal()), asked(fields.question)])).not.toContain('training case');
    expect([asked(fields.question).length, everythingKept(portal())]).toEqual([1, before]);
  });

  test('of another cohort is answered as if the session were not there', async () => {
    expect((await ask(await portal().signIn('nia'), 'From Wales?')).status).toBe(404);
    expect(asked('From Wales?')).toEqual([]);
    for (const who of ['nia', 'gwen'])
      expect((await (await portal().signIn(who)).get(page(COMING))).status, who).toBe(404);
  });

  test('is not taken without end, with a name or without alike', async () => {
    const imran = await portal().signIn('imran');
    const statuses = [];
    for (let n = 0; n < 31; n += 1)
      statuses.push((await ask(imran, `Again? ${n}`, { name: n % 2 === 0 ? 'with' : 'without' })).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 303));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('what people write after a session', () => {
  const feedback = (client: PortalClient, helped: string, suggestion = '') =>
    act(client, 'peerAfter.giveFeedback', { sessionId: 'held', helped, suggestion });

  test('is read by whoever led without names, and not before three have written', async () => {
    expect(await text('kofi', page('held'))).not.toContain(SAID.helped);
    expect((await feedback(await portal().signIn('grace'), `${SAID.helped} 2`)).status).toBe(303);
    const read = await text('kofi', page('held'));
    for (const index of [0, 1, 2]) expect(read).toContain(`${SAID.helped} ${index}`);
    const part = read.slice(read.indexOf('id="helped"'), read.indexOf('id="evidence"'));
    expect(part).not.toMatch(/grace|ella|femi/i);
  });

  test('is read by nobody else: no colleague and no tutor', async () => {
    for (const who of ['amara', 'ruth', 'chloe']) expect(await text(who, page('held')), who).not.toContain(SAID.helped);
    expect(await text('grace', page('held')), 'her own').toContain(`${SAID.helped} 2`);
  });

  test('is said once: a repeat changes nothing, and other words are refused', async () => {
    const grace = await portal().signIn('grace');
    expect((await feedback(grace, `${SAID.helped} 2`)).status).toBe(303);
    expect((await feedback(grace, 'Something else')).status).toBe(409);
    expect(
      portal().rows(`select 1 from peer_feedback where trainee_id = 'grace' and session_id = 'held'`),
    ).toHaveLength(1);
  });

  test('is looked at for what belongs to real people, in both of its fields', async () => {
    const answer = await feedback(await portal().signIn('grace'), 'Dr Thistlewood’s story', 'Ring 07700 900123');
    expect(answer.text).toMatch(/“Dr Thistlewood” looks like[^]*“07700 900123” looks like/);
  });

  test('is for those who were there, and not for whoever led', async () => {
    expect((await feedback(await portal().signIn('hannah'), 'I was not there')).status).toBe(409);
    expect((await feedback(await portal().signIn('kofi'), 'I was good')).status).toBe(409);
    expect((await feedback(await portal().signIn('nia'), 'From Wales')).status).toBe(404);
  });

  test('what somebody will do differently stands on her own pages and on nobody else’s', async () => {
    const chloe = await portal().signIn('chloe');
    const fields = { sessionId: 'held', intention: SAID.words };
    expect((await act(chloe, 'peerAfter.intend', fields)).status).toBe(303);
    expect((await chloe.get('/peer-sessions')).text).toContain(SAID.words);
    for (const who of ['kofi', 'ruth', 'amara', 'harvey', 'kerry'])
      for (const path of [page('held'), '/', '/trainees/chloe', '/cohorts/london'])
        expect(await text(who, path), `${who} ${path}`).not.toContain(SAID.words);
  });
});

test('what became of her intention is hers wherever she is by then, and nobody else’s to answer', async () => {
  const review = async (who: string) =>
    (await portal().signIn(who)).post('/peer-sessions?_action=peerAfter.review', {
      ...{ sessionId: 'elsewhere', outcome: 'did', review: '' },
    });
  expect((await (await portal().signIn('seren')).get(page('elsewhere'))).status, 'a cohort that is not hers').toBe(404);
  expect((await review('rhys')).status).toBe(404);
  expect((await review('seren')).location).toBe('/peer-sessions?saved=review#said-elsewhere');
  expect(portal().rows(`select trainee_id from peer_intention_reviews where session_id = 'elsewhere'`)).toEqual([
    { trainee_id: 'seren' },
  ]);
});

describe('closing a session', () => {
  const marks = (attendance: string) =>
    Object.fromEntries(
      portal()
        .rows(`select trainee_id from cohort_memberships where cohort_id = 'london' and left_on is null`)
        .map((row) => [`attendance-${String(row['trainee_id'])}`, attendance]),
    );
  const close = (client: PortalClient, fields: Fields) =>
    act(client, 'peerAfter.close', { sessionId: 'open', ...fields });
  const attendance = () => portal().rows(`select trainee_id from peer_attendance where session_id = 'open'`);

  test('is refused to a member who does not lead, and while somebody is not marked', async () => {
    expect((await close(await portal().signIn('ella'), marks('there'))).status).toBe(404);
    const { 'attendance-tom': _tom, ...rest } = marks('there');
    const answer = await close(await portal().signIn('kofi'), rest);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('1 of 16 is not marked');
    expect(attendance()).toEqual([]);
  });

  test('marks nobody of another cohort, and a repeat changes nothing', async () => {
    const kofi = await portal().signIn('kofi');
    expect((await close(kofi, { ...marks('there'), 'attendance-nia': 'absent' })).status).toBe(303);
    expect((await close(kofi, marks('absent'))).status).toBe(303);
    expect(attendance()).toHaveLength(16);
    expect(portal().rows(`select distinct attendance from peer_attendance where session_id = 'open'`)).toEqual([
      { attendance: 'there' },
    ]);
  });

  test('becomes evidence once, for whoever led it and nobody else', async () => {
    const use = (client: PortalClient) =>
      act(client, 'peerAfter.useAsEvidence', { sessionId: 'open', id: randomUUID() });
    const kofi = await portal().signIn('kofi');
    const answers = await Promise.all([use(kofi), use(kofi)]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect((await use(await portal().signIn('ella'))).status).toBe(404);
    expect((await use(await portal().signIn('ruth'))).status).toBe(403);
    expect(portal().rows(`select 1 from peer_evidence where session_id = 'open'`)).toHaveLength(1);
  });
});
