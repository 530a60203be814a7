import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('tables of the administrator and of the rota are read without scrolling sideways', async ({
    page,
    signInAs,
    anotherDevice,
  }) => {
    await signInAs('harvey');
    for (const path of ['/admin/people', '/admin/office/signals', '/admin/cohorts/london']) {
      await page.goto(path);
      expect(await cutOff(page), path).toEqual([]);
    }
    const ruth = await anotherDevice();
    await ruth.setViewportSize({ width: 360, height: 740 });
    await enter(ruth, 'ruth');
    await ruth.goto('/cohorts/london/peer-sessions');
    expect(await cutOff(ruth)).toEqual([]);
  });

  test('an e-mail address is broken before its @ or not at all', async ({ page, signInAs }) => {
    await signInAs('harvey');
    await page.goto('/admin/people');
    const line = page.getByRole('rowheader', { name: /Amara Okafor/ }).getByText('amara@pqip.example');
    const partsOnLines = await line.evaluate((span) =>
      [...span.childNodes].flatMap((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        const words = part.textContent ?? '';
        return words.trim() === '' ? [] : [[words, range.getClientRects().length]];
      }),
    );
    expect(partsOnLines).toEqual([
      ['amara', 1],
      ['@pqip.example', 1],
    ]);
  });

  test('nobody is asked when to be told of what she is never told', async ({ page, signInAs }) => {
    await signInAs('kerry');
    await page.goto('/account/notices');
    await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'The weekly e-mail itself' })).toBeVisible();
    await expect(page.getByRole('group')).toHaveCount(2);
    await page.getByRole('group', { name: 'Actions' }).getByLabel('At once').check();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'What you chose is saved' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Actions' }).getByLabel('At once')).toBeChecked();
  });

  test('what was prepared for a session that was held is folded', async ({ page, signInAs }) => {
    await signInAs('jonah');
    await page.goto('/peer-sessions/peer-london-4');
    const prepared = page.getByRole('region', { name: 'Preparation' });
    await expect(prepared.getByRole('listitem').first()).toBeHidden();
    await prepared.getByText('What was prepared: 8 of 8').click();
    await expect(prepared.getByRole('listitem')).toHaveCount(8);
  });
});

/** Captions of tables that reach past the window. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main table')]
      .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((table) => table.querySelector('caption')?.textContent.trim() ?? ''),
  );
