import { expect, test } from 'vitest';
import { meaningSentence, termsByLetter } from '#src/domain/glossary/letters.ts';

const entry = (term: string) => ({ id: term, term, meaning: 'a term' });

test('terms stand from A to Z whatever their capitals, numbers first, accents with their letter', () => {
  const letters = termsByLetter(['licence', 'MAPPA', 'Étude', '4Cs', 'ARP', 'arms'].map(entry));
  expect(letters.map(({ letter, terms }) => [letter, terms.map(({ term }) => term)])).toEqual([
    ['0-9', ['4Cs']],
    ['A', ['arms', 'ARP']],
    ['E', ['Étude']],
    ['L', ['licence']],
    ['M', ['MAPPA']],
  ]);
});

test('a meaning that was written for brackets becomes a sentence', () => {
  expect(meaningSentence({ meaning: 'the papers that the panel reads' })).toBe('The papers that the panel reads.');
});
