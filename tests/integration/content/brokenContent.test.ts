import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOfTemplate } from './contentOfTemplate.ts';
import type { CopyOfContent } from './copyOfContent.ts';

let content: CopyOfContent;
beforeEach(async () => {
  content = await contentOfTemplate();
});
afterEach(() => content.away());

const ROUTES = ['standard-15', 'standard-21', 'part-time-30'];

test('nothing is wrong before something is broken', async () => {
  expect(await content.problems()).toEqual([]);
});

describe('content whose parts do not fit together', () => {
  test.each<[string, string, string, string, string]>([
    [
      'a route names a module that is not there',
      'programme/standard-15.json',
      '"moduleId": "asking"',
      '"moduleId": "asking-him"',
      'modules.1.moduleId: There is no module "asking-him" in src/content/modules.',
    ],
    [
      'a check has another name than its file',
      'checks/asking.json',
      '"id": "asking"',
      '"id": "asked"',
      'id: It says "asked", but the file is called "asking".',
    ],
    [
      'a question has two right answers',
      'checks/asking.json',
      '"correct": false',
      '"correct": true',
      'questions.0.options: Exactly one option is right in this kind of question.',
    ],
    [
      'a criterion stands in another unit',
      'qualification/demo-1.json',
      '"id": "3.2"',
      '"id": "4.2"',
      'units.2.criteria.1.id: Begin it with "3.", the number of its unit.',
    ],
    [
      'a criterion asks for an unknown kind of evidence',
      'qualification/demo-1.json',
      '"professional_discussion"',
      '"chat"',
      'units.0.criteria.0.kinds.1: Write one of "reflective_account"',
    ],
    [
      'a number stands in quotes',
      'workload/2026-02.json',
      '"targetPoints": 2176',
      '"targetPoints": "2176"',
      'targetPoints: Write a number here, without quotes.',
    ],
  ])('%s', async (...[, file, from, to, sentence]) => {
    await content.change(file, from, to);
    expect(await content.problems()).toContainEqual(
      expect.stringMatching(new RegExp(`^src/content/${file}:\\d+, ${RegExp.escape(sentence)}`)),
    );
  });

  test('a file that is no JSON is told with the line where it stops being some', async () => {
    await content.change('checks/asking.json', '"version": "1",', '"version": "1"');
    const line = await content.lineOf('checks/asking.json', '"passPercent"');
    expect(await content.problems()).toContainEqual(
      expect.stringContaining(`src/content/checks/asking.json:${line}: This is not valid JSON: Expected `),
    );
  });

  test('a module that no route names would never be due', async () => {
    for (const route of ROUTES) await content.change(`programme/${route}.json`, /,\s*\{[^{}]*"asking"[^{}]*\}/, '');
    expect(await content.problems()).toContainEqual(
      'src/content/modules/asking.mdx:2, id: No route in src/content/programme names this module, so it would never be due.',
    );
  });

  test('a missing module, check or qualification is named by those that need it', async () => {
    await content.remove('modules/asking.mdx');
    await content.remove('checks/listening.json');
    await content.remove('qualification/demo-1.json');
    const problems = await content.problems();
    for (const sentence of [
      'modules.1.moduleId: There is no module "asking"',
      'checkId: There is no check "listening"',
      'checks/asking.json:2, id: No module uses this check.',
      'src/content/qualification: There are 0 readable qualifications here. There must be exactly one.',
    ])
      expect(problems).toContainEqual(expect.stringContaining(sentence));
  });

  test('every problem is told at once, not only the first', async () => {
    await content.change('modules/asking.mdx', "'2.4'", "'9.9'");
    await content.change('modules/listening.mdx', 'source={1}', 'source={12}');
    await content.change('checks/asking.json', '"passPercent": 80', '"passPercent": 180');
    const problems = await content.problems();
    expect(problems.map((problem) => problem.replace(/:.*/, ''))).toEqual([
      'src/content/modules/listening.mdx',
      'src/content/checks/asking.json',
      'src/content/modules/asking.mdx',
    ]);
  });
});

