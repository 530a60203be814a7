import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { examineFile } from '#src/server/files/examine/examineFile.ts';
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
  async ({ page, signInAs, watch, browser }, testInfo) => {
    const { project } = testInfo;
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
    const index = files.get('index.html')?.toString('utf8') ?? '';
    expect(index.split('</body>'), 'one page, whole').toEqual([expect.any(String), '</html>\n']);
    const folder = testInfo.outputPath('portfolio');
    await mkdir(folder);
    await writeFile(join(folder, 'index.html'), index);
    const alone = await browser.newPage({ javaScriptEnabled: true, offline: true });
    await alone.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(alone.getByRole('heading', { level: 1 })).toContainText('Portfolio of');
    expect(await violationsOn(alone)).toEqual([]);
    const printed = join(folder, 'index.pdf');
    await alone.pdf({ path: printed });
    const question = { path: printed, type: 'pdf', out: join(folder, 'none') } as const;
    expect(await examineFile(question), 'what she prints of it can stand in another portfolio').toMatchObject({
      problem: null,
    });
    await alone.context().close();
  },
);
