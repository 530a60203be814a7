import { describe, expect, test } from 'vitest';
import { NAMED_PEOPLE } from '#db/demo/people.ts';
import { VARIABLES } from '#src/server/settings.ts';
import { listPageFiles } from '../../security/access/inventory.ts';
import { readSource } from './sources.ts';

const contract = readSource('docs/contract.md');

/** The rows of the table under a heading, each as its cells. */
function tableUnder(heading: string): string[][] {
  const section = contract.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const names = (cell = '') => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name);

describe('docs/contract.md says what exists', () => {
  test('every page is listed as there today, and nothing is listed that is not', () => {
    const listed = tableUnder('Addresses').map(([address, today]) => [names(address)[0], today]);
    const today = listed.filter(([, state]) => state === 'yes').map(([address]) => address);
    const pages = listPageFiles()
      .map(({ pattern }) => pattern)
      .filter((pattern) => !['/404', '/500'].includes(pattern));
    expect(today.sort((a = '', b = '') => (a < b ? -1 : 1))).toEqual(pages);
    expect(listed.filter(([, state]) => state !== 'yes' && state !== 'not yet')).toEqual([]);
  });

  test('every variable the portal reads is listed, and no other', () => {
    const listed = tableUnder('Environment').flatMap(([variable]) => names(variable));
    expect(listed.toSorted()).toEqual([...VARIABLES].sort());
  });

  test('the demo people are those of the demo', () => {
    const listed = tableUnder('The demo people').map(([address, name]) => [names(address)[0], name]);
    expect(listed).toEqual(NAMED_PEOPLE.map(({ id, name }) => [`${id}@pqip.example`, name]));
  });
});
