import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { type FilledForm, formOn, sendAgain } from './filledForm.ts';
import { chooseCriteria, decide, sign } from './portfolioSteps.ts';

/** Projects run side by side, and one assessor has them all in her queue. */
const titleIn = (projectName: string) => `A visit that I prepared better, ${projectName}`;
const BOTH = { tag: ['@no-javascript'] };

test.describe('a piece of evidence from the first word to the signature', () => {
  test.describe.configure({ mode: 'serial' });

  test(
    'a trainee writes an account, is told what is missing with nothing lost, and submits it',
    BOTH,
    async ({ page, signInAs, watch }, { project }) => {
      const title = titleIn(project.name);
      await signInAs(personFor('portfolio', project.name));
      watch.allow(400);
      await page.goto('/portfolio/evidence/new');
      await page.getByLabel('Your account', { exact: true }).fill('First I read the file.');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Evidence without a title yet' })).toBeVisible();
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expectProblems(page, 'Enter a title', /criteri/);
      await page.getByLabel('Title').fill('x'.repeat(200));
      await page.getByLabel('Your account', { exact: true }).fill('x'.repeat(15_001));
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expectProblems(
        page,
        /^Keep the title under 150 characters/,
        /^Keep it under 15,000 characters; nothing was cut off/,
      );
      await expect(page.getByLabel('Your account', { exact: true })).toHaveValue('x'.repeat(15_001));
      await page.getByLabel('Title').fill(title);
      await page
        .getByLabel('Your account', { exact: true })
        .fill('First I read the file. Then I rang the officer before me.');
      await chooseCriteria(page, ['3.1', '4.2']);
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Your assessor has it now' })).toBeVisible();
      await expect(thread(page).getByRole('heading', { name: `Version 1: ${title}` })).toBeVisible();
      await expect(thread(page)).toContainText('For criteria 3.1, 4.2');
    },
  );

  test(
    'her assessor finds it, must say what is missing, and returns it',
    BOTH,
    async ({ page, signInAs, watch }, { project }) => {
      const title = titleIn(project.name);
      await signInAs('joan');
      watch.allow(400);
      await page.goto('/assess');
      await page.getByRole('main').getByRole('link', { name: title }).click();
      await decide(page, '3.1', 'Met');
      await decide(page, '4.2', 'Working towards');
      await page.getByLabel('About the whole account').fill('A good start.');
      await page.getByRole('button', { name: 'Save my decisions' }).click();
      await expectProblems(page, 'Say what is missing for criterion 4.2');
      await expect(page.getByLabel('About the whole account')).toHaveValue('A good start.');
      await expect(page.getByRole('group', { name: /^4\.2 / }).getByLabel('Working towards')).toBeChecked();
      await page.getByLabel('Feedback on 4.2').fill('Say what the officer before you told you.');
      await page.getByRole('button', { name: 'Save my decisions' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Returned' })).toBeVisible();
    },
  );

  test(
    'the trainee sees on her first page what came back, changes it and submits again',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      const title = titleIn(project.name);
      await signInAs(personFor('portfolio', project.name));
      await page.goto('/');
      await page.getByRole('listitem').filter({ hasText: 'Returned' }).getByRole('link', { name: title }).click();
      await expect(page.getByText('Say what the officer before you told you.').first()).toBeVisible();
      await page
        .getByLabel('Your account', { exact: true })
        .fill('First I read the file. The officer before me said: listen longer than is comfortable.');
      await page.getByRole('button', { name: 'Submit again to your assessor' }).click();
      await expect(thread(page).getByRole('heading', { name: `Version 2: ${title}` })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Submit/ }), 'not twice').toHaveCount(0);
    },
  );

  test(
    'her assessor signs with the password asked again, once and for good, and the ledger holds',
    BOTH,
    async ({ page, signInAs, watch, javaScriptEnabled }, { project }) => {
      const title = titleIn(project.name);
      await signInAs('joan');
      await page.goto('/assess');
      await page.getByRole('main').getByRole('link', { name: title }).click();
      await expect(page.getByText('listen longer than is comfortable')).toBeVisible();
      await decide(page, '3.1', 'Met');
      await decide(page, '4.2', 'Met');
      await page.getByRole('button', { name: 'Save my decisions' }).click();
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      watch.allow(400);
      await sign(page, 'not the password');
      await expectProblems(page, 'The password is not right');
      await sign(page, '');
      await expectProblems(page, 'Enter your password');
      await page.goto(new URL(page.url()).pathname);
      const form = await formOn(page);
      await sign(page, 'protect-the-study-day');
      await expect(page.getByRole('status').filter({ hasText: 'Signed off' })).toBeVisible();
      await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveCount(0);
      await signTwiceInVain(page, form);
      expect(signaturesOf(title)).toBe(1);
      expect(verifyLedger()).toMatch(/^Ledger verified/m);
    },
  );

  test('the trainee sees who signed, and the grid counts it', BOTH, async ({ page, signInAs }, { project }) => {
    const title = titleIn(project.name);
    await signInAs(personFor('portfolio', project.name));
    await page.goto('/portfolio');
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: title })).toContainText('Signed off');
    await page.getByText('Unit 3:').click();
    await expect(page.getByText(/Signed off 1 of \d times? needed/).first()).toBeVisible();
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText(/Signed by Joan Merriman on .*, entry \d+ of the sign-off ledger\./)).toBeVisible();
    await expect(thread(page).getByRole('heading', { name: 'Signed off' })).toBeVisible();
    await expect(thread(page)).toContainText('by Joan Merriman');
  });
});

const thread = (page: Page) => page.getByRole('region', { name: 'Handed in and decided' });

/** The back button shows that it is signed; the same form sent once more changes nothing, and the portal says so. */
async function signTwiceInVain(page: Page, form: FilledForm): Promise<void> {
  await page.goBack();
  await expect(page.getByText(/Signed by Joan Merriman on/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign off/ })).toHaveCount(0);
  const again = await sendAgain(page, { ...form, fields: { ...form.fields, password: 'protect-the-study-day' } });
  expect(again.status()).toBe(409);
  expect(await again.text()).toContain('There is a problem');
}

const signaturesOf = (title: string) =>
  rows('SELECT s.submission_id FROM sign_offs s JOIN submissions b ON b.id = s.submission_id WHERE b.title = ?', title)
    .length;

/** The administrator's verifier, which shares no code with what writes the ledger, run where the portal runs. */
function verifyLedger(): string {
  const script = fileURLToPath(new URL('../../scripts/admin.ts', import.meta.url));
  const args = ['verify', '--anchors', 'data/anchors', '--public-key', 'data/keys/ledger-public.pem'];
  return execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: process.env['PORTAL_TEST_FOLDER'],
  });
}
