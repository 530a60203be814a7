import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

const ADDRESS = '/modules/parole-release-test';
const printed = (page: Page) => page.pdf({ preferCSSPageSize: true });
/** A4 in points, as the pages of a PDF say it. */
const A4 = /\/MediaBox\s*\[\s*0\s+0\s+59[45][.\d]*\s+84[12][.\d]*\s*\]/;
/** What is between the margins of A4 across, in pixels. */
const A4_ACROSS = 1002;
const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test.describe('on paper', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('amara');
    await page.emulateMedia({ media: 'print' });
  });

  test('a module is its text: no menus, buttons or forms to fill in; notes stay out unless they are asked for', async ({
    page,
  }) => {
    await page.goto(ADDRESS);
    for (const name of ['Main', 'Sections of this module', 'Back'])
      await expect(page.getByRole('navigation', { name })).toBeHidden();
    expect(await page.locator('button:visible, summary:visible:has-text("How this page reads")').count()).toBe(0);
    await expect(page.getByText('Mark or note something here').first()).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Reflection' })).toBeHidden();
    const note = page.getByText('Bring this to supervision').first();
    await expect(note).toBeHidden();
    const mark = page.locator('mark').first();
    await expect(mark).toBeVisible();
    await expect(mark).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const without = await printed(page);
    await page.goto(`${ADDRESS}?notes=print`);
    await expect(note).toBeVisible();
    await expect(page.getByText('Change your note').first()).toBeHidden();
    const withNotes = await printed(page);
    expect(without.toString('latin1')).toMatch(A4);
    expect(pagesIn(without)).toBeGreaterThan(3);
    expect(withNotes.length).not.toBe(without.length);
  });

  test('what is folded is printed, unless it warns of something; sources are written out', async ({ page }) => {
    await page.goto('/cases/alun-fairweather');
    const warned = page.locator('details').filter({ hasText: 'Read it. It holds' }).first();
    await expect(warned.locator('summary')).toBeVisible();
    await expect(warned.locator('p').first()).toBeHidden();
    await warned.locator('summary').click();
    await expect(warned.locator('p').first(), 'unless she opened it').toBeVisible();
    await page.goto('/modules/parole-recall');
    const folded = page.locator('details:not(.stays-folded, .no-print *)').first();
    expect(await folded.evaluate((details) => getComputedStyle(details, '::details-content').contentVisibility)).toBe(
      'visible',
    );
    const source = page.locator('.lesson-sources a[href^="https://"]').first();
    const address = await source.getAttribute('href');
    expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toBe(`"${address ?? ''}"`);
  });

  test('a trainee of an assessor prints as the grid and the plan, without the form to plan and without keys', async ({
    page,
    signInAs,
  }) => {
    await signInAs('daniel');
    await page.goto('/assess/trainees/amara');
    await expect(page.getByLabel('Kind of evidence')).toBeHidden();
    const unit = page.locator('details').filter({ hasText: 'Unit 1: ' }).last();
    expect(await unit.evaluate((details) => getComputedStyle(details, '::details-content').contentVisibility)).toBe(
      'visible',
    );
    expect(pagesIn(await printed(page)), 'a whole grid with what was handed in').toBeLessThan(6);
    await page.goto('/assess/amara-evidence-2-1');
    await expect(page.getByText('Keys for working through the queue', { exact: true })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'From here' })).toBeHidden();
  });

  test('a portfolio prints as words, and a draft as all she wrote and what she chose, without what she could have chosen', async ({
    page,
  }) => {
    await page.goto('/portfolio');
    const rating = page.getByLabel('Your own rating of criterion 1.1');
    await expect(rating).toHaveCSS('appearance', 'none');
    await expect(rating).toHaveCSS('border-top-width', '0px');
    await expect(page.getByRole('link', { name: 'Take everything with you' })).toBeHidden();
    await page.goto('/portfolio/evidence/amara-evidence-2');
    const account = page.getByLabel('Your account', { exact: true });
    expect(await account.evaluate((field) => field.scrollHeight - field.clientHeight), 'nothing cut off').toBe(0);
    await expect(page.getByRole('checkbox', { name: /^2\.2 / })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^2\.1 / })).toBeHidden();
    await expect(page.getByText('Unit 4: Assess and manage')).toBeHidden();
    await expect(page.getByLabel('Add a file')).toBeHidden();
    await expect(page.getByText('Remove this evidence')).toBeHidden();
    expect(pagesIn(await printed(page))).toBeLessThan(6);
  });

  test('a cohort prints with short cells on one line, and what is folded in the size of what stands above it', async ({
    page,
    signInAs,
  }) => {
    await signInAs('ruth');
    await page.setViewportSize({ width: A4_ACROSS, height: 670 });
    await page.goto('/cohorts/london');
    const week = page
      .getByRole('table', { name: /^Where everybody stands/ })
      .getByRole('link', { name: /^\d+ of \d+$/ });
    expect(await week.count()).toBeGreaterThan(10);
    const lines = await week.evaluateAll((links) => links.map((link) => link.getClientRects().length));
    expect(new Set(lines)).toEqual(new Set([1]));
    const reasons = page.getByRole('region', { name: 'Who needs you first' }).locator('.needs__reason');
    const sizes = await reasons.evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
    expect(sizes.length, 'some of them folded').toBeGreaterThan(5);
    expect(new Set(sizes).size).toBe(1);
  });

  test('all notes and a case file print without their buttons', async ({ page }) => {
    for (const path of ['/notes', '/cases/dale-arkwright']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('button:visible').count(), path).toBe(0);
      expect((await printed(page)).toString('latin1')).toMatch(A4);
    }
  });
});
