import { expect, test } from 'vitest';
import { addPerson, AT, type Insert, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addDecided, dayFromNow } from './qualityHouse.ts';

/** Somebody from outside for each story, with a view of one piece of Tom's. */
const PEOPLE = {
  open: { from: -7, to: 0, revoked: null },
  over: { from: -7, to: -1, revoked: null },
  early: { from: 1, to: 7, revoked: null },
  takenBack: { from: -7, to: 7, revoked: AT },
} as const;
type Story = keyof typeof PEOPLE;
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

const portal = servedPortal({
  prepare: (database) => {
    const insert = inserter(database);
    addDecided(insert, { id: 'hidden', sampledBy: [] });
    for (const story of Object.keys(PEOPLE) as Story[]) {
      addPerson(database, { id: person(story), name: `Made-up ${story}` });
      insert('person_roles', { person_id: person(story), role: 'external' });
      addDecided(insert, { id: piece(story), sampledBy: [] });
      addGrant(insert, story);
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
