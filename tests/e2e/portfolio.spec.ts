import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';
import { chooseCriteria, decide, release, sign } from './portfolioSteps.ts';

/** Projects run side by side, and one assessor has them all in her queue. */
const titleIn = (projectName: string) => `A visit that I prepared better, ${projectName}`;
const YESTERDAY = addDays(londonDay(new Date()), -1);
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
      await page.goto('/portfolio/evidence/new?criteria=1.1');
      await page.getByRole('button', { name: 'Carry on' }).click();
      await expectProblems(page, 'Choose what kind of evidence it is');
      await page.getByLabel('Reflective account').check();
      await page.getByRole('button', { name: 'Carry on' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Evidence without a title yet' })).toBeVisible();
      await expect(page.getByRole('checkbox', { name: /^1\.1 / })).toBeChecked();
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expectProblems(
        page,
        'Enter a title',
        'Give the day it happened',
        'Write your account before you submit it',
      );
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
      await page.getByLabel('When did it happen?').fill(YESTERDAY);
      await page
        .getByLabel('Your account', { exact: true })
        .fill('First I read the file. Then I rang the officer before me.');
      await chooseCriteria(page, ['1.1', '1.6']);
      await page.getByLabel('Where in it is 1.6 shown?').fill('The second sentence');
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'has it now, as it was at this moment' })).toBeVisible();
      await expect(thread(page).getByRole('heading', { name: `Version 1: ${title}` })).toBeVisible();
      await expect(thread(page)).toContainText('Criterion 1.1');
      await expect(thread(page)).toContainText('The second sentence');
    },
  );

  test(
    'she takes it back before anybody decides, and hands it in once more while her draft stays open',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      const title = titleIn(project.name);
      await signInAs(personFor('portfolio', project.name));
      await page.goto('/portfolio');
      await page.getByRole('main').getByRole('link', { name: title }).first().click();
      await expect(page.getByText(/With .+ for a decision on each criterion\. Handed in today\./u)).toBeVisible();
      await page.getByText('Withdraw this version').click();
      await page.getByRole('button', { name: 'Withdraw version 1' }).click();
      await expect(page.getByText('Your assessor no longer has it.')).toBeVisible();
      await expect(thread(page).getByRole('heading', { name: 'Version 1 withdrawn' })).toBeVisible();
      await page.getByRole('button', { name: 'Submit to your assessor' }).click();
      await expect(thread(page).getByRole('heading', { name: `Version 2: ${title}` })).toBeVisible();
      await expect(thread(page).getByText('I rang the officer before me').last(), 'of an older version').toBeHidden();
      await thread(page).getByText('Read version 1').click();
      await expect(thread(page).getByText('I rang the officer before me').last()).toBeVisible();
      await expect(page.getByLabel('Your account', { exact: true }), 'what was handed in comes first').toBeHidden();
      await page.getByText('Your draft stays open to you').click();
      await expect(page.getByLabel('Your account', { exact: true })).toBeEditable();
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await expect(page.getByLabel('Your account', { exact: true }), 'open where it was just saved').toBeVisible();
      await expect(page.getByRole('button', { name: /^Submit/ }), 'not twice').toHaveCount(0);
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
      await decide(page, '1.1', 'Met');
      await decide(page, '1.6', 'Working towards');
      await page.getByLabel('About the whole').fill('A good start.');
      await page.getByRole('button', { name: 'Look at what will be released' }).click();
      await expectProblems(page, 'Say what is missing for criterion 1.6');
      await expect(page.getByLabel('About the whole')).toHaveValue('A good start.');
      await expect(page.getByRole('group', { name: /^1\.6 / }).getByLabel('Working towards')).toBeChecked();
      await page.getByLabel('Feedback on 1.6').fill('Say what the officer before you told you.');
      await release(page);
      await expect(page.getByRole('status').filter({ hasText: 'Released' })).toBeVisible();
    },
  );

  test(
    'the trainee sees on her first page what came back, says what she changed and submits again',
    BOTH,
    async ({ page, signInAs, watch }, { project }) => {
      const title = titleIn(project.name);
      await signInAs(personFor('portfolio', project.name));
      watch.allow(400);
      await page.goto('/');
      await page
        .getByRole('listitem')
        .filter({ hasText: /Returned on \w+day \d/u })
        .getByRole('link', { name: title })
        .click();
      await expect(page.getByText('Say what the officer before you told you.'), 'told once').toHaveCount(1);
      await expect(thread(page).getByText('What was asked for stands at the top of this page')).toBeVisible();
      await page
        .getByLabel('Your account', { exact: true })
        .fill('First I read the file. The officer before me said: listen longer than is comfortable.');
      await page.getByRole('button', { name: 'Submit again to your assessor' }).click();
      await expectProblems(page, 'Say what you changed since it came back');
      await page.getByLabel('What did you change?').fill('I added what the officer told me.');
      await page.getByRole('button', { name: 'Submit again to your assessor' }).click();
      await expect(thread(page).getByRole('heading', { name: `Version 3: ${title}` })).toBeVisible();
      await expect(thread(page)).toContainText('What changed: I added what the officer told me.');
      await page.getByText('Compare with version 2').click();
      await expect(thread(page)).toContainText(/\d+ words added, \d+ words taken out\./);
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
      await decide(page, '1.1', 'Met');
      await decide(page, '1.6', 'Met');
      await release(page);
      await page.goto(`/assess/${newestOf(title)}/sign`);
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      watch.allow(400);
      await sign(page, ['1.1', '1.6'], 'not the password');
      await expectProblems(page, 'The password is not right');
      await page.goto(`/assess/${newestOf(title)}/sign`);
      await sign(page, ['1.1', '1.6'], DEMO_PASSWORD);
      await expect(page.getByRole('status').filter({ hasText: 'Signed off' })).toBeVisible();
      expect(signaturesOf(title)).toBe(2);
      await page.goto(`/assess/${newestOf(title)}/sign`);
      await expect(page.getByText('Nothing waits for your signature here.')).toBeVisible();
      expect(verifyLedger()).toMatch(/^Ledger verified/m);
    },
  );

  test('the trainee sees who signed, and the grid counts it', BOTH, async ({ page, signInAs }, { project }) => {
    const title = titleIn(project.name);
    await signInAs(personFor('portfolio', project.name));
    await page.goto('/portfolio');
    const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await expect(entry.filter({ hasText: 'Signed off' }).first()).toBeVisible();
    await page.getByText('Unit 1:').click();
    await expect(page.locator('#criterion-1\\.6')).toContainText('Shown 1 of 1 time needed.');
    await expect(page.locator('#criterion-1\\.6')).toContainText(
      /Signed off by Joan Merriman on .*, under version demo-1\./,
    );
    await page.getByRole('link', { name: title }).first().click();
    await expect(thread(page).getByRole('heading', { name: 'Criteria 1.1, 1.6 signed off' })).toBeVisible();
    await expect(thread(page)).toContainText('by Joan Merriman');
    await expect(page.getByText('Remove this evidence'), 'a signature rests on it').toHaveCount(0);
  });
});

const thread = (page: Page) => page.getByRole('region', { name: 'Handed in and decided' });

const newestOf = (title: string) =>
  String(rows('SELECT id FROM submissions WHERE title = ? ORDER BY number DESC LIMIT 1', title)[0]?.['id']);

const signaturesOf = (title: string) =>
  rows(
    `SELECT DISTINCT o.id FROM portfolio_sign_offs o JOIN sign_off_basis b ON b.sign_off_id = o.id
     JOIN submissions s ON s.id = b.submission_id WHERE s.title = ?`,
    title,
  ).length;

/** The administrator's verifier, which shares no code with what writes the ledger, run where the portal runs. */
function verifyLedger(): string {
  const script = fileURLToPath(new URL('../../scripts/admin.ts', import.meta.url));
  const args = ['verify', '--anchors', 'data/anchors', '--public-key', 'data/keys/ledger-public.pem'];
  return execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: process.env['PORTAL_TEST_FOLDER'],
  });
}
