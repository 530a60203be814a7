import type { Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const TITLE = 'The group I led alone';
const QUESTION = 'The Thursday when two men fell out. Please say what you saw me do.';
const REASON = 'It is the name of the group, not of anybody';
const WORDS = 'Both were heard out, in turn, and then the group was asked.';
const SENT = `${WORDS} Mr Ash was there.`;

/** A testimony that she has begun, without typing; gives back its id. */
async function begin(page: Page): Promise<string> {
  const id = crypto.randomUUID();
  const form = { id, kind: 'witness_testimony', title: TITLE, criteria: '2.5' };
  const headers = { origin: process.env['PORTAL_TEST_URL'] ?? '' };
  const to = '/portfolio/evidence/new?_action=portfolio.start';
  const sent = await page.request.post(to, { form, headers, maxRedirects: 0 });
  expect(sent.status()).toBe(303);
  return id;
}

async function makeLink(page: Page): Promise<string> {
  const ask = page.getByRole('region', { name: 'The witness' });
  await ask.getByLabel('Name of the witness').fill('Rosalind Ferry');
  await ask.getByLabel('Job of the witness').fill('Programme facilitator');
  await ask.getByLabel('What should they write about?').fill(QUESTION);
  await ask.getByRole('button', { name: 'Make a link for the witness' }).click();
  return page.getByLabel('Link for the witness').inputValue();
}

/** First nothing, then a number that leads to somebody, then what was seen. */
async function write(witness: Page, hasScript: boolean): Promise<void> {
  const send = witness.getByRole('button', { name: 'Send my account' });
  const saw = witness.getByLabel('What did you see?', { exact: true });
  await send.click();
  await expectProblems(
    witness,
    'Say how you know the trainee’s work',
    'Write what you saw',
    'Confirm that this is you and that you saw it yourself',
  );
  await witness.getByLabel('How do you know the trainee’s work?').fill('We run the group together.');
  await saw.fill(`${WORDS} Ring 020 7946 0018. Mr Ash was there.`);
  await witness.getByRole('checkbox', { name: /^I am the person named here/ }).check();
  await send.click();
  const passages = witness
    .getByRole('list', { name: /^What in “What did you see\?” looks like/ })
    .getByRole('listitem');
  if (hasScript) await expect(passages.first(), 'it stays on the device').toBeFocused();
  else await expectProblems(witness, /looks like a telephone number/);
  await expect(passages).toHaveCount(2);
  await expect(witness.getByLabel('How do you know the trainee’s work?')).toHaveValue('We run the group together.');
  await saw.fill(SENT);
  await passages.filter({ hasText: 'a person’s name' }).getByLabel('Or say why it may stay').fill(REASON);
  await send.click();
  await expect(witness.getByRole('heading', { name: 'Thank you' })).toBeVisible();
}

test(
  'a trainee asks a witness by a link, the witness writes once without an account, and the words stand in the evidence',
  BOTH,
  async ({ signInAs, anotherDevice, watch, isMobile }, { project }) => {
    for (const status of [400, 404, 422]) watch.allow(status);
    const page = await signInAs(personFor('witness', project.name));
    const id = await begin(page);
    await page.goto(`/portfolio/evidence/${id}`);
    const address = await makeLink(page);
    const { pathname } = new URL(address);
    const witness = await anotherDevice();
    await witness.goto(pathname);
    await expect(witness.getByText(QUESTION)).toBeVisible();
    await expect(witness.getByText('Work with colleagues and other agencies')).toBeVisible();
    if (project.name !== 'no-javascript') expect(await violationsOn(witness, isMobile)).toEqual([]);
    await write(witness, project.name !== 'no-javascript');
    await witness.goto(pathname);
    await expect(witness.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();

    await page.goto(`/portfolio/evidence/${id}`);
    const answer = page.getByRole('region', { name: 'What the witness wrote' });
    await expect(answer.getByText(SENT)).toBeVisible();
    await expect(answer.getByText('Rosalind Ferry, Programme facilitator')).toBeVisible();
    await expect(answer.getByRole('textbox')).toHaveCount(0);
    expect(rows('select text from witness_answers where evidence_id = ?', id)).toEqual([{ text: SENT }]);
  },
);

test('what a witness typed is there again after a lost connection, a reload, and goes once it was sent', async ({
  signInAs,
  anotherDevice,
}, { project }) => {
  const page = await signInAs(personFor('witness', project.name));
  const id = await begin(page);
  await page.goto(`/portfolio/evidence/${id}`);
  const { pathname } = new URL(await makeLink(page));
  const witness = await anotherDevice();
  await witness.goto(pathname);
  await witness.getByLabel('What did you see?').fill(WORDS);
  await witness.getByLabel('How do you know the trainee’s work?').fill('We run the group together.');
  await witness.getByRole('checkbox', { name: /^I am the person named here/ }).check();
  await witness.context().setOffline(true);
  await witness.getByRole('button', { name: 'Send my account' }).click();
  await expect(witness.getByText('There is no connection at the moment')).toBeVisible();
  await witness.context().setOffline(false);
  await witness.goto('about:blank');
  await witness.goto(pathname);
  await expect(witness.getByLabel('What did you see?')).toHaveValue(WORDS);
  await expect(
    witness.getByRole('checkbox', { name: /^I am the person named here/ }),
    'a declaration is made anew',
  ).not.toBeChecked();
  await witness.getByRole('checkbox', { name: /^I am the person named here/ }).check();
  await witness.getByRole('button', { name: 'Send my account' }).click();
  await expect(witness.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect.poll(() => witness.evaluate(() => window.sessionStorage.length), 'what was typed is let go').toBe(0);
});

test(
  'an assessor asks a witness herself, takes the link back and makes another',
  { tag: '@no-javascript' },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    watch.allow(404);
    const trainee = personFor('witness', project.name);
    await signInAs('joan');
    await page.goto(`/assess/records/new?trainee=${trainee}&witness=yes`);
    const title = `Asked by Joan on ${project.name}`;
    await page.getByLabel('What is it about, in a few words?').fill(title);
    await page.getByLabel('Name of the witness').fill('Harriet Boone');
    await page.getByLabel('Job of the witness').fill('Duty desk');
    await page.getByLabel('What should they write about?').fill('The Tuesday morning on the desk.');
    await page.getByRole('button', { name: 'Make a link for the witness' }).click();
    const first = new URL(await page.getByLabel('Link for the witness').inputValue()).pathname;
    await page.getByRole('button', { name: /^Take the link back/ }).click();
    await expect(page.getByText('The link was taken back. It opens nothing any more.')).toBeVisible();
    await page.getByRole('button', { name: /^Make a new link/ }).click();
    const second = new URL(await page.getByLabel('Link for the witness').inputValue()).pathname;
    const witness = await anotherDevice();
    await witness.goto(first);
    await expect(witness.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
    await witness.goto(second);
    await expect(witness.getByText('Joan Merriman')).toBeVisible();
    const hers = await anotherDevice();
    await enter(hers, trainee);
    await hers.goto('/portfolio');
    await expect(hers.getByRole('link', { name: title })).toBeVisible();
  },
);
