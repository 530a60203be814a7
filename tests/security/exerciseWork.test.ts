import { beforeAll, describe, expect, test } from 'vitest';
import { anExercise, firstWay, moduleOf, orderFields, sortFields } from '../support/exercises.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const sort = anExercise('sort');
const order = anExercise('order');
const scenario = anExercise('scenario');
const compare = anExercise('compare');

let nia: PortalClient;
beforeAll(async () => {
  nia = await portal().signIn('nia');
  // Past the card that may stand before a module.
  await nia.get(`/modules/${moduleOf(sort.id)}?begin`);
});

const send = (client: PortalClient, action: string, fields: Fields) =>
  client.post(`/modules/${moduleOf(String(fields['exerciseId']))}?_action=exercises.${action}`, fields);
const kept = (exerciseId: string, traineeId = 'nia') =>
  portal()
    .rows(
      'select work, revision, finished_at from exercise_work where exercise_id = ? and trainee_id = ?',
      exerciseId,
      traineeId,
    )
    .map(({ work, ...row }) => ({ ...row, work: JSON.parse(String(work)) as Record<string, unknown> }));

describe('only the server marks an exercise', () => {
  const CLAIMS = {
    correct: 'true',
    correctCount: '99',
    bestCorrect: '99',
    tries: '0',
    endingId: scenario.endings[0]!.id,
    finishedAt: '2001-01-01',
    revision: '99',
    exerciseVersion: '99',
    traineeId: 'amara',
    __proto__x: 'x',
  };

  test('a count that is sent along is not looked at: sorting', async () => {
    expect((await send(nia, 'sort', { ...sortFields(sort, 1), ...CLAIMS })).status).toBe(303);
    expect(kept(sort.id)).toMatchObject([{ revision: 1, work: { kind: 'sort', tries: 1, bestCorrect: 0 } }]);
  });

  test('nor in ordering', async () => {
    expect((await send(nia, 'order', { ...orderFields(order, 1), ...CLAIMS })).status).toBe(303);
    expect(kept(order.id)).toMatchObject([{ work: { kind: 'order', tries: 1, bestCorrect: 0 } }]);
  });

  test('what is right is counted as right, and the best try stays', async () => {
    await send(nia, 'sort', sortFields(sort));
    await send(nia, 'sort', sortFields(sort, 1));
    expect(kept(sort.id)).toMatchObject([{ work: { tries: 3, bestCorrect: sort.items.length } }]);
    expect((await nia.get(`/modules/${moduleOf(sort.id)}`)).text).toContain(
      `${sort.items.length} of ${sort.items.length} right in your best try, 3 tries.`,
    );
  });

  test('nobody comes to an ending but by the way that leads there', async () => {
    const [first] = firstWay(scenario).choices;
    await send(nia, 'choose', { exerciseId: scenario.id, stepId: first!.stepId, choiceId: first!.choiceId, ...CLAIMS });
    expect(kept(scenario.id)).toMatchObject([
      { finished_at: null, work: { paths: [{ choices: [first], endingId: null }] } },
    ]);
    const { choices, endingId } = firstWay(scenario);
    for (const { stepId, choiceId } of choices)
      await send(nia, 'choose', { exerciseId: scenario.id, stepId, choiceId });
    expect(kept(scenario.id)).toMatchObject([{ work: { paths: [{ choices, endingId }] } }]);
    expect(kept(scenario.id)[0]).not.toMatchObject({ finished_at: null });
  });

  test('an exercise sent to the action of another kind is not there', async () => {
    expect((await send(nia, 'order', { ...sortFields(sort) })).status).toBe(404);
    expect((await send(nia, 'choose', { exerciseId: compare.id, stepId: 'x', choiceId: 'x' })).status).toBe(404);
    expect(
      (await nia.post(`/modules/${moduleOf(sort.id)}?_action=exercises.sort`, { exerciseId: 'none' })).status,
    ).toBe(404);
  });
});

