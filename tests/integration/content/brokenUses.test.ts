import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CopyOfContent } from './copyOfContent.ts';
import { copyOfContent } from './copyOfContent.ts';

const FILE = 'modules/parole-recall.mdx';
const TERM = /<Term id="mappa">MAPPA<\/Term>/;
let content: CopyOfContent;
beforeEach(async () => {
  content = await copyOfContent();
});
afterEach(() => content.away());

/** The line on which a pattern stands in a file of the real content. */
async function lineOf(file: string, pattern: RegExp): Promise<number> {
  const source = await readFile(new URL(`../../../src/content/${file}`, import.meta.url), 'utf8');
  return source.slice(0, source.search(pattern)).split('\n').length;
}

async function firstTerm(file: string): Promise<{ id: string; term: string }> {
  const source = await readFile(new URL(`../../../src/content/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(source) as { terms: { id: string; term: string }[] }).terms[0]!;
}

const entry = (id: string, term: string) => JSON.stringify({ terms: [{ id, term, meaning: 'a term' }] });

describe('an author who names a term or a case reads', () => {
  test.each<[string, string, string]>([
    [
      'that there is no such term',
      '<Term id="mapa">MAPPA</Term>',
      '<Term>: There is no term "mapa" in src/content/glossary. Write it there first.',
    ],
    [
      'that it was explained before, and where',
      '<Term id="mappa">MAPPA</Term> <Term id="mappa">MAPPA</Term>',
      '<Term>: It was explained in line {line} already. Write the word alone here.',
    ],
    [
      'that there is no such case',
      'MAPPA <CaseFile id="dale" show="letter" />',
      '<CaseFile>: There is no case "dale" in src/content/cases. There are alun-fairweather, dale-arkwright, tamsin-quill.',
    ],
    [
      'that the case has no such document',
      'MAPPA <CaseFile id="dale-arkwright" show="letter diary" />',
      '<CaseFile>: The case has no document "diary". It has ',
    ],
  ])('%s, with file and line', async (_story, text, sentence) => {
    const line = String(await lineOf(FILE, TERM));
    await content.change(FILE, TERM, text);
    expect(await content.problems()).toContainEqual(
      expect.stringContaining(`src/content/${FILE}:${line}, ${sentence.replace('{line}', line)}`),
    );
  });

  test('that one id stands in two files of the glossary', async () => {
    const { id } = await firstTerm('glossary/parole.json');
    await content.write('glossary/zz.json', entry(id, 'Something else'));
    expect(await content.problems()).toContainEqual(
      `src/content/glossary/zz.json:1, term "${id}": The same id stands in src/content/glossary/parole.json already. Use the one there.`,
    );
  });

  test('that one term stands under two ids, however it is written', async () => {
    const { id, term } = await firstTerm('glossary/parole.json');
    await content.write('glossary/zz.json', entry('another-name', term.toUpperCase().replaceAll(' ', '-')));
    expect(await content.problems()).toContainEqual(
      `src/content/glossary/zz.json:1, term "another-name": It is the same term as "${id}". Keep one of them.`,
    );
  });

  test('that no module uses a term', async () => {
    await content.write('glossary/zz.json', entry('never-used', 'Never used'));
    expect(await content.problems()).toContainEqual(
      'src/content/glossary/zz.json:1, term "never-used": No module uses this term. Take it out, or mark its first use with <Term>.',
    );
  });
});
