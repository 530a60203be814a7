import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
const NAMES: Readonly<Record<string, string>> = {
  marcus: 'Marcus Bright',
  kofi: 'Kofi Asante',
  ella: 'Ella Northcott',
};

/** Two taps: "Lost", then the cause. */
async function sayItWasLost(page: Page): Promise<void> {
  const record = page.getByRole('region', { name: 'To record' });
  await record.locator('summary').filter({ hasText: /Lost:/ }).first().click();
  await record.getByRole('button', { name: 'Duty cover' }).first().click();
}

test(
  'a study day is lost in two taps, made up in one more, and the tutor sees it at once',
  BOTH,
  async ({ page, signInAs, anotherDevice }, { project }) => {
    const person = personFor('studyTime', project.name);
    await signInAs(person);
    await page.goto('/study-time');
    await sayItWasLost(page);
    await expect(page.getByRole('status').filter({ hasText: '7 hours 24 minutes lost on Thursday' })).toBeVisible();
    const makeUp = page.getByRole('region', { name: 'Study day lost? When can you make it up?' });
    await makeUp.getByRole('button').first().click();
    await expect(page.getByRole('status').filter({ hasText: 'Planned' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Planned' }).getByText(/To make up Thursday/)).toBeVisible();

    const tutor = await anotherDevice();
    await enter(tutor, 'ruth');
    await tutor.goto('/cohorts/london/study-time');
    const row = tutor.getByRole('row').filter({ hasText: NAMES[person] ?? person });
    await expect(row).toContainText('duty cover');
    await row.getByRole('link').click();
    await expect(tutor.getByRole('heading', { level: 1 })).toContainText(NAMES[person] ?? person);
    await expect(tutor.getByRole('row').filter({ hasText: 'Duty cover' }).first()).toContainText('7 hours 24 minutes');
    await tutor.goto('/');
    const told = tutor
      .getByRole('listitem')
      .filter({ hasText: `${NAMES[person] ?? person}: 7 hours 24 minutes of study time` });
    await expect(told.first()).toContainText('were lost to duty cover');

    await page.goto('/study-time');
    await page.getByText(/^Recorded in/).click();
    const item = page
      .locator('li')
      .filter({ hasText: '7 hours 24 minutes lost to duty cover' })
      .filter({ has: page.locator('summary') })
      .filter({ hasText: 'Correct Thursday' })
      .first();
    await item.getByText(/^Correct Thursday/).click();
    await item.getByLabel('What was it lost to?').selectOption('Recall');
    await item.getByRole('button', { name: 'Correct this record' }).click();
    await page.getByText(/^Recorded in/).click();
    await expect(page.getByText('as: 7 hours 24 minutes lost to duty cover. Changed on').first()).toBeVisible();
  },
);

test('study time is planned for some weeks, what was typed stays through an error, and one day is taken out again', async ({
  page,
  signInAs,
  watch,
}, { project }) => {
  watch.allow(400);
  await signInAs(personFor('studyTime', project.name));
  await page.goto('/study-time');
  await page.locator('summary', { hasText: 'Plan study time' }).click();
  const form = page.locator('#plan');
  await form.getByLabel('Which day?').fill(inDays(60));
  await form.getByLabel('Hours').fill('2');
  await form.getByLabel('Minutes').fill('');
  await form.getByLabel(/For how many weeks/).fill('3');
  await form.getByRole('button', { name: 'Plan this time' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(form.getByLabel('Hours'), 'what was typed stays').toHaveValue('2');
  await form.getByLabel('University work').check();
  await form.getByRole('button', { name: 'Plan this time' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Planned' })).toBeVisible();
  const planned = page
    .getByRole('region', { name: 'Planned' })
    .getByRole('listitem')
    .filter({ hasText: '2 hours, university work' });
  const count = await planned.count();
  expect(count).toBeGreaterThan(0);
  await planned.last().getByText('Move it or take it out').click();
  await planned
    .last()
    .getByRole('button', { name: /^Take it out of the plan/ })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'Taken out of the plan' })).toBeVisible();
  await expect(planned).toHaveCount(count - 1);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('the page for a meeting is printed on one side of A4', async ({ page, signInAs }) => {
  await signInAs('tom');
  await page.emulateMedia({ media: 'print' });
  for (const days of ['', `?from=${inDays(-60)}&to=${inDays(0)}`]) {
    await page.goto(`/trainees/tom/study-time${days}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Study time: Tom Hughes' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'What was lost, newest first' })).toBeVisible();
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  }
});

test('one side is enough for 31 losses', async ({ page, signInAs }) => {
  await signInAs('tom');
  await page.goto(`/trainees/tom/study-time?from=${inDays(-60)}&to=${inDays(0)}`);
  await page.emulateMedia({ media: 'print' });
  const rows = await page.getByRole('table', { name: 'What was lost, newest first' }).evaluate((table) => {
    const body = table.querySelector('tbody');
    const last = body?.lastElementChild;
    while (body && last && body.children.length < 32) body.append(last.cloneNode(true));
    return body?.children.length ?? 0;
  });
  expect(rows).toBe(32);
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test(
  'a readiness check says what is missing, and is agreed by the manager once nothing else is',
  { tag: '@no-javascript' },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    watch.allow(400);
    const person = personFor('readiness', project.name);
    await signInAs(person);
    await page.goto('/placements/readiness?kind=lone_work');
    await expect(page.getByText(/Not ready yet: \d of 5 are missing/).first()).toBeVisible();
    await page.getByLabel('Who is your buddy on that day?').fill('Ring 07700 900123');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByLabel('Who is your buddy on that day?').fill('Duty officer');
    await page.getByLabel('On which day did you go along with a colleague?').fill(inDays(-7));
    await page.getByLabel('With whom?').fill('Probation officer');
    await page.getByLabel('How and when do you check in?').fill('Text before and after');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await expect(page.getByText('Not ready yet: 1 of 5 is missing.').first()).toBeVisible();
    const manager = await anotherDevice();
    await enter(manager, 'kerry');
    await manager.goto(`/trainees/${person}`);
    await manager.getByRole('button', { name: 'Agree: first time working alone' }).click();
    await expect(manager.getByText(/Ready: agreed by Kerry/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Ready: agreed by Kerry/).first()).toBeVisible();
  },
);
