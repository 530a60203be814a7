import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { expect, expectProblems, test } from '../support/journey.ts';
import { unzip } from '../support/unzip.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const ask = async (page: Page, password: string) => {
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Make the file' }).click();
};

/** Without a script the page is looked at again. */
async function waitForFile(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/portfolio/leave');
    await expect(page.getByRole('heading', { name: 'Your file is ready' })).toBeVisible({ timeout: 500 });
  }).toPass();
}

test(
  'a trainee takes her whole portfolio with her, and can read and check it without the portal',
  { tag: ['@no-javascript'] },
  async ({ page, signInAs, watch, browser }, { project }) => {
    await signInAs(personFor('leave', project.name));
    await page.goto('/portfolio');
    await page.getByRole('link', { name: 'Take everything with you' }).click();
    // What looks for barriers is a script itself.
    if (project.name !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
    watch.allow(400);
    await ask(page, 'not my password at all');
    await expectProblems(page, /password/i);
    await ask(page, DEMO_PASSWORD);
    if (project.name === 'no-javascript') await waitForFile(page);
    await expect(page.getByRole('heading', { name: 'Your file is ready' })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download your portfolio' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^portfolio-\d{4}-\d\d-\d\d\.zip$/);
    const files = await unzip(await readFile(await download.path()));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['index.html', 'portfolio.json', 'MANIFEST.txt']));
    const alone = await browser.newPage({ javaScriptEnabled: true, offline: true });
    await alone.setContent(files.get('index.html')?.toString('utf8') ?? '');
    await expect(alone.getByRole('heading', { level: 1 })).toContainText('Portfolio of');
    expect(await violationsOn(alone)).toEqual([]);
    await alone.context().close();
  },
);
