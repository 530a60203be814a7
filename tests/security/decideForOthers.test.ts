import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addHandedIn, CRITERIA, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['waits', 'raced', 'held', 'forged', 'twice']) addHandedIn(insert, { id, traineeId: 'amara' });
  addHandedIn(insert, { id: 'past', traineeId: 'priya' });
  addHandedIn(insert, { id: 'own', traineeId: 'tom' });
  insert('person_roles', { person_id: 'tom', role: 'assessor' });
  insert('assignments', {
    id: 'joan-too',
    kind: 'assessor',
    person_id: 'joan',
    trainee_id: 'amara',
    starts_on: LONG_AGO,
    ends_on: null,
  });
}

const portal = servedPortal({ prepare });
const decided = (id: string) =>
  portal().rows('select assessor_id, outcome from assessments where submission_id = ?', `${id}-1`);
const drafts = () => portal().rows('select assessor_id, body from assessment_drafts');

const decisions = (id: string, more: Fields = {}): Fields => ({
  submissionId: `${id}-1`,
  comment: 'Decided.',
  ...(Object.fromEntries(CRITERIA.map((criterion) => [`decision-${criterion}`, 'met'])) as Fields),
  ...more,
});
const decide = (who: PortalClient, id: string, more?: Fields) =>
  who.post(`/assess/${id}-1?_action=assess.decide`, decisions(id, more));
const hold = (who: PortalClient, id: string, more?: Fields) =>
  who.post(`/assess/${id}-1?_action=assess.hold`, decisions(id, { basedOn: '0', ...more }));

describe('nobody decides, or writes a draft, for somebody she does not assess', () => {
  test.each([
    ['a stranger among the assessors', 'ella-stranger', 'waits', 404],
    ['an assessor whose assignment has ended', 'daniel', 'past', 404],
    ['the trainee herself', 'amara', 'waits', 403],
    ['a trainee who is an assessor too, on his own work', 'tom', 'own', 404],
    ['her tutor', 'ruth', 'waits', 403],
    ['her manager', 'kerry', 'waits', 403],
    ['a quality assurer', 'venetia', 'waits', 403],
    ['an administrator', 'harvey', 'waits', 403],
  ])('%s', async (_story, who, id, status) => {
    const person = who === 'ella-stranger' ? 'tom' : who;
    const client = await portal().signIn(person);
    const before = drafts();
    expect((await decide(client, id)).status).toBe(status);
    expect((await hold(client, id)).status).toBe(status);
    expect((await client.get(`/assess/${id}-1`)).status).toBe(status);
    expect(decided(id)).toEqual([]);
    expect(drafts()).toEqual(before);
  });
});

test('a draft is its writer’s alone: no page of a colleague, the trainee, her tutor or a quality assurer holds its words', async () => {
  const daniel = await portal().signIn('daniel');
  const secret = 'Words that nobody else reads yet';
  expect((await hold(daniel, 'held', { comment: secret })).status).toBe(303);
  expect((await daniel.get('/assess/held-1')).text).toContain(secret);
  for (const [who, pages] of [
    ['joan', ['/assess', '/assess/held-1', '/assess/trainees/amara', '/assess/decisions']],
    ['amara', ['/', '/portfolio', '/portfolio/evidence/held']],
    ['ruth', ['/trainees/amara', '/portfolio/evidence/held']],
    ['venetia', ['/', '/quality']],
    ['harvey', ['/admin', '/admin/hand-over?from=daniel&to=joan']],
  ] as const) {
    const client = await portal().signIn(who);
    for (const page of pages) expect((await client.get(page)).text.includes(secret), `${who} on ${page}`).toBe(false);
  }
});

test('forged criteria, positions and the names of others are not kept', async () => {
  const daniel = await portal().signIn('daniel');
  const forged = { 'decision-6.1': 'met', assessorId: 'joan', outcome: 'returned', needsCountersign: '1', format: '1' };
  expect((await decide(daniel, 'forged', { ...forged, 'note-0-99999': 'Past the end' })).status).toBe(400);
  expect((await decide(daniel, 'forged', { ...forged, shownAssessmentId: 'made-up' })).status).toBe(409);
  expect(decided('forged')).toEqual([]);
  expect((await decide(daniel, 'forged', forged)).status).toBe(303);
  expect(decided('forged')).toEqual([{ assessor_id: 'daniel', outcome: 'to_sign' }]);
  expect(
    portal().rows(
      `select d.criterion_id from criterion_decisions d join assessments a on a.id = d.assessment_id where a.submission_id = 'forged-1' order by 1`,
    ),
  ).toEqual(CRITERIA.map((criterion_id) => ({ criterion_id })));
});

test('two assessors release at the same moment: one is kept, the other is told, and twice the same form is once', async () => {
  const [daniel, joan] = [await portal().signIn('daniel'), await portal().signIn('joan')];
  const answers = await Promise.all([decide(daniel, 'raced'), decide(joan, 'raced')]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
  expect(answers.find(({ status }) => status === 409)?.text).toContain('decided on this after you opened the page');
  expect(decided('raced')).toHaveLength(1);

  const assessmentId = randomUUID();
  const twice = await Promise.all([
    decide(daniel, 'twice', { assessmentId }),
    decide(daniel, 'twice', { assessmentId }),
  ]);
  expect(twice.map(({ location }) => location)).toEqual(['/assess?released=twice-1', '/assess?released=twice-1']);
  expect(decided('twice')).toHaveLength(1);
});

test('numbers of real people are neither held nor released', async () => {
  const daniel = await portal().signIn('daniel');
  const telling = { comment: 'Ring 07700 900123.' };
  expect((await hold(daniel, 'waits', telling)).status).toBe(400);
  expect((await decide(daniel, 'waits', { 'note-0-4': 'born 14/03/1984, QQ 12 34 56 C' })).status).toBe(400);
  expect(drafts().some(({ body }) => String(body).includes('07700'))).toBe(false);
});

test('a plan is written by the trainee’s assessor alone, and read by nobody her plan is not for', async () => {
  const daniel = await portal().signIn('daniel');
  const words = 'A plan that a manager does not read';
  const plannedOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const plan: Fields = {
    id: randomUUID(),
    traineeId: 'amara',
    kind: 'reflective_account',
    criteria: [...CRITERIA],
    plannedOn,
    words,
  };
  expect((await daniel.post('/assess/trainees/amara?_action=assessmentPlan.add', plan)).status).toBe(303);
  expect((await daniel.post('/assess/trainees/amara?_action=assessmentPlan.add', plan)).status, 'once more').toBe(303);
  expect(portal().rows('select planned_by from assessment_plan_items where words = ?', words)).toEqual([
    { planned_by: 'daniel' },
  ]);
  const other = await daniel.post('/assess/trainees/amara?_action=assessmentPlan.add', {
    ...plan,
    id: randomUUID(),
    traineeId: 'priya',
  });
  expect(other.status).toBe(404);
  const amara = await portal().signIn('amara');
  expect((await amara.get('/portfolio')).text).toContain(words);
  expect((await amara.post('/portfolio?_action=assessmentPlan.remove', { id: String(plan.id) })).status).toBe(403);
  const kerry = await portal().signIn('kerry');
  for (const page of ['/trainees/amara', '/trainees/amara/week'])
    expect((await kerry.get(page)).text.includes(words), page).toBe(false);
});
