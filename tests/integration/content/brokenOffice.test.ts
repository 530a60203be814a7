import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOfTemplate } from './contentOfTemplate.ts';
import type { CopyOfContent } from './copyOfContent.ts';

let content: CopyOfContent;
beforeEach(async () => {
  content = await contentOfTemplate();
});
afterEach(() => content.away());

const RULES = 'office/case-rules.json';

test.each<[string, string, string, string, RegExp]>([
  [
    'a rule names a stage that is not there',
    RULES,
    '"stage": "induction"',
    '"stage": "inducktion"',
    /case-rules\.json:\d+, value\.rules\.0\.stage: There is no stage "inducktion" here\./,
  ],
  [
    'a rule names an attribute that is not there',
    RULES,
    '"attribute": "terrorism"',
    '"attribute": "terror"',
    /:\d+, value\.rules\.\d+\.attribute: There is no attribute "terror" here\./,
  ],
  [
    'a rule names a module that is not there',
    RULES,
    '"afterModules": ["asking"]',
    '"afterModules": ["asked"]',
    /:\d+, value\.rules\.\d+\.afterModules\.0: There is no module "asked" in src\/content\/modules\./,
  ],
  [
    'two rules stand for one pair',
    RULES,
    '"attribute": "sexual-offence",\n        "stage": "later"',
    '"attribute": "sexual-offence",\n        "stage": "months-7-to-12"',
    /:\d+, value\.rules\.6\.attribute: There is a rule for this attribute and stage already\./,
  ],
  [
    'the last stage ends',
    RULES,
    '"untilWeek": null',
    '"untilWeek": 90',
    /:\d+, value\.stages\.3\.untilWeek: The last stage has no last week: write null\./,
  ],
  [
    'a stage in the middle does not',
    RULES,
    '"untilWeek": 26',
    '"untilWeek": null',
    /:\d+, value\.stages\.1\.untilWeek: Only the last stage goes on to the end\./,
  ],
  [
    'a stage ends before the one in front of it',
    RULES,
    '"untilWeek": 52',
    '"untilWeek": 20',
    /:\d+, value\.stages\.2\.untilWeek: It ends after the stage before it, so after week 26\./,
  ],
  [
    'an attribute is called "any"',
    RULES,
    '"id": "mappa-2-or-3"',
    '"id": "any"',
    /:\d+, value\.attributes\.2\.id: "any" stands for every case\./,
  ],
  [
    'two factors have one id',
    'office/complexity.json',
    '"id": "language"',
    '"id": "chaotic"',
    /complexity\.json:\d+, value\.factors\.1\.id: Two factors have this id\./,
  ],
  [
    'study time names a route that is not there',
    'office/study-time.json',
    '"byRoute": []',
    '"byRoute": [{ "routeId": "evening", "hoursPerWeek": 5 }]',
    /study-time\.json:\d+, value\.byRoute\.0\.routeId: There is no route "evening"/,
  ],
  [
    'the second line is lower than the limit',
    'workload/2026-02.json',
    '"secondLinePercent": 110',
    '"secondLinePercent": 90',
    /2026-02\.json:\d+, secondLinePercent: The second line is not lower than the limit\./,
  ],
  [
    'a reason usually takes off more than it may at most',
    'workload/2026-02.json',
    '"maximumPercent": 5,',
    '"maximumPercent": 4,',
    /2026-02\.json:\d+, reductions\.2\.percent: It is not more than the most for this reason\./,
  ],
  [
    'a setting holds something that looks like a real person’s',
    'office/supervision.json',
    'Check your local policy.',
    'Ring 020 7946 0123.',
    /supervision\.json:\d+.*telephone number/,
  ],
])('a default of the office is refused with its line where %s', async (...[_story, file, from, to, problem]) => {
  await content.change(file, from, to);
  const problems = await content.problems();
  expect(problems.some((words) => problem.test(words))).toBe(true);
});

test('a setting without a default is missed', async () => {
  await content.remove('office/supervision.json');
  expect(await content.problems()).toEqual(['src/content/office: There is no default of the kind "supervision" here.']);
});

test('two defaults of one kind do not begin on one day', async () => {
  const source = await readFile(join(content.root, 'src/content/office/supervision.json'), 'utf8');
  await content.write('office/supervision-2.json', source);
  expect(await content.problems()).toEqual([
    expect.stringMatching(
      /supervision-2\.json:\d+, effectiveFrom: src\/content\/office\/supervision\.json begins on the same day/,
    ),
  ]);
});
