import { join } from 'node:path';
import { countAsOne, countPlaywright, countVitest } from './count.mjs';

const vitest = (project) => ({
  name: project,
  count: countVitest,
  command: ({ reports }) => [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(reports, project)}`],
  ],
});

/**
 * The groups in the order they start in, two or three at a time, the longest as early as they can. `command` is what the pinned
 * Node runs; `count` reads passed, failed and skipped from its report; `after` names groups that must have ended (and `must`,
 * passed) before; `alone` means that nothing else runs meanwhile; `needs` is what `prepare` must have found.
 */
export const GROUPS = [
  { name: 'build', count: countAsOne, command: () => ['scripts/start.mjs', '--build'] },
  {
    name: 'formatting',
    count: countAsOne,
    command: () => ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  { ...vitest('security'), after: ['build'], must: ['build'], needs: ['clamd'] },
  // Build and types write .astro/types.d.ts anew, which types and lint read: one after the other.
  { name: 'types', count: countAsOne, after: ['build'], command: () => ['node_modules/astro/bin/astro.mjs', 'check'] },
  {
    name: 'lint',
    count: countAsOne,
    after: ['build', 'types'],
    command: () => ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  },
  { ...vitest('integration'), after: ['build'], must: ['build'], needs: ['sqld', 'clamd'] },
  vitest('unit'),
  {
    name: 'journeys',
    count: countPlaywright,
    after: ['build'],
    must: ['build'],
    alone: true,
    needs: ['browser', 'java'],
    command: () => ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
  },
];

/** The groups of these names, with those they cannot do without; all of them when there is no name. Throws for a wrong name. */
export function chooseGroups(names) {
  const known = GROUPS.map(({ name }) => name);
  const wrong = names.filter((name) => !known.includes(name));
  if (wrong.length > 0)
    throw new Error(`There is no group "${wrong.join('", "')}". The groups are: ${known.join(', ')}.`);
  if (names.length === 0) return GROUPS;
  const wanted = new Set(names.flatMap((name) => [name, ...(GROUPS.find((group) => group.name === name).must ?? [])]));
  return GROUPS.filter(({ name }) => wanted.has(name));
}

/** Where a group leaves its report in JSON. */
export const reportOf = (reports, name) => join(reports, `${name}.json`);
