import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOfTemplate } from './contentOfTemplate.ts';
import type { CopyOfContent } from './copyOfContent.ts';

const FILE = 'modules/asking.mdx';
const AT = `src/content/${FILE}`;
let content: CopyOfContent;
beforeEach(async () => {
  content = await contentOfTemplate();
});
afterEach(() => content.away());

describe('an author who makes a mistake in the front matter reads', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['a missing field', /^summary: >-\n(?: {2}.*\n)+/m, '', ':2, summary: This field is missing.'],
    ['a field nobody knows', 'version:', 'edition:', ':6: There is no field called "edition" here.'],
    [
      'a strand that is none',
      'strand: peer-learning',
      'strand: prison',
      ':4, strand: Write one of "assessments", "parole", "sexual-offending", "peer-learning".',
    ],
    [
      'a day without quotes',
      "asOf: '2026-11-21'",
      'asOf: 2026-11-21',
      ':17, asOf: Write text here. Numbers and dates go in quotes.',
    ],
    [
      'a day that does not exist',
      "asOf: '2026-11-21'",
      "asOf: '2026-11-31'",
      ':17, asOf: Write a day that exists as YYYY-MM-DD, in quotes',
    ],
    [
      'a review before the day it is right for',
      "reviewBy: '2027-02-21'",
      "reviewBy: '2026-02-21'",
      ':18, reviewBy: The review comes after the day for which the module is right.',
    ],
    ['no sources', /^sources:\n(?: {2}.*\n)+/m, 'sources: []\n', ':19, sources: Name at least one source.'],
    [
      'a source that is not https',
      'url: https://www.legislation',
      'url: http://www.legislation',
      ':26, sources.1.url: Write an address that begins with https://, or leave it out.',
    ],
    [
      'a source of tomorrow',
      "date: '2003'",
      "date: '2027-01-22'",
      ':25, sources.1.date: It is later than the 2026-11-21 of the module.',
    ],
    [
      'a criterion that does not exist',
      "'2.4'",
      "'5.16'",
      ':15, criteria.0: There is no criterion "5.16" in qualification demo-1.',
    ],
    [
      'a check that does not exist',
      'checkId: asking',
      'checkId: asked',
      ':29, checkId: There is no check "asked" in src/content/checks.',
    ],
    [
      'another name than its file',
      'id: asking\n',
      'id: asked\n',
      ':2, id: It says "asked", but the file is called "asking".',
    ],
    ['the place of another module', 'order: 98', 'order: 99', ':5, order: "'],
    [
      'fewer minutes than its sections take',
      'minutes: 30',
      'minutes: 15',
      ':7, minutes: The sections alone take 20 minutes.',
    ],
    [
      'more minutes than a week’s module takes',
      'minutes: 30',
      'minutes: 46',
      ':7, minutes: It takes 46 minutes; a module takes 20 to 45.',
    ],
    [
      'a hint that does not say what stays out',
      'Leave out names,',
      'Think of',
      ':32, reflection.hint: Say what stays out: “Leave out names, dates of birth and case numbers.”',
    ],
    [
      'a colon in a text without quotes',
      'title: The title',
      'title: Recall: the title',
      ':3, front matter: A colon with a space after it stands in the text. Put the text in quotes, or under >-.',
    ],
    [
      'a quote that is not closed',
      "version: '1'",
      "version: '1",
      ', front matter: A quote or a bracket is opened here and not closed.',
    ],
    ['a field that is there twice', 'order: 98', 'order: 98\norder: 97', ':6, front matter: This field stands'],
    ['a tab', '  - title: The title', '\t- title: The title', ':20, front matter: '],
    [
      'no front matter',
      /^---\n/,
      '',
      ':1: The file does not begin with front matter between two lines of three hyphens.',
    ],
    [
      'a warning and no content note',
      /^contentNote: >-\n(?: {2}.*\n)+/m,
      'contentNote: null\n',
      ':27, contentNote: The text warns of something, so the front matter needs a content note.',
    ],
  ])('%s', async (...[, from, to, sentence]) => {
    await content.change(FILE, from, to);
    const problems = await content.problems();
    const orders = problems.map((problem) => problem.replace('listening.mdx', 'asking.mdx'));
    const [line, words] = sentence.startsWith(':') ? ['', sentence] : [':\\d+', sentence];
    expect(orders).toContainEqual(expect.stringMatching(new RegExp(`^${AT}${line}${RegExp.escape(words)}`)));
  });
});
