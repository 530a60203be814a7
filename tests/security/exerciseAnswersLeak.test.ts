import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import { partField } from '#src/domain/exercises/fields.ts';
import { anExercise, EXERCISES, exercisesOf, moduleOf, moduleText, sortFields } from '../support/exercises.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();

/** Everything in an exercise that nobody may read before she has come to it. */
function secretsOf(exercise: Exercise): string[] {
  switch (exercise.kind) {
    case 'scenario': {
      const { steps, endings, start } = exercise;
      const later = steps.filter(({ id }) => id !== start).flatMap(({ text }) => text);
      const after = steps.flatMap(({ choices }) => choices.flatMap((choice) => choice.after ?? []));
      return [...later, ...after, ...endings.flatMap(({ text, why }) => [...text, ...why])];
    }
    case 'sort':
      return exercise.items.map(({ because }) => because);
    case 'order':
      return exercise.steps.map(({ because }) => because);
    case 'compare':
      return [...exercise.noticed];
  }
}

const longest = (parts: readonly string[]) =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '').trim();
/** What anybody may read already, in the module or in the exercise itself: accounts are quoted in what others noticed. */
const openTextOf = (exercise: Exercise) =>
  `${moduleText(moduleOf(exercise.id))} ${exercise.kind === 'compare' ? JSON.stringify(exercise.accounts) : ''}`;

