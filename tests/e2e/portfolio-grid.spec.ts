import { londonDay } from '#src/domain/calendar.ts';
import { enter, expect, loseSession, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@no-javascript'] };
const OWN = 'I can do it with help';

test(
  'her own rating is kept beside the result, without a reload where scripts run, and her manager does not see it',
  BOTH,
  async ({ page, signInAs, anotherDevice, javaScriptEnabled }, { project }) => {
    const person = personFor('portfolio', project.name);
    await signInAs(person);
    await page.goto('/portfolio');
    await page
      .getByText(/^Unit 6: /)
      .first()
      .click();
    const row = page.locator('#criterion-6\\.7');
    await row.getByLabel(/Your own rating/).selectOption(OWN);
    if (javaScriptEnabled) await expect(row.getByRole('status')).toHaveText('Kept');
    else await row.getByRole('button', { name: 'Keep' }).click();
    await page.goto('/portfolio?rated=6.7');
    await expect(row.getByLabel(/Your own rating/).locator('option:checked')).toHaveText(OWN);
    await expect(row).toContainText('Result:');
    await page.getByRole('link', { name: 'Show only what is missing' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'What is missing' })).toBeVisible();
    await expect(row.getByLabel(/Your own rating/).locator('option:checked')).toHaveText(OWN);
    await expect(page.getByRole('heading', { name: 'Your evidence' }), 'and nothing else').toHaveCount(0);
    const tutor = await anotherDevice();
    await enter(tutor, 'ruth');
    await tutor.goto(`/trainees/${person}`);
    await expect(tutor.locator('#criterion-6\\.7')).toContainText(`Their own rating: “${OWN}”`);
    const manager = await anotherDevice();
    await enter(manager, 'kerry');
    await manager.goto('/trainees/amara');
    await expect(manager.locator('#criterion-6\\.7')).toHaveCount(1);
    await expect(manager.getByText('Their own rating')).toHaveCount(0);
  },
);

test('a rating chosen before the script has come is kept once it has', async ({ page, signInAs }, { project }) => {
  await signInAs(personFor('portfolio', project.name));
  const scripts: (() => void)[] = [];
  await page.route(/RatingKeeper/, async (route) => {
    await new Promise<void>((resolve) => scripts.push(resolve));
    await route.continue();
  });
  await page.goto('/portfolio', { waitUntil: 'commit' });
  await page
    .getByText(/^Unit 6: /)
    .first()
    .click();
  const row = page.locator('#criterion-6\\.6');
  await row.getByLabel(/Your own rating/).selectOption(OWN);
  await expect.poll(() => scripts.length).toBe(1);
  for (const come of scripts) come();
  await expect(row.getByRole('status')).toHaveText('Kept');
});

test('a rating chosen after the session has ended waits until she has signed in beside the page', async ({
  page,
  signInAs,
  watch,
}, { project }) => {
  const person = personFor('portfolio', project.name);
  await signInAs(person);
  watch.allow(401);
  await page.goto('/portfolio');
  await page
    .getByText(/^Unit 6: /)
    .first()
    .click();
  await expect(page.locator('html')).toHaveClass(/keeps-ratings/);
  await loseSession(page);
  const row = page.locator('#criterion-6\\.6');
  await row.getByLabel(/Your own rating/).selectOption('I could show others');
  await page.getByRole('button', { name: 'Sign in here to save it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('E-mail address').fill(`${person}@pqip.example`);
  await dialog.getByLabel('Password').fill('protect-the-study-day');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(row.getByRole('status')).toHaveText('Kept');
});

test(
  'in her first week she is told what a portfolio is and what its words mean; handed in without an assessor, it says that it waits',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, signInAs, javaScriptEnabled }, { project }) => {
    await signInAs(personFor('firstWeek', project.name));
    await page.goto('/portfolio');
    await expect(page.getByText('A criterion is one thing that you show you can do.')).toBeVisible();
    await page.getByText('What these words mean').click();
    await expect(page.getByText('Your assessor has signed it off.')).toBeVisible();
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Start a piece of evidence' }).click();
    await page.getByLabel('Reflective account').check();
    await page.getByRole('button', { name: 'Carry on' }).click();
    await page.getByLabel('Title').fill('My first visit to a court');
    await page.getByLabel('When did it happen?').fill(londonDay(new Date()));
    await page.getByLabel('Your account', { exact: true }).fill('I watched, and I asked two questions afterwards.');
    await page.getByText(/^Unit 1: /).click();
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    await page.getByRole('button', { name: 'Submit to your assessor' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Nobody is named as your assessor yet.' })).toBeVisible();
    await page.goto('/portfolio');
    await expect(page.getByText('A criterion is one thing that you show you can do.')).toHaveCount(0);
  },
);
