import { expect, test } from 'vitest';
import { listSources, readSource } from './sources.ts';

const pages = listSources('src').filter((path) => path.endsWith('.astro') || path.endsWith('.tsx'));
const using = (words: string) => pages.filter((path) => readSource(path).includes(words));

test('forms are watched by the layout alone, once for every page', () => {
  expect(using('data-send-once').length).toBeGreaterThan(40);
  expect(using('sendOnce(')).toEqual(['src/components/layout/Page.astro']);
});

test('the wall, which has a layout of its own, has no form that waits to be watched', () => {
  const wall = pages.filter(
    (path) => readSource(path).includes('layout/WallPage.astro') || path.includes('peerSessions/run/'),
  );
  expect(wall.length).toBeGreaterThan(3);
  expect(wall.filter((path) => readSource(path).includes('data-send-once'))).toEqual([]);
});
