import { expect, test } from 'vitest';
import { AT, type Insert } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { dayFromNow, furnished } from './qualityHouse.ts';

const DANIELS = 'Daniel thinks that it is all there.';

function addExercise(insert: Insert, id: string, closes: number): void {
  insert('standardisations', {
    ...{ id, title: 'A made-up text', text: 'Somebody did something.', criteria: '["1.1"]', agreed: '' },
    ...{ qualification_version: 'demo-1', created_by: 'venetia', created_at: AT, closes_on: dayFromNow(closes) },
  });
  for (const assessor of ['daniel', 'joan'])
    insert('standardisation_judges', { standardisation_id: id, assessor_id: assessor });
  insert('standardisation_judgements', {
    ...{ standardisation_id: id, assessor_id: 'daniel', criterion_id: '1.1', outcome: 'met' },
    ...{ reason: DANIELS, judged_at: AT },
  });
}

const portal = servedPortal({
  prepare: furnished((insert) => {
    for (const id of ['open', 'repeated']) addExercise(insert, id, 7);
    addExercise(insert, 'closed', -1);
  }),
});
const judge = (id: string, change = {}) => ({
  exerciseId: id,
  'outcome-1.1': 'not_met',
  'reason-1.1': 'No.',
  ...change,
});
const at = (id: string) => `/assess/standardisation/${id}?_action=quality.judge`;
const judged = (id: string) =>
  portal().rows('select assessor_id, outcome, reason from standardisation_judgements where standardisation_id = ?', id);

test('before it closes nobody sees what was judged: no judge, no quality assurer, no administrator', async () => {
  for (const [who, path] of [
    ['joan', '/assess/standardisation/open'],
    ['venetia', '/quality/standardisation/open'],
    ['harvey', '/quality/standardisation/open'],
  ] as const) {
    const { status, text } = await (await portal().signIn(who)).get(path);
    expect(status, who).toBe(200);
    expect(text, who).not.toContain(DANIELS);
  }
});

test('once it is closed, a judge who has not judged still sees nobody’s, and can judge no more', async () => {
  const joan = await portal().signIn('joan');
  expect((await joan.get('/assess/standardisation/closed')).text).not.toContain(DANIELS);
  expect((await joan.post(at('closed'), judge('closed'))).status).toBe(409);
  expect((await (await portal().signIn('daniel')).get('/assess/standardisation/closed')).text).toContain(DANIELS);
  expect((await (await portal().signIn('venetia')).get('/quality/standardisation/closed')).text).toContain(DANIELS);
  expect(judged('closed')).toHaveLength(1);
});

test('nobody judges who was not asked, and nobody in the name of another', async () => {
  const owen = await portal().signIn('owen');
  expect((await owen.post(at('open'), judge('open'))).status).toBe(404);
  expect((await owen.get('/assess/standardisation/open')).status).toBe(404);
  expect((await (await portal().signIn('venetia')).post(at('open'), judge('open'))).status).toBe(403);
  const joan = await portal().signIn('joan');
  await joan.post(at('open'), judge('open', { assessorId: 'daniel', judgedAt: '0' }));
  expect(judged('open').map(({ assessor_id: id, outcome }) => [id, outcome])).toEqual([
    ['daniel', 'met'],
    ['joan', 'not_met'],
  ]);
});

test('what was judged once stands, however often and in whatever words it is sent again', async () => {
  const daniel = await portal().signIn('daniel');
  const before = judged('repeated');
  expect((await daniel.post(at('repeated'), judge('repeated'))).status).toBe(303);
  expect(judged('repeated')).toEqual(before);
});
