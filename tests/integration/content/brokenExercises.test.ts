import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anExercise, moduleOf } from '../../support/exercises.ts';
import type { CopyOfContent } from './copyOfContent.ts';
import { copyOfContent } from './copyOfContent.ts';

let content: CopyOfContent;
beforeEach(async () => {
  content = await copyOfContent();
});
afterEach(() => content.away());

const scenario = anExercise('scenario');
const sort = anExercise('sort');
const textOf = (exerciseId: string) => `modules/${moduleOf(exerciseId)}.mdx`;

describe('an author whose module and exercises do not fit together reads', () => {
  test('nothing, where they do', async () => {
    expect(await content.problems()).toEqual([]);
  });

  test.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'an exercise that is not there',
      textOf(scenario.id),
      `<Scenario id="${scenario.id}"`,
      '<Scenario id="nowhere"',
      /\.mdx:\d+, <Scenario>: There is no exercise "nowhere" in src\/content\/exercises\.$/,
    ],
    [
      'an exercise of another kind',
      textOf(scenario.id),
      `<Scenario id="${scenario.id}"`,
      `<Order id="${scenario.id}"`,
      /\.mdx:\d+, <Order>: ".+" is of the kind "scenario"; <Order> shows "order"\.$/,
    ],
    [
      'an exercise in two places',
      textOf(sort.id),
      `<Sort id="${sort.id}" />`,
      `<Sort id="${sort.id}" />\n\n<Sort id="${sort.id}" />`,
      /\.mdx:\d+, <Sort>: ".+" is used in src\/content\/modules\/.+\.mdx:\d+ already\. Each exercise belongs to one place\.$/,
    ],
    [
      'a module in which nobody decides or sorts anything',
      textOf(scenario.id),
      /<(?:Scenario|Sort) id="[^"]+" \/>/g,
      '',
      /\.mdx(?::\d+)?, <Scenario>: The text has no <Scenario> and no <Sort>\. Every module has at least one of them\.$/,
    ],
    [
      'an exercise that no module shows',
      textOf(scenario.id),
      `<Scenario id="${scenario.id}" />`,
      '',
      /src\/content\/exercises\/.+\.json:\d+, id: No module uses this exercise\.$/,
    ],
    [
      'a scenario with a choice that leads nowhere, with its line',
      `exercises/${scenario.id}.json`,
      /"to": "[^"]+"/,
      '"to": "nowhere"',
      /\.json:\d+, steps\.0\.choices\.0\.to: There is no step and no ending "nowhere"\.$/,
    ],
    [
      'something to sort into a box that is not there, with its line',
      `exercises/${sort.id}.json`,
      /"box": "[^"]+"/,
      '"box": "nowhere"',
      /\.json:\d+, items\.0\.box: There is no box "nowhere"\. There are .+\.$/,
    ],
  ])('%s', async (...[, file, from, to, sentence]) => {
    await content.change(file, from, to);
    expect(await content.problems()).toContainEqual(expect.stringMatching(sentence));
  });

  test('of a broken exercise only what is broken in it, and not that its module has none', async () => {
    await content.change(`exercises/${scenario.id}.json`, `"start": "${scenario.start}"`, '"start": "nowhere"');
    expect(await content.problems()).toEqual([expect.stringMatching(/, start: There is no step "nowhere"\.$/)]);
  });
});
