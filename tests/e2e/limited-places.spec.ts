import type { Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const OPEN = 'HMP Fernhill (made up), one day';
const CLOSED = 'Larch House approved premises (made up), one day';
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test(
  'a trainee asks for a seat of a place with few seats, and takes her wish back',
  { tag: ['@phone', '@no-javascript'] },
  async ({ signInAs }, { project }) => {
    const page = await signInAs(personFor('limitedPlaces', project.name));
    await page.goto('/placements/offers');
    await page.getByRole('button', { name: `Ask for a seat at ${OPEN}` }).click();
    await expect(page.getByRole('status').filter({ hasText: 'You asked for a seat' })).toBeVisible();
    await page.getByRole('button', { name: `Take your wish back at ${OPEN}` }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Your wish was taken back' })).toBeVisible();
    await expect(page.getByRole('button', { name: `Ask for a seat at ${OPEN}` })).toBeVisible();
  },
);

test('an administrator gives the seats out once, and everybody who asked sees where she stood and why', async ({
  signInAs,
  anotherDevice,
}) => {
  const page = await signInAs('harvey');
  await page.goto('/admin/placements');
  await page.getByRole('button', { name: `Give out the seats at ${CLOSED}` }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'The seats are given out' })).toBeVisible();
  await page.getByText(`How the seats at ${CLOSED} were given out`).click();
  const order = rows(
    `select trainee_id, placement_id, reason from placement_awards where offer_id = 'premises-day' order by rank`,
  );
  expect(order).toHaveLength(3);
  expect(order.map(({ placement_id }) => placement_id !== null)).toEqual([true, true, false]);
  for (const { reason } of order) await expect(page.getByText(String(reason))).toBeVisible();
  const trainee = await anotherDevice();
  await sees(trainee, order[0], 'You have a seat.');
  await trainee.getByRole('link', { name: `The plan of your placement at ${CLOSED}` }).click();
  await expect(trainee.getByRole('heading', { name: CLOSED, level: 1 })).toBeVisible();
  await sees(trainee, order[2], 'You have no seat this time.');
});

async function sees(page: Page, award: Record<string, unknown> | undefined, outcome: string): Promise<void> {
  await page.context().clearCookies();
  await enter(page, String(award?.['trainee_id']));
  await page.goto('/placements/offers');
  await expect(page.getByText(outcome)).toBeVisible();
  await expect(page.getByText(String(award?.['reason']))).toBeVisible();
}

test('an administrator offers places to one cohort: it is there for them, and for nobody else', async ({
  signInAs,
  anotherDevice,
  watch,
}) => {
  watch.allow(400);
  const page = await signInAs('harvey');
  await page.goto('/admin/placements');
  await page.getByRole('button', { name: 'Offer these places' }).click();
  await expectProblems(
    page,
    'Choose what kind of place it is',
    'Say where it is',
    'Give a whole number of seats from 1 to 100',
  );
  await page.getByLabel('What kind of place is it?').selectOption('Court');
  await page.getByLabel('Where is it?').fill('Made-up Crown Court');
  await page.getByLabel('Whom do they ask for when they arrive?').fill('The usher');
  await page.getByLabel('What is there to learn?').fill('A sentencing morning.');
  await page.getByLabel('First day').fill(dayAhead(60));
  await page.getByLabel('Last day', { exact: true }).fill(dayAhead(61));
  await page.getByLabel('How many seats are there?').fill('4');
  await page.getByLabel('Last day to ask for a seat').fill(dayAhead(60));
  await page.getByLabel('For whom?').selectOption('Wales, autumn intake');
  await page.getByRole('button', { name: 'Offer these places' }).click();
  await expectProblems(page, 'Choose a day before the first day there');
  await page.getByLabel('Last day to ask for a seat').fill(dayAhead(30));
  await page.getByRole('button', { name: 'Offer these places' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The places are offered' })).toBeVisible();
  const trainee = await anotherDevice();
  await enter(trainee, 'carwyn');
  await trainee.goto('/placements/offers');
  await expect(trainee.getByRole('heading', { name: 'Made-up Crown Court' })).toBeVisible();
  await trainee.context().clearCookies();
  await enter(trainee, 'ade');
  await trainee.goto('/placements/offers');
  await expect(trainee.getByRole('heading', { name: 'Open now' })).toBeVisible();
  await expect(trainee.getByRole('heading', { name: 'Made-up Crown Court' })).toHaveCount(0);
});
