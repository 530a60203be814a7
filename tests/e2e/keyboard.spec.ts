import type { Page } from '@playwright/test';
import { expect, expectProblems, test } from '../support/journey.ts';
import { MODULE } from './moduleOfTheWeek.ts';

/** What has the focus: its words or its field name, and whether it looks different from how it looks without the focus. */
async function focused(page: Page): Promise<{ name: string; isDrawn: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const look = () => {
      const label = getComputedStyle(element.labels?.[0] ?? element, '::before');
      const { outline, boxShadow, backgroundColor, border } = getComputedStyle(element);
      return [outline, boxShadow, backgroundColor, border, label.boxShadow, label.outline].join(' | ');
    };
    const withFocus = look();
    element.blur();
    const without = look();
    element.focus();
    return { name: element.innerText.trim().replaceAll(/\s+/g, ' ') || element.name, isDrawn: withFocus !== without };
  });
}

/** Tabs until something of that name has the focus. Everything on the way must show its focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    expect(now.isDrawn, `the focus is visible on "${now.name}"`).toBe(true);
    if (name.test(now.name)) return;
  }
  throw new Error(`Nothing called ${String(name)} was reached in ${most} steps.`);
}

test('the skip link comes first, and leads past the header', async ({ page, signInAs }) => {
  await signInAs('amara');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, /^Carry on: /, 3);
});

test('a trainee gets from her first page to a checked answer without a mouse', async ({ page, signInAs, watch }) => {
  await signInAs('tom');
  await page.goto('/');
  await tabTo(page, /^Carry on: /);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/modules\//);
  await page.goto(`/modules/${MODULE.id}`);
  await tabTo(page, /^Go on to the module$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: MODULE.sections[0]?.title ?? '', exact: true })).toBeVisible();
  await tabTo(page, /^Knowledge check$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge check' })).toBeVisible();
  watch.allow(400);
  await tabTo(page, /^Check my answers$/);
  await page.keyboard.press('Enter');
  await expectProblems(page, 'Question 1: choose an answer.');
  await page.getByRole('link', { name: 'Question 1: choose an answer.' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(page.getByRole('main').locator(':checked')).toHaveCount(1);
});

test(
  'an error summary has the focus, with and without a script, and its links lead to the fields',
  { tag: '@no-javascript' },
  async ({ page, watch }) => {
    watch.allow(400);
    watch.allow(422);
    await page.goto('/sign-in');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expectProblems(page, 'Enter your password');
    expect(await page.evaluate(() => document.activeElement?.textContent?.includes('There is a problem'))).toBe(true);
    await page.getByRole('link', { name: 'Enter your password' }).click();
    await expect(page).toHaveURL(/#password$/);
  },
);

test(
  'on a phone the menu opens and closes by keyboard, and keeps its links reachable',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, signInAs }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signInAs('amara');
    await page.goto('/');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await page.getByRole('button', { name: /^Menu/u }).press('Enter');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await page.getByRole('button', { name: /^Menu/u }).press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Progress' }).press('Enter');
    await expect(page).toHaveURL('/progress');
  },
);

test('on the wall everything that has the focus shows it, the way out too, which is not printed', async ({
  page,
  signInAs,
}) => {
  await signInAs('ffion');
  await page.goto('/peer-sessions/peer-wales-3/run');
  await expect(
    page.getByRole('button', { name: 'Next', exact: true }),
    'the script has put its buttons there',
  ).toBeVisible();
  const background = () =>
    page.evaluate(() => (document.activeElement ? getComputedStyle(document.activeElement).backgroundColor : ''));
  await tabTo(page, /^Next$/, 6);
  const ofTheButton = await background();
  await tabTo(page, /^Leave the view for the wall$/, 3);
  expect(await background()).toBe(ofTheButton);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Leave the view for the wall' })).toBeHidden();
});
