import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CopyOfContent } from './copyOfContent.ts';
import { copyOfContent } from './copyOfContent.ts';

let content: CopyOfContent;
beforeEach(async () => {
  content = await copyOfContent();
});
afterEach(() => content.away());

describe('content whose parts do not fit together', () => {
  test.each<[string, string, string, string, string]>([
    [
      'a route names a module that is not there',
      'programme/standard-15.json',
      'parole-recall',
      'parole-recal',
      'modules.1.moduleId: There is no module "parole-recal" in src/content/modules.',
    ],
    [
      'a check has another name than its file',
      'checks/parole-recall.json',
      '"id": "parole-recall"',
      '"id": "recall"',
      'id: It says "recall", but the file is called "parole-recall".',
    ],
    [
      'a question has two right answers',
      'checks/parole-recall.json',
      '"correct": false',
      '"correct": true',
      'questions.0.options: Exactly one option is right in this kind of question.',
    ],
    [
      'an option has no explanation',
      'checks/parole-recall.json',
      /"explanation": "[^"]*"/.source,
      '"why": ""',
      'questions.0.options.0.explanation: This field is missing.',
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
    ['a file is no JSON', 'checks/parole-recall.json', '{', '', 'This is not valid JSON: '],
  ])('%s', async (...[, file, from, to, sentence]) => {
    await content.change(file, new RegExp(from.startsWith('"explanation') ? from : RegExp.escape(from)), to);
    expect(await content.problems()).toContainEqual(
      expect.stringContaining(`src/content/${file}, ${sentence}`.replace(', This is', ': This is')),
    );
  });

  test('a module that no route names would never be due', async () => {
    for (const route of ['standard-15', 'standard-21', 'part-time-30']) {
      await content.change(`programme/${route}.json`, /,\s*\{[^{}]*"parole-recall"[^{}]*\}/, '');
    }
    expect(await content.problems()).toContainEqual(
      'src/content/modules/parole-recall.mdx, id: No route in src/content/programme names this module, so it would never be due.',
    );
  });

  test('a missing module, check or qualification is named by those that need it', async () => {
    await content.remove('modules/parole-recall.mdx');
    await content.remove('checks/parole-release-test.json');
    await content.remove('qualification/demo-1.json');
    const problems = await content.problems();
    expect(problems).toContainEqual(
      expect.stringContaining('standard-21.json, modules.1.moduleId: There is no module "parole-recall"'),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('parole-release-test.mdx, checkId: There is no check "parole-release-test"'),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('checks/parole-recall.json, id: No module uses this check.'),
    );
    expect(problems).toContainEqual(
      'src/content/qualification: There are 0 readable qualifications here. There must be exactly one.',
    );
  });

  test('every problem is told at once, not only the first', async () => {
    await content.change('modules/parole-recall.mdx', "'5.6'", "'9.9'");
    await content.change('modules/parole-release-test.mdx', 'source={1}', 'source={12}');
    await content.change('checks/parole-recall.json', '"passPercent": 80', '"passPercent": 180');
    const problems = await content.problems();
    expect(problems.map((problem) => problem.replace(/[:,].*/, ''))).toEqual([
      'src/content/modules/parole-release-test.mdx',
      'src/content/checks/parole-recall.json',
      'src/content/modules/parole-recall.mdx',
    ]);
  });
});
