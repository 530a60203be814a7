import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

/** Weeks ahead of everything else that is planned. */
const DAY = new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10);

/** A placement of hers that nobody has agreed to yet, proposed without typing. */
async function propose(page: Page): Promise<string> {
  const id = randomUUID();
  const form = {
    id,
    kind: 'prison',
    place: 'HMP Larkmoor (made up)',
    hostContact: 'Reception',
    lookFor: 'How a first morning goes.',
    startsOn: DAY,
    endsOn: DAY,
  };
  const headers = { origin: process.env['PORTAL_TEST_URL'] ?? '' };
  const sent = await page.request.post('/placements?_action=placements.propose', { form, headers, maxRedirects: 0 });
  expect(sent.status()).toBe(303);
  return id;
}

test(
  'a trainee asks the host by a link, the host answers once without an account, and she sees what was said',
  { tag: ['@phone', '@no-javascript'] },
  async ({ signInAs, anotherDevice, watch, isMobile }, { project }) => {
    for (const status of [400, 404]) watch.allow(status);
    const page = await signInAs(personFor('placementHost', project.name));
    const id = await propose(page);
    await page.goto(`/placements/${id}`);
    await page.getByRole('button', { name: 'Make a link for the host' }).click();
    const address = await page.getByLabel('Link for the host').inputValue();
    await expect(page.getByLabel(/^An e-mail to paste/)).toHaveValue(new RegExp(address.replaceAll(/[.?]/g, '\\$&')));
    const host = await anotherDevice();
    await host.goto(new URL(address).pathname);
    await expect(host.getByRole('heading', { name: 'A trainee would like to come to you' })).toBeVisible();
    await expect(host.getByText('HMP Larkmoor (made up)')).toBeVisible();
    if (project.name !== 'no-javascript') expect(await violationsOn(host, isMobile)).toEqual([]);
    await answerAsHost(host);
    await expect(host.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await host.goto(new URL(address).pathname);
    await expect(host.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
    await page.goto(`/placements/${id}`);
    const section = page.getByRole('region', { name: 'The host' });
    await expect(section.getByText('Moira Tennant, Reception team')).toBeVisible();
    await expect(section.getByText('Come to the small gate.')).toBeVisible();
    expect(rows('select agrees from placement_host_answers where placement_id = ?', id)).toEqual([{ agrees: 1 }]);
  },
);

/** First nothing, then all of it, with the keyboard alone. */
async function answerAsHost(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'Send my answer' }).click();
  await expectProblems(host, 'Give your name', 'Give your job or your team', 'Say whether you agree');
  await host.getByLabel('Your name').fill('Moira Tennant');
  await host.getByLabel('Your job or team').fill('Reception team');
  await host.getByRole('radio', { name: 'Yes, that is all right' }).press('Space');
  await host.getByLabel(/Anything to add/).fill('Come to the small gate.');
  await host.getByRole('button', { name: 'Send my answer' }).press('Enter');
}
