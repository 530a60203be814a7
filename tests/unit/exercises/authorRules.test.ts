import { describe, expect, test } from 'vitest';
import { exerciseSchema, type Exercise, type Scenario } from '#src/domain/exercises/schema.ts';
import { COMPARE, ORDER, SCENARIO, SORT } from './samples.ts';

/** "field: sentence" for everything an author is told. */
function told(exercise: unknown): string[] {
  const { error } = exerciseSchema.safeParse(exercise);
  return (error?.issues ?? []).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

const [call, door, evening, kitchen] = SCENARIO.steps as [Step, Step, Step, Step];
type Step = Scenario['steps'][number];
const leadingTo = (step: Step, ...to: string[]): Step => ({
  ...step,
  choices: step.choices.map((choice, index) => ({ ...choice, to: to[index] ?? choice.to })),
});
const steps = (...list: Step[]): Partial<Exercise> => ({ steps: list });

test.each([SCENARIO, SORT, ORDER, COMPARE])('a good one is taken as it is: $kind', (exercise) => {
  expect(exerciseSchema.parse(exercise)).toEqual(exercise);
});

describe('a scenario', () => {
  test.each<[string, Partial<Exercise>, string]>([
    ['a start that is no step', { start: 'dial' }, 'start: There is no step "dial".'],
    [
      'two steps of one name',
      steps(call, door, evening, kitchen, door),
      'steps.4.id: Each step has a name of its own; "door" is there already.',
    ],
    [
      'an ending with the name of a step',
      { endings: [...SCENARIO.endings, { ...SCENARIO.endings[0]!, id: 'door' }] },
      'endings.3.id: A step is called "door" already.',
    ],
    [
      'two choices of one name in a step',
      steps({ ...call, choices: [call.choices[0]!, { ...call.choices[1]!, id: 'wait' }] }, door, evening, kitchen),
      'steps.0.choices.1.id: Each choice of a step has a name of its own; "wait" is there already.',
    ],
    [
      'a choice that leads nowhere',
      steps(leadingTo(call, 'evening', 'dor'), door, evening, kitchen),
      'steps.0.choices.1.to: There is no step and no ending "dor".',
    ],
    [
      'a step nobody can come to',
      steps(leadingTo(call, 'evening', 'kitchen'), door, evening, kitchen),
      'steps.1: Nobody can come to the step "door": no way from the start leads there.',
    ],
    [
      'an ending nobody can come to',
      steps(call, door, leadingTo(evening, 'kitchen', 'holds'), kitchen),
      'endings.2: Nobody can come to the ending "lost": no way from the start leads there.',
    ],
    [
      'a circle',
      steps(call, door, leadingTo(evening, 'kitchen', 'door'), kitchen),
      'steps.2.choices.1.to: From "door" a reader could come back to "evening". A way never goes in a circle.',
    ],
    [
      'a dead end',
      steps(call, door, leadingTo(evening, 'evening', 'evening'), kitchen),
      'steps.2: From the step "evening" no way leads to an ending.',
    ],
  ])('%s is told', (_story, change, sentence) => {
    expect(told({ ...SCENARIO, ...change })).toContain(sentence);
  });

  test('a slip in a name is told once, and not again as ways that are missing', () => {
    expect(told({ ...SCENARIO, ...steps(leadingTo(call, 'evening', 'dor'), door, evening, kitchen) })).toHaveLength(1);
  });
});

describe('sort, order and compare', () => {
  test.each<[string, Exercise, string]>([
    [
      'a thing in a box that is not there',
      { ...SORT, items: [...SORT.items.slice(1), { ...SORT.items[0]!, box: 'facts' }] },
      'items.3.box: There is no box "facts". There are fact, opinion.',
    ],
    [
      'a box in which nothing belongs',
      { ...SORT, boxes: [...SORT.boxes, { id: 'both', title: 'Both' }] },
      'boxes.2: Nothing belongs in “Both”. Take the box away or give it something.',
    ],
    [
      'two things of one name',
      { ...SORT, items: [...SORT.items, SORT.items[0]!] },
      'items.4.id: Each thing to sort has a name of its own; "missed" is there already.',
    ],
    [
      'two steps of one name',
      { ...ORDER, steps: [...ORDER.steps, ORDER.steps[0]!] },
      'steps.4.id: Each step has a name of its own; "ask" is there already.',
    ],
    [
      'two accounts of one name',
      { ...COMPARE, accounts: [COMPARE.accounts[0], COMPARE.accounts[0]] },
      'accounts.1.id: Each account has a name of its own; "officer" is there already.',
    ],
  ])('%s is told', (_story, exercise, sentence) => {
    expect(told(exercise)).toEqual([sentence]);
  });
});
