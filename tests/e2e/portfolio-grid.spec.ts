import { enter, expect, loseSession, test } from '../support/journey.ts';
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
