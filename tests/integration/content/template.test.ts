import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routeSchema } from '#src/domain/programme/schema.ts';
import { problemText } from '#src/server/content/problems.ts';
import { contentReport } from '#src/server/content/report.ts';
import { writeNewModule } from '../../../scripts/admin/content/newModule.ts';
import type { CopyOfContent } from './copyOfContent.ts';
import { copyOfContent } from './copyOfContent.ts';

const templateFolder = fileURLToPath(new URL('../../../docs/template', import.meta.url));
const start = (id: string) => writeNewModule(content.root, { id, today: '2026-12-01', templateFolder });
let content: CopyOfContent;
beforeEach(async () => {
  content = await copyOfContent();
});
afterEach(() => content.away());

/** Puts a module into the last week of every route, as an author would with an editor. */
async function giveWeeks(moduleId: string): Promise<void> {
  for (const name of await readdir(join(content.root, 'src/content/programme'))) {
    const file = join(content.root, 'src/content/programme', name);
    const route = routeSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const week = Math.floor((route.months * 365) / 12 / 7);
    await content.write(
      `programme/${name}`,
      JSON.stringify({ ...route, modules: [...route.modules, { moduleId, week }] }),
    );
  }
}

test('a module made from the template is complete: with a week it loads beside the real ones', async () => {
  expect(await start('listening-well')).toEqual([
    'src/content/modules/listening-well.mdx',
    'src/content/checks/listening-well.json',
    'src/content/exercises/listening-well-scenario.json',
    'src/content/exercises/listening-well-sort.json',
  ]);
  expect(await content.problems()).toEqual([
    'src/content/modules/listening-well.mdx:2, id: No route in src/content/programme names this module, so it would never be due.',
  ]);
  await giveWeeks('listening-well');
  expect(await content.problems()).toEqual([]);
});

test('its facts are of the day it was begun, and its review is three months later', async () => {
  await start('listening-well');
  const { rows, warnings } = await contentReport(content.root, { today: '2026-12-01' });
  expect(rows.find(({ id }) => id === 'listening-well')).toMatchObject({
    asOf: '2026-12-01',
    reviewBy: '2027-03-01',
    review: 'fine',
  });
  expect(warnings.map(problemText).filter((text) => text.includes('listening-well'))).toEqual([]);
});

test.each([
  ['an id that could not be an address', 'Listening Well', 'small letters, digits and single hyphens'],
  ['an id that leads out of the folder', '../listening', 'small letters, digits and single hyphens'],
  ['an id that leads out by a backslash', '..\\listening', 'small letters, digits and single hyphens'],
  ['an id with a line end', 'listening\n', 'small letters, digits and single hyphens'],
  ['an id that no file system takes', 'x'.repeat(300), '60 at most'],
  ['an id that another module has', 'parole-recall', 'src/content/modules/parole-recall.mdx is there already.'],
])('%s is refused, and nothing is written', async (_story, id, sentence) => {
  const before = await readdir(join(content.root, 'src/content'), { recursive: true });
  await expect(start(id)).rejects.toThrow(sentence);
  expect(await readdir(join(content.root, 'src/content'), { recursive: true })).toEqual(before);
});
