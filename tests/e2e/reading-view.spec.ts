import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { MODULE } from './moduleOfTheWeek.ts';

const ADDRESS = `/modules/${MODULE.id}`;
const BOTH = { tag: '@no-javascript' };

async function choose(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  await page.getByRole('button', { name: 'Save how pages read' }).click();
}

const CALM = 'Calm: only the text, in one column';
const textSize = (page: Page) =>
  page
    .getByRole('main')
    .evaluate((main) => Number.parseFloat(getComputedStyle(main.querySelector('p') ?? main).fontSize));
const isSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const leave = (page: Page) => page.getByRole('button', { name: 'Leave the calm view' });
const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections of this module' });

test(
  'the calm view is chosen at the top of a module: only the text, there and on the check, and a way back out',
  BOTH,
  async ({ page, signInAs, javaScriptEnabled }, { project }) => {
    await signInAs(personFor('readingView', project.name));
    await page.goto(ADDRESS);
    await page.getByText('How this page reads, and printing').click();
    await choose(page, 'Larger', 'Wide', CALM);
    await expect(page).toHaveURL(ADDRESS);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(sections(page)).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: MODULE.title })).toBeVisible();
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${ADDRESS}/check`);
    await expect(leave(page)).toBeVisible();
    await page.goto('/modules');
    await expect(leave(page), 'calm is for what is read at length').toHaveCount(0);
    await page.goto(ADDRESS);
    await leave(page).click();
    await expect(page).toHaveURL(ADDRESS);
    await expect(sections(page)).toBeVisible();
  },
);

test(
  'large and wide text holds on every page, fits a narrow window, and goes back to usual',
  BOTH,
  async ({ page, signInAs, javaScriptEnabled }, { project }) => {
    await signInAs(personFor('readingView', project.name));
    await page.goto('/account');
    await setTo(page, 'Usual', 'Usual');
    await expect(page.getByText('How pages read is saved.')).toBeVisible();
    const usual = await textSize(page);
    await setTo(page, 'Larger', 'Wide');
    expect(await textSize(page)).toBeGreaterThan(usual * 1.3);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      for (const path of ['/', '/modules', ADDRESS, `${ADDRESS}/check`, '/account', '/cases', '/search']) {
        await page.goto(path);
        expect(await isSideways(page), `${path} at ${String(width)} pixels`).toBe(false);
      }
    }
    await page.goto('/account');
    await setTo(page, 'Usual', 'Usual');
    expect(await textSize(page)).toBe(usual);
  },
);

/** On her account page. */
async function setTo(page: Page, size: string, spacing: string): Promise<void> {
  await page.getByRole('group', { name: 'Size of the text' }).getByLabel(size, { exact: true }).check();
  const spaces = page.getByRole('group', { name: 'Space between lines and letters' });
  await spaces.getByLabel(spacing, { exact: true }).check();
  await page.getByRole('button', { name: 'Save how pages read' }).click();
}
