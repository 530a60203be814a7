import { expect, test } from 'vitest';
import { loadContent } from '#src/server/content.ts';
import { searchEntries } from '#src/server/search/entries.ts';
import { servedPortal } from '../../support/servedPortal.ts';

const portal = servedPortal();

test('every place that a search can find is on its page: each address answers, and each heading has its id', async () => {
  const entries = searchEntries(await loadContent(new URL('../../../', import.meta.url)));
  const ruth = await portal().signIn('ruth');
  const paths = [...new Set(entries.map(({ href }) => href.split('#')[0] ?? ''))];
  const pages = new Map<string, string>();
  for (const path of paths) {
    const { status, text } = await ruth.get(path);
    expect(status, path).toBe(200);
    pages.set(path, text);
  }
  const lost = entries.filter(({ href }) => {
    const [path = '', id] = href.split('#');
    return id !== undefined && !pages.get(path)?.includes(`id="${id}"`);
  });
  expect(entries.length).toBeGreaterThan(50);
  expect(lost.map(({ href }) => href)).toEqual([]);
});
