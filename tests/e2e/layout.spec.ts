import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { PAGES, PROBLEMS } from './everyPage.ts';
import { openSight } from './openSight.ts';

/** 1280 pixels at 400% zoom are 320. */
const NARROW = { width: 320, height: 640 };

/** What reaches past the right edge of the window and is not inside something that scrolls by itself. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (/(?:auto|scroll|hidden|clip)/.test(getComputedStyle(element.parentElement).overflowX) ||
        scrolls(element.parentElement));
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element),
    );
    return [`${scrollWidth} of ${clientWidth}`, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

test.describe.configure({ mode: 'parallel' });

for (const [who, sights] of Map.groupBy([...PAGES, ...PROBLEMS], (sight) => sight.who)) {
  test(`at 400% zoom no page of ${who ?? 'a visitor'} scrolls sideways`, async ({ page, watch }) => {
    for (const status of [400, 401, 403, 404, 405, 409, 422]) watch.allow(status);
    await page.setViewportSize(NARROW);
    if (who) await enter(page, who);
    const found: string[] = [];
    for (const sight of sights) {
      await openSight(page, sight);
      found.push(...(await tooWide(page)).map((what) => `${sight.send?.action ?? sight.path}: ${what}`));
    }
    expect(found).toEqual([]);
  });
}

test('progress and caseload print without buttons and menus, in grey as well, with their numbers', async ({
  page,
  signInAs,
}) => {
  await signInAs('amara');
  await page.emulateMedia({ media: 'print' });
  for (const [path, table] of [
    ['/progress', 'Every module on the route'],
    ['/caseload', 'Cases by reference'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('table', { name: table })).toBeVisible();
    expect(await tooWide(page)).toEqual([]);
  }
});

test('in forced colours states can still be told apart, and buttons have an edge', async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/cohorts/london');
  const late = page
    .getByRole('row', { name: /Tom Hughes/ })
    .getByText('2 late', { exact: true })
    .first();
  await expect(late).toBeVisible();
  expect(await late.evaluate((tag) => getComputedStyle(tag).borderTopStyle), 'a tag has an edge of its own').not.toBe(
    'none',
  );
  await page.goto('/account');
  const button = page.getByRole('button', { name: 'Save language' });
  expect(await button.evaluate((element) => getComputedStyle(element).borderTopWidth)).not.toBe('0px');
});
