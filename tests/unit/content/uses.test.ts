import { expect, test } from 'vitest';
import { contentUses, usesOf } from '#src/server/content/uses.ts';

const module = (name: string, text: string) =>
  usesOf({ file: `src/content/modules/${name}.mdx`, name, source: `---\nid: ${name}\n---\n\n${text}\n` });

test('a module names its terms and case files, each with its line', () => {
  const uses = module(
    'recall',
    'A <Term id="mappa">MAPPA</Term> meeting.\n\n<CaseFile id="dale" show="letter  record" />',
  );
  expect(uses.terms).toEqual([{ id: 'mappa', line: 5 }]);
  expect(uses.cases).toEqual([{ id: 'dale', documents: ['letter', 'record'], line: 7 }]);
});

test('a file without front matter names nothing', () => {
  expect(usesOf({ file: 'a.mdx', name: 'a', source: '<Term id="mappa">MAPPA</Term>' })).toMatchObject({
    terms: [],
    cases: [],
  });
});

test('each term and each case knows its modules, each of them once', () => {
  const twice = '<CaseFile id="dale" show="letter" />\n\n<CaseFile id="dale" show="record" />';
  const { terms, cases } = contentUses([module('one', twice), module('two', `${twice} <Term id="mappa">MAPPA</Term>`)]);
  expect([...cases]).toEqual([['dale', ['one', 'two']]]);
  expect([...terms]).toEqual([['mappa', ['two']]]);
});
