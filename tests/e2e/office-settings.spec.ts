import type { Locator, Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';

/** Each project sets another setting: two versions of one at the same time would get into each other's way. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const REASON = 'Agreed by the heads of the delivery units this week.';

/** The folded part of a form that has this summary, unfolded. */
async function unfold(page: Page, summary: string): Promise<Locator> {
  const part = page.getByRole('group').filter({ has: page.getByText(summary, { exact: true }) });
  await part.getByText(summary, { exact: true }).click();
  return part;
}

async function openForm(page: Page, setting: string): Promise<void> {
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Settings of the office' }).click();
  await page.getByRole('link', { name: `set a new version of ${setting}` }).click();
}

/** Yesterday first, which is refused and keeps what was typed; then a day that may be. */
async function sendForm(page: Page, effectiveFrom: string): Promise<void> {
  await page.getByLabel('First day on which it counts').fill(day(-1));
  await page.getByRole('textbox', { name: 'Why' }).fill(REASON);
  await page.getByRole('button', { name: 'Set this version' }).click();
  await expectProblems(page, /^Choose today, .*, or a later day/);
  await expect(page.getByRole('textbox', { name: 'Why' })).toHaveValue(REASON);
  await page.getByLabel('First day on which it counts').fill(effectiveFrom);
  await page.getByRole('button', { name: 'Set this version' }).click();
  await expect(page.getByRole('status')).toContainText('What is over stays as it was');
}

test('an administrator adds a kind of case with its rule, and a manager is held to it at once', async ({
  page,
  anotherDevice,
  signInAs,
  watch,
}) => {
  watch.allow(400);
  await signInAs('harvey');
  await openForm(page, 'rules by stage');
  const added = await unfold(page, 'Add a kind of case');
  await added.getByLabel('Name', { exact: true }).fill('Arson');
  await added.getByLabel('When it applies').fill('Any fire that was set, now or before.');
  for (const stage of ['To the end of month 6, weeks 5 to 26', 'Months 7 to 12, weeks 27 to 52']) {
    const cell = added.getByRole('group', { name: stage });
    await cell.getByLabel('Rule').selectOption('Not allowed');
    await cell.getByLabel('Reason').fill('A qualified officer carries cases of arson.');
    await cell.getByLabel('Who may set it aside').fill('Head of the delivery unit');
  }
  await sendForm(page, day(0));
  await expect(page.getByRole('row', { name: /^Arson/ })).toContainText('Not allowed');

  const kerrys = await anotherDevice();
  await enter(kerrys, 'kerry');
  await kerrys.goto('/caseload/allocate');
  await kerrys.getByRole('checkbox', { name: 'Arson' }).check();
  await kerrys.goto('/caseload/allocate?tier=D1&kind=community&attributes=arson&carrying=sole');
  await expect(kerrys.getByText('A qualified officer carries cases of arson.').first()).toBeVisible();
});

test(
  'on a phone an administrator changes the weight of complexity and reads what the change was',
  { tag: ['@only-phone'] },
  async ({ page, signInAs, watch }) => {
    watch.allow(400);
    await signInAs('harvey');
    await openForm(page, 'complexity and shares');
    const factor = page.getByRole('group', { name: 'Language or interpreter' });
    await factor.getByLabel('Extra points for a whole case').fill('twelve');
    await page.getByRole('textbox', { name: 'Why' }).fill(REASON);
    await page.getByRole('button', { name: 'Set this version' }).click();
    await expectProblems(page, /^Give a number in digits/);
    await factor.getByLabel('Extra points for a whole case').fill('16');
    await sendForm(page, day(0));
    await expect(page.getByRole('row', { name: /^Language or interpreter/ })).toContainText('16');
    await page.getByText(/^What this version changed/).click();
    await expect(page.getByRole('row', { name: /12 points.* 16 points/ })).toBeVisible();
  },
);

test(
  'without a script an administrator sets what counts from a later day, and today stays as it is',
  { tag: ['@only-no-javascript'] },
  async ({ page, signInAs, watch }) => {
    watch.allow(400);
    await signInAs('harvey');
    await openForm(page, 'supervision');
    await page.getByLabel('Between two reviews at most').fill('6');
    await sendForm(page, day(60));
    await expect(page.getByText('8 weeks', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: /^To come/ }).click();
    await expect(page.getByText('6 weeks', { exact: true }).first()).toBeVisible();
    const kept = rows(`SELECT entered_by, reason FROM office_settings WHERE kind = 'supervision'`);
    expect(kept).toEqual([{ entered_by: 'harvey', reason: REASON }]);
  },
);
