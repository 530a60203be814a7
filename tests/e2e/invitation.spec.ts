import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { expect, expectProblems, test } from '../support/journey.ts';
import { type MailServerHere, startMailServer } from '../support/mailServer.ts';
import { violationsOn } from './axe.ts';
import { onItsOwnPortal, type OwnPortal } from './ownPortal.ts';

const EMAIL = 'ines.invited@pqip.example';
/** The mail server takes nothing for her. */
const REFUSED = 'amara@pqip.example';
const FIRST = 'copper lantern seven tides';
const SECOND = 'four wet boots by a gate';

/** The newest link of a kind among the e-mails to her, once one has come. */
async function linkIn(server: MailServerHere, kind: 'welcome' | 'reset'): Promise<string> {
  const find = async () => {
    const letters = await Promise.all(server.received.map((_one, index) => server.parse(index)));
    const links = letters.map(({ text = '' }) => new RegExp(`https?://\\S+/${kind}/[\\w-]{43}`).exec(text)?.[0]);
    return links.findLast((link) => link !== undefined) ?? '';
  };
  await expect.poll(find).not.toBe('');
  expect(server.received.every(({ to }) => to === EMAIL)).toBe(true);
  return find();
}

/** An administrator makes the account and sends the invitation. */
async function invite(page: Page, { goto, as }: OwnPortal): Promise<void> {
  await as('harvey');
  await goto('/admin/people/new');
  await page.getByLabel('Name').fill('Ines Invited');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page
    .getByRole('checkbox', { name: /quality assurer/i })
    .first()
    .check();
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ines Invited');
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Send a link' }) });
  await form.getByLabel('Your password').fill(DEMO_PASSWORD);
  await form.getByRole('button').click();
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'Ines Invited' })).toBeVisible();
}

/** She opens the link, tries too short a password, then one that is taken, and signs in with it. */
async function accept(page: Page, link: string): Promise<void> {
  await expect(page.getByText(link), 'nobody but she sees the link').toHaveCount(0);
  await page.context().clearCookies();
  await page.goto(link);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('New password').fill('ines invited');
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expectProblems(page, /15 characters or more/);
  await page.getByLabel('New password').fill(FIRST);
  await page.getByRole('button', { name: 'Show what is typed' }).click();
  await expect(page.getByLabel('New password')).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expect(page.getByText('Your password is kept.')).toBeVisible();
  await signIn(page, FIRST);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing');
}

/** Somebody has forgotten it. */
async function forget(page: Page, { goto }: OwnPortal, email: string): Promise<void> {
  await page.context().clearCookies();
  await goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('If somebody here has that address')).toBeVisible();
}

/** The administrator reads on a phone which e-mail was refused and why, and has it tried again. */
async function seesRefused(page: Page, own: OwnPortal): Promise<void> {
  await forget(page, own, REFUSED);
  await own.as('harvey');
  await page.setViewportSize({ width: 360, height: 800 });
  const givenUp = page.getByRole('table', { name: 'Given up' });
  await expect(async () => {
    await own.goto('/admin/mail');
    await expect(givenUp.getByRole('row', { name: /Amara Okafor/ })).toContainText('refused it for good (550)');
  }).toPass();
  expect((await givenUp.boundingBox())?.width, 'all of it on a phone').toBeLessThanOrEqual(360);
  expect(await violationsOn(page)).toEqual([]);
  await givenUp.getByRole('button', { name: /^Try again.*Amara Okafor/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'It is tried again now.' })).toBeVisible();
}

test('somebody new is invited by e-mail, chooses a password, forgets it and chooses another', async ({
  page,
  watch,
}) => {
  watch.allow(400);
  watch.allow(404);
  const server = await startMailServer({ manner: (to) => (to === REFUSED ? 'refuse' : 'accept') });
  const tell = onItsOwnPortal(page, { env: { SMTP_URL: server.url } }, async (own) => {
    await invite(page, own);
    await accept(page, await linkIn(server, 'welcome'));
    await forget(page, own, EMAIL);
    await page.goto(await linkIn(server, 'reset'));
    await page.getByLabel('New password').fill(SECOND);
    await page.getByRole('button', { name: 'Keep this password' }).click();
    await signIn(page, SECOND);
    await page.getByRole('link', { name: 'Ines Invited' }).click();
    await page.getByRole('link', { name: 'What was done with your account' }).click();
    await expect(page.getByRole('rowheader', { name: 'Password set by a link' })).toHaveCount(2);
    await seesRefused(page, own);
  });
  await tell.finally(() => server.close());
});
