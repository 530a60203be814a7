import { beforeAll, describe, expect, test } from 'vitest';
import { partField } from '#src/domain/exercises/fields.ts';
import { exercisesOf, moduleOf } from '../support/exercises.ts';
import type { Answer, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const PEOPLE = ['nia', 'tom', 'priya'];
const ORDERS = exercisesOf('order');
const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of PEOPLE) clients.set(person, await portal().signIn(person));
});

/** Step ids in the order in which an answer first says something of them, from somewhere on. */
function stepsTold(text: string, { id, steps }: (typeof ORDERS)[number]): string[] {
  const at = (stepId: string) => text.indexOf(`${partField(id, stepId)}"`);
  const told = steps.map((step) => step.id).filter((stepId) => at(stepId) >= 0);
  return told.sort((one, other) => at(one) - at(other));
}

const summaryOf = ({ text }: Answer) =>
  text.slice(text.indexOf('There is a problem'), text.indexOf('</ul>', text.indexOf('There is a problem')));

describe.each(PEOPLE)('what is wrong with an order is not told in the right order: %s', (person) => {
  test.each(ORDERS.map((order) => [order.id, order] as const))('%s', async (exerciseId, order) => {
    const right = order.steps.map(({ id }) => id);
    const client = clients.get(person)!;
    const everyStepFirst = Object.fromEntries(right.map((id) => [partField(exerciseId, id), '1']));
    for (const fields of [{}, everyStepFirst]) {
      const sent = { exerciseId, ...fields };
      const page = await client.post(`/modules/${moduleOf(exerciseId)}?_action=exercises.order`, sent);
      const form = new FormData();
      for (const [name, value] of Object.entries(sent)) form.set(name, value);
      const answer = await client.call('exercises.order', form);
      for (const told of [stepsTold(summaryOf(page), order), stepsTold(answer.text, order)]) {
        expect(told.toSorted()).toEqual(right.toSorted());
        expect(told).not.toEqual(right);
      }
    }
  });
});
