import { expect, test } from '../support/journey.ts';
import { tooWide } from './tooWide.ts';

test.describe.configure({ mode: 'parallel' });

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
    .getByText(/\d+ late, the oldest by \d+ weeks/)
    .first();
  await expect(late).toBeVisible();
  expect(await late.evaluate((tag) => getComputedStyle(tag).borderTopStyle), 'a tag has an edge of its own').not.toBe(
    'none',
  );
  await page.goto('/account');
  const button = page.getByRole('button', { name: 'Save language' });
  expect(await button.evaluate((element) => getComputedStyle(element).borderTopWidth)).not.toBe('0px');
});
