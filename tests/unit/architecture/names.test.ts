import { describe, expect, test } from 'vitest';
import { listSources, readSource } from './sources.ts';

const OURS = /^(?:src|db|scripts|tests)\//;
const files = listSources().filter((path) => OURS.test(path));

/** Names that say nothing about what is inside, as a whole name or as the end of one. */
const EMPTY_NAME = /^(?:utils?|helpers?|misc|common|libs?|managers?)$|(?:Utils?|Helpers?)$/;

describe('names and sizes', () => {
  test('no file or folder is called utils, helpers, misc, common, lib or manager', () => {
    const saysNothing = (path: string) => path.split('/').some((part) => EMPTY_NAME.test(part.replace(/\..*$/, '')));
    expect(files.filter(saysNothing)).toEqual([]);
  });

  test('TypeScript files are camelCase, components PascalCase, and addresses and journeys kebab-case', () => {
    expect(files.filter((path) => !isNamedWell(path))).toEqual([]);
  });

  test('no file of code is longer than 250 lines', () => {
    const code = files.filter((path) => /\.(?:ts|tsx|astro|mjs|js|scss|css)$/.test(path));
    const lengths = code.map((path) => ({ path, lines: readSource(path).trimEnd().split('\n').length }));
    expect(lengths.length).toBeGreaterThan(50);
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  });
});

/** By room: an address or a journey, a component, or a module named after its one main export. */
function isNamedWell(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.startsWith('src/pages/'))
    return /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\[(?:\.\.\.)?[a-zA-Z]+\])(?:\.[a-z]+)+$/.test(name);
  if (/^tests\/e2e\/.*\.spec\.ts$/.test(path)) return /^[a-z0-9]+(?:-[a-z0-9]+)*\.spec\.ts$/.test(name);
  if (/\.(?:astro|tsx)$/.test(name)) return /^[A-Z][A-Za-z0-9]*\.(?:astro|tsx)$/.test(name);
  if (/\.(?:ts|mjs)$/.test(name)) return /^[a-z][A-Za-z0-9]*(?:\.(?:test|config|d|setup))?\.(?:ts|mjs)$/.test(name);
  return true;
}
