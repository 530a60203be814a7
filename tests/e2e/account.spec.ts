import { expect, expectProblems, test, typeSignIn } from '../support/journey.ts';
import { GUESSED_AT } from '../support/newcomers.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: '@no-javascript' };

test.describe('somebody’s account', () => {
  test(
    'the page she asked for is what she sees after signing in; signed in already, the sign-in page sends her on',
    BOTH,
    async ({ page }, { project }) => {
      await page.goto('/portfolio/evidence/new?criteria=3.1');
      await expect(page).toHaveURL(/\/sign-in\?to=/);
      await typeSignIn(page, personFor('account', project.name));
      await expect(page).toHaveURL('/portfolio/evidence/new?criteria=3.1');
      await page.goto('/sign-in?to=%2Fprogress');
      await expect(page).toHaveURL('/progress');
      await page.goto('/sign-in?to=https%3A%2F%2Felsewhere.example%2F');
      await expect(page, 'never to another site').toHaveURL('/');
    },
  );

  test(
    'a wrong password and an unknown name get the same answer, and what was typed stays',
    BOTH,
    async ({ page, watch }) => {
      watch.allow(422);
      watch.allow(400);
      await page.goto('/sign-in');
      for (const who of ['amara', 'nobody-of-that-name']) {
        await typeSignIn(page, who, 'not the password');
        await expectProblems(page, 'The e-mail address or the password is not right');
        await expect(page.getByLabel('E-mail address')).toHaveValue(`${who}@pqip.example`);
        await expect(page.getByLabel('Password')).toHaveValue('');
      }
      await page.getByLabel('E-mail address').fill('');
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expectProblems(page, 'Enter your e-mail address', 'Enter your password');
    },
  );

  test(
    'she sees where she is signed in, ends one of them, and signs out everywhere',
    BOTH,
    async ({ page, anotherDevice }, { project }) => {
      const person = personFor('account', project.name);
      const [second, third] = [await anotherDevice(), await anotherDevice()];
      for (const browser of [page, second, third]) {
        await browser.goto('/account');
        await typeSignIn(browser, person);
        await expect(browser.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
      }
      await page.reload();
      await expect(page.getByRole('definition').filter({ hasText: 'on this device' })).toHaveCount(1);
      const before = await page.getByRole('button', { name: /^End this one/ }).count();
      await page
        .getByRole('button', { name: /^End this one/ })
        .first()
        .click();
      await expect(page.getByText('That sign-in has ended.').first()).toBeVisible();
      await expect(page.getByRole('button', { name: /^End this one/ })).toHaveCount(before - 1);
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await expect(page.getByText('You have signed out.')).toBeVisible();
      for (const browser of [page, second, third]) {
        await browser.goto('/account');
        await expect(browser).toHaveURL('/sign-in?to=%2Faccount');
      }
    },
  );

  test(
    'she signs out, and the back button shows nothing of hers that she could use',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      await signInAs(personFor('account', project.name));
      await page.goto('/progress');
      const menu = page.getByRole('banner').getByRole('button', { name: /^Menu/u });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You have signed out.')).toBeVisible();
      await page.goBack();
      await expect(page, 'nothing was kept by the browser').toHaveURL('/sign-in?to=%2Fprogress');
    },
  );

  test('after many wrong passwords she is told how long to wait', async ({ page, watch }) => {
    watch.allow(422);
    watch.allow(429);
    await page.goto('/sign-in');
    for (let tries = 0; tries < 10; tries += 1) {
      await typeSignIn(page, GUESSED_AT.id, 'not the password');
      await expectProblems(page, 'The e-mail address or the password is not right');
    }
    await typeSignIn(page, GUESSED_AT.id);
    await expectProblems(page, /^Too many tries\. Wait .* and try again\. Nothing else is locked\.$/);
    await page.goto('/sign-in');
    await typeSignIn(page, 'gethin');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Gethin' })).toBeVisible();
  });
});