describe('a check that helps nobody to learn', () => {
  const FILE = 'checks/listening.json';
  const right = 'Yes. A check is worth answering when the same choice waits in the office.';
  test.each<[string, string, string, string, string]>([
    ['an option without an explanation', `"explanation": "${right}"`, '"why": ""', 'options.1', 'is missing'],
    ['an explanation that says nothing', right, 'Yes, it is.', 'options.1', 'It explains nothing yet'],
    [
      'an explanation that repeats the option',
      right,
      'What somebody has to decide at work.',
      'options.1',
      'It only repeats the option',
    ],
    [
      'an explanation that another option has',
      right,
      'No. That tests memory. Nobody has to remember a word on the day.',
      'options.1',
      'Another option has the same explanation',
    ],
  ])('%s', async (...[, from, to, option, sentence]) => {
    const line = await content.lineOf(FILE, right);
    await content.change(FILE, from, to);
    const problem = (await content.problems()).find((one) => one.includes(sentence));
    expect(problem).toMatch(new RegExp(`^src/content/${FILE}:\\d+, questions\\.0\\.${option}\\.explanation: `));
    expect(Math.abs(Number(/:(\d+),/.exec(problem ?? '')?.[1]) - line)).toBeLessThan(5);
  });

  test.each([
    ['bold words', 'checks/listening.json', 'It makes the reader smile', 'It makes the **reader** smile'],
    ['a tag', 'exercises/listening-sort.json', 'Four empty bottles', '<b>Four</b> empty bottles'],
    ['a link', 'cases/dale-arkwright.json', 'his sister', '[his sister](/cases)'],
  ])('%s, which only modules can have', async (_story, file, from, to) => {
    const line = await content.lineOf(file, from);
    await content.change(file, from, to);
    expect(await content.problems()).toEqual([
      expect.stringMatching(
        new RegExp(`^src/content/${file}:${line}, .*: Bold, links and tags work in modules only\\.`),
      ),
    ]);
  });

  test('fewer than five questions, and a question with two options', async () => {
    const question = (id: string) => ({
      ...{ id, text: 'Is it?', kind: 'one' },
      options: ['yes', 'no'].map((option) => ({
        ...{ id: option, text: option, correct: option === 'yes' },
        explanation: `Because of something that ${id} and ${option} have in common.`,
      })),
    });
    const check = { id: 'listening', version: '1', passPercent: 80, questions: [question('one')] };
    await content.write(FILE, JSON.stringify(check, null, 2));
    expect(await content.problems()).toEqual([
      `src/content/${FILE}:5, questions: It has 1 questions; there are 5 to 8.`,
      `src/content/${FILE}:10, questions.0.options: It has 2 options; there are 3 to 5.`,
    ]);
  });
});

describe('modules that lean on each other', () => {
  test('name only modules that exist', async () => {
    await content.change('modules/asking.mdx', 'buildsOn: [listening]', 'buildsOn: [listening, hearing]');
    expect(await content.problems()).toEqual([
      'src/content/modules/asking.mdx:16, buildsOn.1: There is no module "hearing" in src/content/modules.',
    ]);
  });

  test('go in no circle', async () => {
    await content.change('modules/listening.mdx', 'buildsOn: []', 'buildsOn: [asking]');
    expect(await content.problems()).toContainEqual(
      'src/content/modules/listening.mdx:16, buildsOn: These modules build on each other in a circle: listening, asking, listening.',
    );
  });

  test('are due in that order on every route', async () => {
    await content.change('programme/part-time-30.json', '"week": 10', '"week": 30');
    expect(await content.problems()).toEqual([
      'src/content/modules/asking.mdx:16, buildsOn.0: On route part-time-30 "listening" is due after this module. Change one of the weeks.',
    ]);
  });
});

describe('what changed in a module', () => {
  const changes = (...list: [string, string][]) =>
    [
      'buildsOn: []',
      'changes:',
      ...list.map(([version, date]) => `  - version: '${version}'\n    date: '${date}'\n    summary: More.`),
    ].join('\n');

  test('is told version by version', async () => {
    await content.change('modules/listening.mdx', "version: '1'", "version: '3'");
    await content.change('modules/listening.mdx', 'buildsOn: []', changes(['2', '2026-05-01'], ['3', '2026-06-01']));
    expect(await content.problems()).toEqual([]);
  });

  test('leaves no version out and goes forward in time', async () => {
    await content.change('modules/listening.mdx', "version: '1'", "version: '4'");
    await content.change('modules/listening.mdx', 'buildsOn: []', changes(['2', '2026-06-01'], ['4', '2026-05-01']));
    expect(await content.problems()).toEqual([
      "src/content/modules/listening.mdx:21, changes.1.version: Write version '3' here: oldest first, none left out.",
      'src/content/modules/listening.mdx:22, changes.1.date: It lies before the change above it. Write the oldest first.',
    ]);
  });
});
