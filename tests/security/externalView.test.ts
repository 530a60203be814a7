import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addPerson, AT, type Insert, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addDecided, dayFromNow } from './qualityHouse.ts';

/** Somebody from outside for each story, with a view of one piece of Tom's. */
const PEOPLE = {
  open: { from: -7, to: 0, revoked: null },
  takenOut: { from: -7, to: 7, revoked: null },
  judged: { from: -7, to: 7, revoked: null },
  over: { from: -7, to: -1, revoked: null },
  early: { from: 1, to: 7, revoked: null },
  takenBack: { from: -7, to: 7, revoked: AT },
} as const;
type Story = keyof typeof PEOPLE;
const PLAN = 'interim-autumn';
const piece = (story: Story) => `shown-${story.toLowerCase()}`;
const person = (story: Story) => `outside-${story.toLowerCase()}`;

function addGrant(insert: Insert, story: Story): void {
  const { from, to, revoked } = PEOPLE[story];
  insert('external_grants', {
    ...{ id: story, person_id: person(story), starts_on: dayFromNow(from), ends_on: dayFromNow(to) },
    ...{ reason: 'A visit', granted_by: 'venetia', granted_at: AT, revoked_at: revoked },
  });
  insert('external_grant_items', { grant_id: story, submission_id: `${piece(story)}-1` });
}

/** Every piece is in Venetia's plan; one she has judged. */
function addToPlan(insert: Insert, story: Story): void {
  const submission = `${piece(story)}-1`;
  insert('sampling_plan_items', { plan_id: PLAN, submission_id: submission, why: 'Made up', added_at: AT });
  if (story !== 'judged') return;
  insert('verifications', {
    ...{ id: 'judged', plan_id: PLAN, submission_id: submission, assessment_id: `${piece(story)}-decided` },
    ...{ verifier_id: 'venetia', outcome: 'agree', words: '', tests: '{}', verified_at: AT },
  });
}

const portal = servedPortal({
  prepare: (database) => {
    const insert = inserter(database);
    addDecided(insert, { id: 'hidden', sampledBy: [] });
    for (const story of Object.keys(PEOPLE) as Story[]) {
      addPerson(database, { id: person(story), name: `Made-up ${story}` });
      insert('person_roles', { person_id: person(story), role: 'external' });
      addDecided(insert, { id: piece(story), sampledBy: ['venetia'] });
      addGrant(insert, story);
      addToPlan(insert, story);
    }
  },
});
const statusOf = async (story: Story, path: string) => (await (await portal().signIn(person(story))).get(path)).status;

test('while it lasts, its last day included, she reads what is in it', async () => {
  expect(await statusOf('open', `/portfolio/evidence/${piece('open')}`)).toBe(200);
  expect(await statusOf('open', '/quality/trainees/tom')).toBe(200);
});

test.each([['over'], ['early'], ['takenBack']] as const)('nothing where it is %s', async (story) => {
  expect(await statusOf(story, `/portfolio/evidence/${piece(story)}`)).toBe(404);
  expect(await statusOf(story, '/quality/trainees/tom')).toBe(404);
  const home = await (await portal().signIn(person(story))).get('/');
  expect(home.status).toBe(200);
  expect(home.text).not.toContain('/portfolio/evidence/');
});

test('nothing outside her sample, of the same trainee or another', async () => {
  for (const path of [
    '/portfolio/evidence/hidden',
    `/portfolio/evidence/${piece('over')}`,
    '/quality/trainees/amara',
    '/quality/trainees/nobody',
  ])
    expect(await statusOf('open', path), path).toBe(404);
});

test('no page of the programme, and nothing that changes anything', async () => {
  const open = await portal().signIn(person('open'));
  for (const path of [
    '/quality',
    '/quality/plans',
    '/modules',
    '/search?q=recall',
    '/cohorts',
    `/quality/samples/${piece('open')}-1`,
  ])
    expect((await open.get(path)).status, path).toBe(403);
  const unlock = { signOffId: 'any', reason: 'Because', password: 'protect-the-study-day' };
  expect((await open.post('/quality/trainees/tom?_action=quality.unlock', unlock)).status).toBe(403);
  const { text } = await open.get('/quality/trainees/tom');
  expect(text).not.toContain('quality.unlock');
});

test('her view of a trainee names only criteria that her sample claims', async () => {
  const open = await portal().signIn(person('open'));
  const { text } = await open.get('/quality/trainees/tom');
  const shown = [...text.matchAll(/<dt>(\d+\.\d+)/g)].map(([, id]) => id);
  expect(shown).toEqual(['1.1', '1.2']);
});

const takeOut = async (story: Story) => {
  const sent = { planId: PLAN, submissionId: `${piece(story)}-1` };
  const venetia = await portal().signIn('venetia');
  return (await venetia.post(`/quality/plans/${PLAN}?_action=quality.removeFromPlan`, sent)).status;
};

test('what is taken out of the plan unjudged she reads no more, though her view has not ended', async () => {
  expect(await statusOf('takenOut', `/portfolio/evidence/${piece('takenOut')}`)).toBe(200);
  expect(await takeOut('takenOut')).toBe(303);
  expect(await statusOf('takenOut', `/portfolio/evidence/${piece('takenOut')}`)).toBe(404);
  expect(await statusOf('takenOut', '/quality/trainees/tom')).toBe(404);
  const { text } = await (await portal().signIn(person('takenOut'))).get('/');
  expect(text).not.toContain('/portfolio/evidence/');
  const given = await (await portal().signIn('venetia')).get('/quality/external');
  expect(given.text).toContain('1 piece of it was taken out of the sample since and is not shown any more');
});

test('nor does the quality assurer who took it out', async () => {
  const venetia = await portal().signIn('venetia');
  expect((await venetia.get(`/portfolio/evidence/${piece('takenOut')}`)).status).toBe(404);
  expect((await venetia.get(`/quality/samples/${piece('takenOut')}-1`)).status).toBe(404);
});

test('what was judged stays in the plan and stays readable, to her and to the one from outside', async () => {
  expect(await takeOut('judged')).toBe(409);
  expect(await statusOf('judged', `/portfolio/evidence/${piece('judged')}`)).toBe(200);
  expect((await (await portal().signIn('venetia')).get(`/quality/samples/${piece('judged')}-1`)).status).toBe(200);
});

test('nobody gives a view without her password', async () => {
  const venetia = await portal().signIn('venetia');
  const grants = () => portal().rows('select id from external_grants').length;
  const before = grants();
  const form = { grantId: randomUUID(), personId: 'edith', planId: PLAN, reason: 'A visit' };
  const days = { startsOn: dayFromNow(0), endsOn: dayFromNow(7) };
  for (const password of [undefined, '', 'not the password']) {
    const sent = { ...form, ...days, ...(password === undefined ? {} : { password }) };
    const { status, text } = await venetia.post('/quality/external?_action=quality.grant', sent);
    expect([400, 422]).toContain(status);
    expect(text).toMatch(/Enter your password|The password is not right/);
  }
  expect(grants()).toBe(before);
});
