import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addHandedIn, CRITERIA, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const DECIDED = 'f7b0c4b4-2f6b-4d0e-8c07-0e7a4c2a8f11';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['first', 'second']) addHandedIn(insert, { id, traineeId: 'amara' });
}

const portal = servedPortal({ prepare });
const decide = (client: PortalClient, submissionId: string, outcome: string) =>
  client.post(`/assess/${submissionId}?_action=assess.decide`, {
    submissionId,
    assessmentId: DECIDED,
    comment: 'Comment',
    ...Object.fromEntries(
      CRITERIA.flatMap((id) => [
        [`decision-${id}`, outcome],
        [`feedback-${id}`, 'Say more.'],
      ]),
    ),
  });
const assessments = () =>
  portal().rows(`select submission_id, outcome from assessments where submission_id in ('first-1', 'second-1')`);
const decisions = () =>
  portal()
    .rows('select outcome from criterion_decisions where assessment_id = ?', DECIDED)
    .map(({ outcome }) => outcome);

describe('the decisions of an assessor', () => {
  test('sent twice they are kept once, and answered alike', async () => {
    const daniel = await portal().signIn('daniel');
    const answers = await Promise.all([
      decide(daniel, 'first-1', 'working_towards'),
      decide(daniel, 'first-1', 'working_towards'),
    ]);
    expect(answers.map(({ location }) => location)).toEqual(['/assess?released=first-1', '/assess?released=first-1']);
    expect(assessments()).toEqual([{ submission_id: 'first-1', outcome: 'returned' }]);
  });

  test('the same form with other decisions changes nothing of what was decided', async () => {
    await decide(await portal().signIn('daniel'), 'first-1', 'met');
    expect(assessments()).toEqual([{ submission_id: 'first-1', outcome: 'returned' }]);
    expect(decisions()).toEqual(CRITERIA.map(() => 'working_towards'));
  });

  test('the id of that form under another submission is refused, and adds nothing to either', async () => {
    expect((await decide(await portal().signIn('daniel'), 'second-1', 'met')).status).toBe(409);
    expect(assessments()).toHaveLength(1);
    expect(decisions()).toHaveLength(CRITERIA.length);
  });
});

describe('a new piece of evidence', () => {
  const id = randomUUID();
  const start = (client: PortalClient, text: string) =>
    client.post('/portfolio/evidence/new?_action=portfolio.start', {
      id,
      kind: 'reflective_account',
      title: 'Title',
      text,
      criteria: CRITERIA,
    });
  const texts = () =>
    portal()
      .rows('select text from evidence_items where id = ?', id)
      .map(({ text }) => text);

  test('from the same form with other words is not lost: it stays on the page, ready to be saved as another', async () => {
    const amara = await portal().signIn('amara');
    expect((await start(amara, 'First words.')).status).toBe(303);
    const second = await start(amara, 'Other words.');
    expect(second.status).toBe(409);
    expect(second.text).toContain('Other words.');
    expect(second.text).not.toContain(id);
    expect(texts()).toEqual(['First words.']);
  });

  test('with an id that is another trainee’s neither changes nor shows hers', async () => {
    const answer = await start(await portal().signIn('tom'), 'First words.');
    expect(answer.status).toBe(409);
    expect(texts()).toEqual(['First words.']);
  });
});

/** Within Tom's programme whenever the demo is made. */
const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

test('six proposals for the same days at the same moment: one placement', async () => {
  const tom = await portal().signIn('tom');
  const propose = () =>
    tom.post('/placements?_action=placements.propose', {
      id: randomUUID(),
      kind: 'court',
      place: 'Made-up court',
      hostContact: 'Desk',
      lookFor: 'Days',
      startsOn: day,
      endsOn: day,
    });
  const answers = await Promise.all(Array.from({ length: 6 }, propose));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
  expect(portal().rows(`select id from placements where trainee_id = 'tom' and starts_on = ?`, day)).toHaveLength(1);
});
