import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

describe('an author who makes a mistake in the words reads', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    [
      'a component that does not exist',
      '<Fact asOf',
      '<Facts asOf',
      /<Facts>: There is no lesson component of this name\. There are CaseFile, CaseNote, Check, /,
    ],
    ['bare HTML', 'This text stands', '<b>This</b> text stands', /<b>: There is no lesson component/],
    ['a component that is not closed', '</CaseNote>', '', /<\/Section>: This closing tag does not match/],
    ['an attribute left out', '<Term id="mappa">', '<Term>', /<Term>: It needs id="…"\./],
    ['an attribute nobody knows', '<Check id=', '<Check answers="all" id=', /<Check>: It knows no answers="…"\./],
    [
      'a source that is not there',
      'source={1}',
      'source={3}',
      /<Fact>: There is no source 3; the front matter has 2\./,
    ],
    [
      'a fact from after the module',
      '<Fact asOf="2026-11-21"',
      '<Fact asOf="2026-11-22"',
      /<Fact>: It was checked on 2026-11-22, after the 2026-11-21 of the module\./,
    ],
    ['a way round to nowhere', 'skipTo="on-monday"', 'skipTo="later"', /<Warning>: skipTo="later" is not a section/],
    [
      'another check than its own',
      '<Check id="asking"',
      '<Check id="listening"',
      /<Check>: Its id is "listening", but checkId/,
    ],
    ['no sources shown', '<Sources />', '', /<Sources>: The text has none\. It needs exactly one\./],
    ['nothing to do on real cases', /<Task[\s\S]*<\/Task>/, '', /<Task>: The text has none\. Every module ends/],
    [
      'no questions about the reader’s own cases',
      /<OnMyCases>[\s\S]*<\/OnMyCases>/,
      '',
      /<OnMyCases>: The text has none\. The last section asks once/,
    ],
    [
      'two lists of such questions',
      '</OnMyCases>',
      '</OnMyCases>\n\n<OnMyCases>\n\n- And who else?\n\n</OnMyCases>',
      /<OnMyCases>: The text has more than one\. It needs exactly one, in the last section\./,
    ],
    [
      'a task before the questions',
      /(<OnMyCases>[\s\S]*<\/OnMyCases>)([\s\S]*<\/Task>)/,
      '$2\n\n$1',
      /<OnMyCases>: It comes before the task/,
    ],
    [
      'a section under another name',
      '<Section id="harder">',
      '<Section id="hardest">',
      /sections: The front matter names a-moment, the-idea, in-the-room, .* in the same order\./,
    ],
    [
      'a heading that the page brings itself',
      '### Words of the field',
      '## Words of the field',
      /heading: The page and the sections bring their own headings\./,
    ],
    ['code', 'This text stands', '{process.env.HOME} stands', /curly bracket: Curly brackets would be run as code\./],
    ['a sign that begins a tag', 'plenty', 'plenty, if < 5', /<: This sign begins a tag, and none follows\./],
    ['an import', '<Check id', 'import x from "node:fs"\n\n<Check id', /import: A module is words only\./],
    [
      'words outside every section',
      '<Check id',
      'One more thing.\n\n<Check id',
      /text: These words stand outside every section\./,
    ],
    [
      'a link to no page',
      '(/glossary)',
      '(/modules/aksing)',
      /link \/modules\/aksing: There is no such page in the portal\./,
    ],
    [
      'a link to no place',
      '(#source-2)',
      '(#source-22)',
      /link #source-22: There is nothing called "source-22" in this/,
    ],
    [
      'a link to no place in another module',
      '(/glossary)',
      '(/modules/listening#the-ideas)',
      /link \/modules\/listening#the-ideas: There is nothing called "the-ideas" on that page\./,
    ],
    [
      'a link to no term',
      '(/glossary)',
      '(/glossary#mapa)',
      /link \/glossary#mapa: There is nothing called "mapa" on that page\./,
    ],
    [
      'a link to no case',
      '(/glossary)',
      '(/cases/dale)',
      /link \/cases\/dale: There is no such case in src\/content\/cases\./,
    ],
    [
      'a link to no document of a case',
      '(/glossary)',
      '(/cases/dale-arkwright#diary)',
      /There is nothing called "diary" on that page\./,
    ],
    ['a link without https', '#source-2', 'http://example.org', /link http:\/\/example\.org: Begin with https:/],
    ['a link to no website', '#source-2', 'https://example', /link https:\/\/example: This address names no website\./],
    [
      'two places of one name',
      '### In what order things happen',
      '### Words of the field',
      /"words-of-the-field": Two headings or sections come to this same name\./,
    ],
    [
      'an abbreviation that is not in the glossary',
      'MAPPA</Term>',
      'MAPPA</Term> and the XYZ',
      /text: "XYZ" is used but not in the glossary\. Put it into src\/content\/glossary, or write it out\./,
    ],
    [
      'an abbreviation that is in the glossary and not explained here',
      '<Term id="spo">SPO</Term>',
      'SPO',
      /text: "SPO" is never explained in this module\. Write <Term id="spo">SPO<\/Term> here/,
    ],
    [
      'what looks like a real person’s',
      'You have not met her.',
      'She lives in ZZ9 9ZZ.',
      /"ZZ9 9ZZ": This looks like a postcode\. People and cases here are made up/,
    ],
  ])('%s', async (...[, from, to, sentence]) => {
    await content.change(FILE, from, to);
    const line = new RegExp(`^${AT}:\\d+, `);
    expect(await content.problems()).toContainEqual(expect.stringMatching(sentence));
    expect((await content.problems()).find((problem) => sentence.test(problem))).toMatch(line);
  });

  /** Takes a component with its words out of the last section and puts it at the end of the one before. */
  async function moveForward(component: string): Promise<void> {
    const whole = new RegExp(`<${component}[ >][\\s\\S]*?</${component}>`);
    const text = await readFile(join(content.root, 'src/content', FILE), 'utf8');
    const [words = ''] = whole.exec(text) ?? [];
    const without = text.replace(words, '');
    await content.write(FILE, without.replace('</Section>\n\n<Section id="on-monday">', `${words}\n\n$&`));
  }

  test.each([
    ['OnMyCases', 'It belongs in the last section, before the task.'],
    ['Task', 'It belongs at the end of the last section.'],
  ])('%s, which stands before the last section', async (component, sentence) => {
    await moveForward(component);
    const line = await content.lineOf(FILE, `<${component}`);
    expect(await content.problems()).toEqual([`${AT}:${line}, <${component}>: ${sentence}`]);
  });

  test('abbreviations that everybody knows need no explanation', async () => {
    await content.change(FILE, 'You have not met her.', 'Her GP in the UK knows.');
    expect(await content.problems()).toEqual([]);
  });

  test('links that find their place are not told', async () => {
    await content.change(
      FILE,
      '[the glossary](/glossary)',
      '[a](/glossary#mappa), [b](/modules/listening#the-idea), [c](/cases/dale-arkwright#letter), [d](https://www.gov.uk/x)',
    );
    expect(await content.problems()).toEqual([]);
  });

  test('the line of a mistake is the one that an editor shows', async () => {
    const line = await content.lineOf(FILE, '(#source-2)');
    await content.change(FILE, '(#source-2)', '(#source-9)');
    expect(await content.problems()).toEqual([
      `${AT}:${line}, link #source-9: There is nothing called "source-9" in this module.`,
    ]);
  });

  test('a section that is too long, with its words counted', async () => {
    await content.change(FILE, 'This text stands', `${'long '.repeat(300)} This text stands`);
    expect(await content.problems()).toEqual([
      expect.stringMatching(/section "a-moment": It has \d{3} words; a section has at most 400\./),
    ]);
  });

  test('a module that is too short', async () => {
    await content.change(FILE, /The middle of a module[\s\S]*?Help me with that\./, 'Say it.');
    expect(await content.problems()).toEqual([
      expect.stringMatching(/mdx:\d+, text: It has \d{4} words; a module has 1200 to 2500\./),
    ]);
  });
});
