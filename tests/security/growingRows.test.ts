import { beforeAll, describe, expect, test } from 'vitest';
import { exercisesOf, moduleOf } from '../support/exercises.ts';
import { addMark, inserter } from '../support/demoRecords.ts';
import type { Scenario } from '#src/domain/exercises/schema.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const FULL = 2000;
const portal = servedPortal({
  prepare: (database) => {
    database.exec(`delete from marks where trainee_id = 'tom'`);
    const insert = inserter(database);
    for (let count = 0; count < FULL; count += 1) addMark(insert, { id: `old-${String(count)}`, traineeId: 'tom' });
    database.exec(`update marks set module_id = 'gone-' || (rowid % 5) where trainee_id = 'tom'`);
  },
});

/** The scenario with the most ways through it, and how many there are. */
function waysThrough({ steps, start }: Scenario): number {
  const from = (id: string): number =>
    steps.find((step) => step.id === id)?.choices.reduce((sum, { to }) => sum + from(to), 0) ?? 1;
  return from(start);
}
const scenario = exercisesOf('scenario').toSorted((one, other) => waysThrough(other) - waysThrough(one))[0]!;

/** Whole numbers that look like chance and are the same at every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % below;
}

let tom: PortalClient;
beforeAll(async () => {
  tom = await portal().signIn('tom');
  await tom.get(`/modules/${moduleOf(scenario.id)}?begin`);
});

describe('no row grows without end', () => {
  test('going round and round in a scenario, back and on by chance, keeps no more ways than it has', async () => {
    const next = chance(7);
    const page = `/modules/${moduleOf(scenario.id)}?_action=exercises`;
    const exerciseId = scenario.id;
    let at = scenario.start;
    for (let turn = 0; turn < 400; turn += 1) {
      const step = scenario.steps.find(({ id }) => id === at);
      const choice = step && next(5) > 0 ? step.choices[next(step.choices.length)]! : null;
      const back = scenario.steps[next(scenario.steps.length)]!.id;
      const { status } = choice
        ? await tom.post(`${page}.choose`, { exerciseId, stepId: at, choiceId: choice.id })
        : await tom.post(`${page}.startAgain`, { exerciseId, stepId: back });
      expect([303, 400, 422]).toContain(status);
      if (status === 303) at = choice ? choice.to : back;
    }
    const [{ ways, size } = { ways: null, size: null }] = portal().rows(
      `select json_array_length(work, '$.paths') as ways, length(work) as size from exercise_work where trainee_id = 'tom' and exercise_id = ?`,
      exerciseId,
    );
    expect(Number(ways)).toBeGreaterThan(3);
    expect(Number(ways)).toBeLessThanOrEqual(waysThrough(scenario));
    expect(Number(size)).toBeLessThan(64 * 1024);
  });

  test('fields that belong to nothing are not kept with the work, however many', async () => {
    const sort = exercisesOf('sort')[0]!;
    const placed = sort.items.map(({ id, box }) => [`${sort.id}__${id}`, box] as const);
    const planted = Array.from(
      { length: 500 },
      (_none, index) => [`${sort.id}__planted-${String(index)}`, 'x'] as const,
    );
    const fields = { ...Object.fromEntries([...placed, ...planted]), exerciseId: sort.id };
    const { status } = await tom.post(`/modules/${moduleOf(sort.id)}?_action=exercises.sort`, fields);
    expect(status).toBe(303);
    const [row] = portal().rows(`select work from exercise_work where trainee_id = 'tom' and exercise_id = ?`, sort.id);
    expect(String(row?.['work'])).not.toContain('planted');
  });

  test('marks in many modules come to an end too, the words that were typed stay, and one less makes room', async () => {
    const [{ section_id: sectionId } = {}] = portal().rows(
      `select section_id from section_ticks where module_id = 'parole-recall' limit 1`,
    );
    const place = { moduleId: 'parole-recall', sectionId: String(sectionId), quote: '', near: '' };
    const add = () => tom.post('/modules/parole-recall?_action=marks.add', { ...place, note: 'One too many' });
    const own = () => portal().rows(`select id from marks where trainee_id = 'tom'`).length;
    const { status, text } = await add();
    expect(status).toBe(400);
    expect(text).toContain('You have 2,000 marks altogether');
    expect(text).toContain('One too many');
    expect(own()).toBe(FULL);
    await tom.post('/notes?_action=marks.remove', { markId: 'old-0' });
    expect((await add()).status).toBe(303);
    expect(own()).toBe(FULL);
  });
});
