import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

const EVERYWHERE = { tag: ['@phone', '@no-javascript'] };
const LABEL = 'Estimate for training, not the official workload figure';
const chart = (page: Page) =>
  page.getByRole('img', { name: /^Points used against the limit, over the whole programme/ });

/** The numbers under the chart, opened; a row for each day on which something changed, as its cells. */
async function numbersOf(page: Page): Promise<string[][]> {
  await page.getByText('Show the numbers of this chart').click();
  const table = page.getByRole('table', { name: 'Points, from each day on which something changed' });
  await expect(table).toBeVisible();
  const rows = await table.getByRole('row').all();
  const texts = await Promise.all(rows.slice(1).map((row) => row.locator('th, td').allInnerTexts()));
  return texts.map((cells) => cells.map((cell) => cell.trim().replaceAll(/\s+/g, ' ')));
}

/** A large figure at the top, such as "Used", without its unit. */
async function figure(page: Page, label: string): Promise<string> {
  const item = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
  return (await item.locator('dd').innerText()).replace(/\s*points$/, '');
}

/** What is drawn says what the table says: the words beside the ends of the lines are its last row, and the live figures. */
async function expectOneTruth(page: Page): Promise<void> {
  await expect(chart(page)).toHaveCount(1);
  const rows = await numbersOf(page);
  const [, used = '', available = '', percent = ''] = rows.at(-1) ?? [];
  expect(used.replace(',', '')).toBe(await figure(page, 'Used'));
  expect(available.replace(',', '')).toBe(await figure(page, 'Available'));
  expect(percent).toContain(await figure(page, 'Used of available'));
  await expect(chart(page).getByText(`Used ${used}`)).toBeVisible();
  await expect(chart(page).getByText(`Limit ${available}`)).toBeVisible();
  const description = (await chart(page).locator('desc').textContent()) ?? '';
  expect(description).toContain(`Today ${used} points used and a limit of ${available} points`);
}

test(
  'a trainee on track sees that her caseload is protected, since when, and how it was',
  EVERYWHERE,
  async ({ page, signInAs }) => {
    await signInAs('amara');
    await page.goto('/caseload');
    await expect(
      page.getByText('Your caseload is within its limit: 435 points available, 412 used, 94.7%.'),
    ).toBeVisible();
    await expect(page.getByText(LABEL).first()).toBeVisible();
    await expectOneTruth(page);
    await expect(page.getByRole('cell', { name: /COMET-3: tier C2, was C3/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^AMBER-1 / }).getByRole('link')).toHaveAttribute(
      'href',
      /^\/caseload\/cases\//,
    );
    const beyond = page.getByRole('region', { name: 'Beyond the official figure' });
    await expect(beyond.getByRole('row', { name: /^Language or interpreter/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Case mix' })).toContainText(
      '9 cases carried: 6 community, 1 licence, 2 custody.',
    );
    await page.getByText('How was this worked out?').click();
    await expect(
      page.getByRole('row', { name: 'Points available 2,176 × 7.4 ÷ 37, rounded down 435 points' }),
    ).toBeVisible();
  },
);

test(
  'a trainee over his limit reads since when, until when and by whom it was agreed, and that it was so before',
  EVERYWHERE,
  async ({ page, signInAs }) => {
    await signInAs('tom');
    await page.goto('/caseload');
    await expect(page.getByText(/Your caseload is over its limit: 870 points available/)).toBeVisible();
    await expect(page.getByText(/Over since .+, agreed until .+ by Kerry Bell\./)).toBeVisible();
    await expectOneTruth(page);
    const drawn = chart(page);
    for (const words of [
      'First six months',
      'Months 7 to 12',
      'Agreed to be over the limit',
      '◆ Rule set aside',
      'Paused',
    ])
      await expect(drawn.getByText(words)).toBeVisible();
    await expect(drawn.locator('desc')).toContainText('2 times over the limit');
    await expect(page.getByRole('cell', { name: /Rule set aside for INDIGO-9: High or very high risk/ })).toBeVisible();
  },
);

test(
  'a trainee who works part time sees the same rules on fewer hours, and what a manager took off for a while',
  EVERYWHERE,
  async ({ page, signInAs }) => {
    await signInAs('nia');
    await page.goto('/caseload');
    await expect(
      page.getByText('Your caseload is within its limit: 261 points available, 195 used, 74.7%.'),
    ).toBeVisible();
    await expectOneTruth(page);
    await expect(chart(page).getByText('Hours taken off by a manager')).toBeVisible();
    await page.getByText('How was this worked out?').click();
    await expect(page.getByRole('row', { name: /80% of 22\.2 hours 17\.76 hours/ })).toBeVisible();
  },
);

test(
  'a tutor sees who needs looking at first, all on one scale, and from there the same page as the trainee',
  EVERYWHERE,
  async ({ page, signInAs }) => {
    await signInAs('ruth');
    await page.goto('/cohorts/london/caseloads');
    const people = page.getByRole('main').getByRole('listitem');
    await expect(people).toHaveCount(16);
    await expect(people.first()).toContainText(/Tom Hughes\s*Over since .+, agreed until/);
    const kofi = people.filter({ hasText: 'Kofi Asante' });
    await expect(kofi).toContainText(/Uses \d+% of what is available, well under the limit since/);
    await expect(page.getByRole('img', { name: /: points used in percent of those available/ })).toHaveCount(16);
    const table = page.getByRole('table', { name: 'The same today, in numbers' });
    const names = await table.getByRole('rowheader').allInnerTexts();
    expect(names).toEqual(await people.getByRole('heading').allInnerTexts());
    await people.filter({ hasText: 'Amara Okafor' }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Caseload of Amara Okafor');
    await expect(
      page.getByText('The caseload is within its limit: 435 points available, 412 used, 94.7%.'),
    ).toBeVisible();
    await expectOneTruth(page);
    await expect(page.getByText('This is not what was agreed')).toHaveCount(0);
  },
);

test('the page to take to a meeting prints on A4: the wide chart, the sum, and nothing to press', async ({
  page,
  signInAs,
}) => {
  await signInAs('ruth');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto('/trainees/tom/caseload');
  await expect(chart(page)).toHaveCount(1);
  await expect(chart(page)).toHaveClass(/history--wide/);
  await expect(page.getByRole('table', { name: 'Each step of the estimate' })).toBeVisible();
  expect(await page.locator('main button:visible').count()).toBe(0);
});
