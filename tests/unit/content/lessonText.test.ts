import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#src/server/content/frontMatter.ts';
import { readTags } from '#src/server/content/lessonTags.ts';
import { findPersonalData } from '#src/domain/personalData/patterns.ts';
import { countLessonWords } from '#src/server/content/sectionRules.ts';

describe('the front matter of a module', () => {
  test('is split from the words, and lines keep their numbers', () => {
    const file = splitFrontMatter("---\ntitle: Recall\ncriteria: ['5.6']\n---\n\nWords");
    expect(file).toMatchObject({
      data: { title: 'Recall', criteria: ['5.6'] },
      body: '\nWords',
      bodyLine: 5,
      yamlErrors: [],
    });
  });

  test('reads a day without quotes as a date, as Astro does, so that both refuse it', () => {
    expect(splitFrontMatter('---\nasOf: 2026-11-21\n---\n')?.data).toEqual({ asOf: new Date('2026-11-21') });
  });

  test('says at which line it cannot be read', () => {
    expect(splitFrontMatter('---\ntitle: Recall\nsummary: one: two\n---\n')?.yamlErrors[0]?.line).toBe(3);
  });

  test.each([['nothing'], ['title: no hyphens\n'], ['---\ntitle: never closed\n']])('is missing from %j', (text) => {
    expect(splitFrontMatter(text)).toBeNull();
  });
});

describe('the components in a text', () => {
  test('are found with their attributes, whatever the quotes and over several lines', () => {
    const tags = readTags(
      '<Section id="a">\nThe <Term\n  id="approved-premises">AP</Term>.\n<Check id=\'b\' />\n<Fact source={2}>',
      10,
    );
    expect(tags.map(({ name, kind, line }) => [name, kind, line])).toEqual([
      ['Section', 'open', 10],
      ['Term', 'open', 11],
      ['Term', 'close', 12],
      ['Check', 'whole', 13],
      ['Fact', 'open', 14],
    ]);
    expect(tags.map(({ attributes }) => attributes)).toEqual([
      { id: 'a' },
      { id: 'approved-premises' },
      {},
      { id: 'b' },
      { source: '2' },
    ]);
  });

  test.each([
    ['plain words count one each', 'Four words stand here.', 4],
    ['a contraction and a day are one word each', 'It’s 28 days', 3],
    ['Markdown signs and link targets count nothing', '- **Look** at [source 4](#source-4)', 4],
    ['a term counts as it stands, whatever the glossary says', 'The <Term id="dossier">dossier</Term>', 2],
    ['the time of an event counts', '<Event when="Friday noon">Hello</Event>', 3],
    ['a title counts', '<CaseNote title="meet Dale">Hello</CaseNote>', 3],
    ['nothing counts nothing', '<Sources />', 0],
  ])('%s', (_story, text, words) => {
    expect(countLessonWords(text)).toBe(words);
  });
});

describe('what looks like a real person’s', () => {
  test.each([
    ['a postcode', 'He lives near ZZ9 9ZZ.'],
    ['a telephone number', 'Ring 0300 000 0000 today.'],
    ['a case reference number', 'The case is X000000.'],
    ['a prison number', 'Prison number A0000AA.'],
    ['a police national computer number', 'Record 2000/0000000A.'],
    ['a date of birth', 'Born on 01/02/1990.'],
    ['a date of birth', 'She was born on 3 March 1988.'],
    ['an NHS number', 'NHS number 400 000 0004.'],
    ['an e-mail address', 'Write to somebody@mail.invalid.'],
  ])('%s is found', (name, text) => {
    expect(findPersonalData(text).map((hit) => hit.name)).toEqual([name]);
  });

  test.each([
    ['From 31 December 2025 the Secretary of State can direct it.'],
    ['Tiers A3 and B2, criteria 5.6 and 2.3, 37 hours, 14/28 days, section 244ZB.'],
    ['https://www.legislation.gov.uk/uksi/2025/1325/note/made'],
    ['She was born in Saltby. Since 1 March 2026 it costs 100 200 points.'],
    ['asOf: 2026-11-21, PBRA 177 of 2022, amara@pqip.example'],
  ])('nothing is found in %j', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});