describe('work on an exercise is the trainee’s alone', () => {
  const WORDS = 'Written by Nia for nobody else at all to read';

  test('no field of a form puts it under another name', async () => {
    await send(nia, 'compare', {
      exerciseId: compare.id,
      text: WORDS,
      basedOn: '0',
      traineeId: 'amara',
      trainee_id: 'amara',
    });
    expect(portal().rows(`select * from exercise_work where trainee_id <> 'nia'`)).toEqual([]);
    expect(kept(compare.id)).toMatchObject([{ work: { text: WORDS } }]);
  });

  test.each(['amara', 'gwen', 'ruth', 'daniel', 'harvey'])('%s does not see it', async (person) => {
    const client = await portal().signIn(person);
    for (const address of [`/modules/${moduleOf(compare.id)}`, '/trainees/nia']) {
      expect((await client.get(address)).text).not.toContain(WORDS);
    }
  });

  test.each(['gwen', 'daniel', 'harvey'])('%s, who is no trainee, can send no exercise', async (person) => {
    const client = await portal().signIn(person);
    const before = portal().rows('select * from exercise_work order by exercise_id');
    expect((await send(client, 'sort', sortFields(sort))).status).toBe(403);
    expect((await send(client, 'compare', { exerciseId: compare.id, text: 'Mine.', basedOn: '0' })).status).toBe(403);
    expect(portal().rows('select * from exercise_work order by exercise_id')).toEqual(before);
  });
});

describe('a page that stayed open', () => {
  test('at an earlier step takes the same choice as nothing new, and another as a way of its own', async () => {
    const tom = await portal().signIn('tom');
    const { choices, endingId } = firstWay(scenario);
    for (const { stepId, choiceId } of choices)
      await send(tom, 'choose', { exerciseId: scenario.id, stepId, choiceId });
    const [{ stepId, choiceId } = { stepId: '', choiceId: '' }] = choices;
    await send(tom, 'choose', { exerciseId: scenario.id, stepId, choiceId });
    expect(kept(scenario.id, 'tom')).toMatchObject([{ revision: choices.length, work: { paths: [{ endingId }] } }]);
    const other = scenario.steps.find(({ id }) => id === stepId)!.choices[1]!.id;
    await send(tom, 'choose', { exerciseId: scenario.id, stepId, choiceId: other });
    expect(kept(scenario.id, 'tom')[0]?.work).toMatchObject({
      paths: [{ endingId }, { choices: [{ stepId, choiceId: other }] }],
    });
  });

  test('with other words about two accounts loses neither: both are shown', async () => {
    const tom = await portal().signIn('tom');
    const fields = (text: string) => ({ exerciseId: compare.id, text, basedOn: '0' });
    expect((await send(tom, 'compare', fields('From the first tab.'))).status).toBe(303);
    const { status, text } = await send(tom, 'compare', fields('From the second tab.'));
    expect(status).toBe(409);
    expect(text).toContain('From the first tab.');
    expect(text).toContain('From the second tab.');
    expect(kept(compare.id, 'tom')).toMatchObject([{ revision: 1, work: { text: 'From the first tab.' } }]);
  });

  test('with a script in the text shows it as text, and runs nothing', async () => {
    const priya = await portal().signIn('priya');
    const script = '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>';
    await send(priya, 'compare', { exerciseId: compare.id, text: script, basedOn: '0' });
    const { text } = await send(priya, 'compare', { exerciseId: compare.id, text: `${script}!`, basedOn: '0' });
    expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>alert(1)');
    expect(text).not.toContain('<img src=x');
  });

  test('with a text that is too long is refused at its field, and the text stays', async () => {
    const priya = await portal().signIn('priya');
    const { status, text } = await send(priya, 'compare', {
      exerciseId: compare.id,
      text: `Long ${'x'.repeat(5000)}`,
      basedOn: '0',
    });
    expect(status).toBe(400);
    expect(text).toContain('href="#' + `${compare.id}__text"`);
    expect(text).toContain(`Long ${'x'.repeat(5000)}`);
  });
});
