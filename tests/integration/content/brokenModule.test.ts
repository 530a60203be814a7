import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CopyOfContent } from './copyOfContent.ts';
import { copyOfContent } from './copyOfContent.ts';

const FILE = 'modules/parole-recall.mdx';
const PATH = `src/content/${FILE}`;
let content: CopyOfContent;
beforeEach(async () => {
  content = await copyOfContent();
});
afterEach(() => content.away());

describe('an author who makes a mistake in the front matter reads', () => {
  test('nothing, where there is none', async () => {
    expect(await content.problems()).toEqual([]);
  });

  test.each<[string, string | RegExp, string, string]>([
    ['a missing field', /^summary: >-\n(?: {2}.*\n)+/m, '', 'summary: This field is missing.'],
    ['a field nobody knows', 'version:', 'edition:', 'There is no field called "edition" here.'],
    [
      'a strand that is none',
      'strand: parole',
      'strand: prison',
      'strand: Write one of "assessments", "parole", "sexual-offending", "peer-learning".',
    ],
    [
      'a day without quotes',
      "asOf: '2026-11-21'",
      'asOf: 2026-11-21',
      'asOf: Write text here. Numbers and dates go in quotes.',
    ],
    [
      'a day that does not exist',
      "asOf: '2026-11-21'",
      "asOf: '2026-11-31'",
      'asOf: Write a day that exists as YYYY-MM-DD, in quotes',
    ],
    [
      'a review before the day it is right for',
      "reviewBy: '2027-02-21'",
      "reviewBy: '2026-02-21'",
      'reviewBy: The review comes after the day for which the module is right.',
    ],
    ['no sources', /^sources:\n(?: {2}.*\n)+/m, 'sources: []\n', 'sources: Name at least one source.'],
    [
      'a source that is not https',
      'url: https://www.clinks',
      'url: http://www.clinks',
      'sources.1.url: Write an address that begins with https://, or leave it out.',
    ],
    [
      'a source of tomorrow',
      "date: '2026-01-22'",
      "date: '2027-01-22'",
      'sources.2.date: It is later than the 2026-11-21 of the module.',
    ],
    [
      'a criterion that does not exist',
      "'5.6'",
      "'5.16'",
      'criteria.2: There is no criterion "5.16" in qualification demo-1.',
    ],
    [
      'a check that does not exist',
      'checkId: parole-recall',
      'checkId: parole-recal',
      'checkId: There is no check "parole-recal" in src/content/checks.',
    ],
    [
      'another name than its file',
      'id: parole-recall',
      'id: parole-recalls',
      'id: It says "parole-recalls", but the file is called "parole-recall".',
    ],
    ['the place of another module', 'order: 6', 'order: 2', 'order: "parole-'],
    [
      'fewer minutes than its sections take',
      'minutes: 40',
      'minutes: 4',
      'minutes: The sections alone take 27 minutes.',
    ],
    ['front matter that is no YAML', 'title: "Recall: ', 'title: Recall: ', 'front matter: '],
    ['no front matter', /^---\n/, '', 'The file does not begin with front matter between two lines of three hyphens.'],
    [
      'a warning and no content note',
      /^contentNote: >-\n(?: {2}.*\n)+/m,
      'contentNote: null\n',
      'contentNote: The text warns of something, so the front matter needs a content note.',
    ],
  ])('%s', async (...[, from, to, sentence]) => {
    await content.change(FILE, from, to);
    const problems = await content.problems();
    expect(
      problems.filter((problem) => problem.includes(PATH) || problem.includes('parole-release-test')),
    ).toContainEqual(expect.stringContaining(sentence));
  });
});

describe('an author who makes a mistake in the words reads', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    [
      'a component that does not exist',
      '<Fact asOf',
      '<Facts asOf',
      /:\d+, <Facts>: There is no lesson component of this name\. There are CaseNote, Check, /,
    ],
    ['bare HTML', 'Recall ends a licence', '<b>Recall</b> ends a licence', /<b>: There is no lesson component/],
    ['a component that is not closed', '</CaseNote>', '', /:\d+, <\/Section>: This closing tag does not match/],
    [
      'an attribute left out',
      '<Term means="the request for recall, with reasons">',
      '<Term>',
      /:\d+, <Term>: It needs means="…"\./,
    ],
    ['an attribute nobody knows', '<Check id=', '<Check answers="all" id=', /<Check>: It knows no answers="…"\./],
    [
      'a source that is not there',
      'source={7}',
      'source={8}',
      /<Fact>: There is no source 8; the front matter has 7\./,
    ],
    [
      'a fact from after the module',
      '<Fact asOf="2026-11-21"',
      '<Fact asOf="2026-11-22"',
      /<Fact>: It was checked on 2026-11-22, after the 2026-11-21 of the module\./,
    ],
    [
      'a way round to nowhere',
      'skipTo="after-return"',
      'skipTo="afterwards"',
      /<Warning>: skipTo="afterwards" is not a section/,
    ],
    [
      'another check than its own',
      '<Check id="parole-recall"',
      '<Check id="parole-release-test"',
      /<Check>: Its id is "parole-release-test", but checkId/,
    ],
    ['no sources shown', '<Sources />', '', /<Sources>: The text has none\. It needs exactly one\./],
    ['nothing to do on real cases', /<Task[\s\S]*<\/Task>/, '', /<Task>: The text has none\. Every module ends/],
    [
      'a section under another name',
      '<Section id="two-people">',
      '<Section id="three-people">',
      /sections: The front matter names before-recall, which-kind, two-people, .* in the same order\./,
    ],
    [
      'a heading that the page brings itself',
      '### Their rights',
      '## Their rights',
      /:\d+, heading: The page and the sections bring their own headings\./,
    ],
    [
      'code',
      'Recall ends',
      '{process.env.HOME} Recall ends',
      /:\d+, curly bracket: Curly brackets would be run as code\./,
    ],
    ['an import', '<Check id', 'import x from "node:fs"\n\n<Check id', /:\d+, import: A module is words only\./],
    [
      'words outside every section',
      '<Check id',
      'One more thing.\n\n<Check id',
      /:\d+, text: These words stand outside every section\./,
    ],
    [
      'a link to no page',
      '[source 2](#source-2)',
      '[the list](/modules/parol-recall)',
      /:\d+, link \/modules\/parol-recall: There is no such page in the portal\./,
    ],
    [
      'a link to no place',
      '#source-2',
      '#source-22',
      /link #source-22: There is nothing called "source-22" in this module\./,
    ],
    ['a link without https', '#source-2', 'http://example.org', /link http:\/\/example\.org: Begin with https:/],
    [
      'two places of one name',
      '### Their rights',
      '### First day',
      /"first-day": Two headings or sections come to this same name\./,
    ],
    [
      'what looks like a real person’s',
      'He has a room',
      'He has a room in ZZ9 9ZZ',
      /:\d+, "ZZ9 9ZZ": This looks like a postcode\. People and cases here are made up/,
    ],
  ])('%s', async (...[, from, to, sentence]) => {
    await content.change(FILE, from, to);
    expect(await content.problems()).toContainEqual(expect.stringMatching(sentence));
  });

  test('a section that is too long, with its words counted', async () => {
    await content.change(FILE, 'Recall ends a licence', `${'long '.repeat(300)} Recall ends a licence`);
    expect(await content.problems()).toEqual([
      expect.stringMatching(/section "before-recall": It has \d{3} words; a section has at most 400\./),
    ]);
  });
});