/** The longest run of a text that looks the same in HTML, in JSON and in JavaScript; where that is short, the same in HTML at least. */
function tellTale(text: string, openText: string): string {
  const plain = longest(text.split(/[^A-Za-z ,.]/).filter((part) => !openText.includes(part.trim())));
  return plain.length < 20 ? longest(text.split(/[&<>"']/)) : plain;
}
const tellTales = (exercise: Exercise) => {
  const openText = openTextOf(exercise);
  return secretsOf(exercise).map((secret) => tellTale(secret, openText));
};
const ALL = EXERCISES.flatMap(tellTales);
/** What would say where something belongs, whatever the words. */
const MARKINGS = [
  /&quot;(?:box|because|noticed|outcome|endingId|to)&quot;/,
  /["'`]?\b(?:because|noticed)["'`]?\s*[:=]\s*["'`[]/,
];
const given = (text: string) => [
  ...ALL.filter((tale) => text.includes(tale)),
  ...MARKINGS.filter((mark) => mark.test(text)).map(String),
];

const MODULES = [...new Set(EXERCISES.map(({ id }) => moduleOf(id)))];

/** The page of a module as somebody reads it, past the card that may stand before it. */
async function pageOf(client: PortalClient, moduleId: string): Promise<string> {
  await client.get(`/modules/${moduleId}?begin`);
  return (await client.get(`/modules/${moduleId}`)).text;
}

describe('before she has tried, nobody is told', () => {
  test('there is something to look for in every kind, and it can be told from everything else', () => {
    expect(new Set(EXERCISES.map(({ kind }) => kind)).size).toBe(4);
    expect(ALL.length).toBeGreaterThan(30);
    expect(ALL.filter((tale) => tale.length < 12)).toEqual([]);
  });

  test.each(['nia', 'ruth', 'daniel', 'harvey'])(
    'what is right, why, what comes next or what others noticed: %s, on any page of a module',
    async (person) => {
      const client = await portal().signIn(person);
      for (const moduleId of MODULES) {
        const text = await pageOf(client, moduleId);
        for (const exercise of EXERCISES.filter(({ id }) => moduleOf(id) === moduleId))
          expect(text).toContain(`exercise-${exercise.id}`);
        expect(given(text), moduleId).toEqual([]);
        expect(text.match(/<input[^>]*name="[^"]+__[^"]+"[^>]*\schecked/g), moduleId).toBeNull();
      }
    },
  );

  test.each(['tom', 'ruth', 'harvey'])('nor on a page that lists, finds or exports: %s', async (person) => {
    const client = await portal().signIn(person);
    const cases = [...(await client.get('/cases')).text.matchAll(/href="(\/cases\/[^"#]+)"/g)].map(
      ([, href = '']) => href,
    );
    expect(cases.length).toBeGreaterThan(2);
    const found = ALL.slice(0, 20).map(
      (tale) => `/search?${new URLSearchParams({ q: tale.slice(0, tale.length / 2) })}`,
    );
    const addresses = ['/cases', ...cases, '/glossary', '/support', '/notes', '/notes/export', '/notes/export?as=json'];
    for (const address of [...addresses, ...found, '/modules', '/progress', '/'])
      expect(given((await client.get(address)).text), address).toEqual([]);
  });

  test('no file for the browser tells it', () => {
    const client = fileURLToPath(new URL('../../dist/client', import.meta.url));
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:js|css|html|json|svg|txt|map)$/.test(path),
    );
    // The two readers of files are other people's code, and full of the words that markings are made of.
    const isReader = (path: string) => /_astro\/(?:pdfjs|lib)\./.test(path);
    const tales = (path: string, text: string) => given(text).filter((what) => !isReader(path) || ALL.includes(what));
    expect(files.some((path) => path.endsWith('.js'))).toBe(true);
    expect(
      files.flatMap((path) => tales(path, readFileSync(join(client, path), 'utf8')).map((what) => `${path}: ${what}`)),
    ).toEqual([]);
  });

  test('steps to order never stand in the right order, for whomever', async () => {
    const orders = exercisesOf('order').filter(({ id }) => moduleOf(id).startsWith('parole-'));
    for (const person of ['nia', 'tom', 'priya', 'leila', 'ruth', 'gwen', 'harvey']) {
      const client = await portal().signIn(person);
      for (const { id, steps } of orders) {
        const text = await pageOf(client, moduleOf(id));
        const places = steps.map((step) =>
          text.indexOf(step.text.replaceAll('&', '&amp;'), text.indexOf(`exercise-${id}-now`)),
        );
        expect(places.every((place) => place > 0)).toBe(true);
        expect(places, `${person}, ${id}`).not.toEqual(places.toSorted((one, other) => one - other));
      }
    }
  });

  test('somebody who is no trainee has no form of an exercise, and is told why', async () => {
    const text = await pageOf(await portal().signIn('ruth'), moduleOf(anExercise('scenario').id));
    expect(text).toContain('Only trainees work on exercises; you see what they see first.');
    expect(text).not.toContain('_action=exercises.');
  });
});

describe('a form that is not whole gives nothing away either', () => {
  const sort = anExercise('sort');
  const order = anExercise('order');
  const scenario = anExercise('scenario');
  let tom: PortalClient;
  beforeAll(async () => {
    tom = await portal().signIn('tom');
  });
  const send = (action: string, exerciseId: string, fields: Record<string, string>) =>
    tom.post(`/modules/${moduleOf(exerciseId)}?_action=exercises.${action}`, { exerciseId, ...fields });

  test.each([
    ['nothing sorted', 'sort', sort.id, {}],
    ['one thing sorted', 'sort', sort.id, { [partField(sort.id, sort.items[0]!.id)]: sort.items[0]!.box }],
    [
      'a box that is not there',
      'sort',
      sort.id,
      Object.fromEntries(sort.items.map(({ id }) => [partField(sort.id, id), 'nowhere'])),
    ],
    ['no places', 'order', order.id, {}],
    [
      'every step in the first place',
      'order',
      order.id,
      Object.fromEntries(order.steps.map(({ id }) => [partField(order.id, id), '1'])),
    ],
    ['no choice', 'choose', scenario.id, { stepId: scenario.start }],
    ['a choice that is not there', 'choose', scenario.id, { stepId: scenario.start, choiceId: 'nowhere' }],
    [
      'a step she has not come to',
      'choose',
      scenario.id,
      { stepId: scenario.steps.at(-1)!.id, choiceId: scenario.steps.at(-1)!.choices[0]!.id },
    ],
    ['going back to where she never was', 'startAgain', scenario.id, { stepId: scenario.steps.at(-1)!.id }],
  ])('%s', async (_story, action, exerciseId, fields) => {
    const { status, text } = await send(action, exerciseId, fields);
    expect([400, 422]).toContain(status);
    expect(text).toContain('There is a problem');
    expect(given(text)).toEqual([]);
    expect(portal().rows(`select * from exercise_work where trainee_id = 'tom'`)).toEqual([]);
  });

  test('after a whole try the page does tell it: the search above would have found it', async () => {
    const client = await portal().signIn('priya');
    const page = `/modules/${moduleOf(sort.id)}`;
    const sent = await client.post(`${page}?_action=exercises.sort`, sortFields(sort, 1));
    expect(sent.location).toBe(`${page}#exercise-${sort.id}-now`);
    expect(given(await pageOf(client, moduleOf(sort.id)))).toEqual(expect.arrayContaining(tellTales(sort)));
    expect(given(await pageOf(await portal().signIn('ruth'), moduleOf(sort.id)))).toEqual([]);
  });

  test('a step further, the next step is there and the others are not', async () => {
    const client = await portal().signIn('priya');
    const first = scenario.steps.find(({ id }) => id === scenario.start)!;
    const choice = first.choices[0]!;
    const fields = { exerciseId: scenario.id, stepId: first.id, choiceId: choice.id };
    await client.post(`/modules/${moduleOf(scenario.id)}?_action=exercises.choose`, fields);
    const text = await pageOf(client, moduleOf(scenario.id));
    const reached = scenario.steps.filter(({ id }) => id === choice.to).flatMap((step) => step.text);
    const allowed = [...reached, choice.after ?? ''].map((words) => tellTale(words, openTextOf(scenario)));
    const own = tellTales(scenario);
    expect(own.filter((tale) => text.includes(tale)).sort()).toEqual(
      own.filter((tale) => allowed.includes(tale)).sort(),
    );
  });
});
