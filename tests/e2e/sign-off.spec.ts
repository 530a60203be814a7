import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { inserter } from '../support/demoRecords.ts';
import { addMetPiece } from '../support/signing.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const UNIT_1 = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'];
const PASSWORD = 'protect-the-study-day';

/** Evidence that Joan found met, put beside what the demo has. */
function addDecided(traineeId: string, { id, criteria }: { id: string; criteria: readonly string[] }): void {
  const database = new DatabaseSync(process.env['PORTAL_TEST_DATABASE'] ?? '', { timeout: 5000 });
  try {
    addMetPiece(inserter(database), { id, traineeId, assessorId: 'joan', criteria, title: `What ${id} shows` });
  } finally {
    database.close();
  }
}

const signedBy = (traineeId: string, subject: string) =>
  rows(
    'SELECT subject_id FROM portfolio_sign_offs WHERE trainee_id = ? AND subject = ? ORDER BY subject_id',
    traineeId,
    subject,
  ).map(({ subject_id: id }) => id);

async function tick(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) await page.getByLabel(`Sign off criterion ${id}`, { exact: true }).check();
}

async function sign(page: Page, button: string, password = PASSWORD): Promise<void> {
  const form = page
    .getByRole('main')
    .locator('form')
    .filter({ has: page.getByRole('button', { name: button }) });
  await form.getByLabel('Your password').fill(password);
  await form.getByRole('button', { name: button }).click();
}

test.describe('a unit, from its criteria to its signature', () => {
  test.describe.configure({ mode: 'serial' });

  test.beforeAll(({}, { project }) => {
    const traineeId = personFor('signOff', project.name);
    addDecided(traineeId, { id: `unit-one-${project.name}`, criteria: UNIT_1 });
  });

  test(
    'her assessor reads what is under each criterion, ticks three, and signs them in one step',
    BOTH,
    async ({ page, signInAs, watch, javaScriptEnabled }, { project }) => {
      const traineeId = personFor('signOff', project.name);
      await signInAs('joan');
      await page.goto(`/assess/trainees/${traineeId}/sign`);
      await expect(page.getByRole('heading', { name: 'Criterion 1.1', exact: true })).toBeVisible();
      await page.getByText(`Read “What unit-one-${project.name} shows”`).first().click();
      await expect(page.getByText('Somebody made up did something made up.').first()).toBeVisible();
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      watch.allow(400);
      await sign(page, 'Sign off what is ticked');
      await expectProblems(page, 'Choose what you sign off');
      await tick(page, ['1.1', '1.2', '1.3']);
      await sign(page, 'Sign off what is ticked', 'not the password');
      await expectProblems(page, 'The password is not right');
      await expect(page.getByLabel('Sign off criterion 1.2', { exact: true })).toBeChecked();
      await expect(page.getByLabel('Sign off criterion 1.4', { exact: true })).not.toBeChecked();
      await sign(page, 'Sign off what is ticked');
      await expect(page.getByRole('status').filter({ hasText: '3 criteria: 1.1, 1.2, 1.3' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Criterion 1.1', exact: true })).toHaveCount(0);
      expect(signedBy(traineeId, 'criterion')).toEqual(expect.arrayContaining(['1.1', '1.2', '1.3']));
    },
  );

  test(
    'a page that is out of date signs nothing, and says what changed',
    BOTH,
    async ({ page, signInAs, watch }, { project }) => {
      const traineeId = personFor('signOff', project.name);
      await signInAs('joan');
      await page.goto(`/assess/trainees/${traineeId}/sign?criterion=1.4`);
      addDecided(traineeId, { id: `later-${project.name}`, criteria: ['1.4'] });
      watch.allow(409);
      await sign(page, 'Sign off criterion 1.4');
      await expectProblems(page, 'What is under criterion 1.4 changed after you opened this page.');
      await expect(page.getByRole('heading', { name: `What later-${project.name} shows` })).toBeVisible();
      expect(signedBy(traineeId, 'criterion')).not.toContain('1.4');
      await sign(page, 'Sign off criterion 1.4');
      await expect(page.getByRole('status').filter({ hasText: 'Signed off: Criterion 1.4' })).toBeVisible();
    },
  );

  test('the rest, then the unit', BOTH, async ({ page, signInAs }, { project }) => {
    const traineeId = personFor('signOff', project.name);
    await signInAs('joan');
    await page.goto(`/assess/trainees/${traineeId}/sign`);
    await expect(page.getByRole('heading', { name: 'Unit 1', exact: true }), 'not before its criteria').toHaveCount(0);
    await tick(page, ['1.5', '1.6', '1.7', '1.8']);
    await sign(page, 'Sign off what is ticked');
    await expect(page.getByRole('status').filter({ hasText: '4 criteria' })).toBeVisible();
    await page.goto(`/assess/trainees/${traineeId}/sign?unit=1`);
    const under = page.getByRole('main').getByRole('listitem');
    await expect(under.filter({ hasText: 'Joan Merriman' })).toHaveCount(UNIT_1.length);
    await sign(page, 'Sign off unit 1');
    await expect(page.getByRole('status').filter({ hasText: 'Signed off: Unit 1' })).toBeVisible();
    expect(signedBy(traineeId, 'unit')).toEqual(['1']);
  });

  test('what is signed is locked, and the trainee sees it', BOTH, async ({ page, signInAs }, { project }) => {
    const traineeId = personFor('signOff', project.name);
    await signInAs('joan');
    await page.goto(`/assess/unit-one-${project.name}-1`);
    await expect(page.getByRole('button', { name: /release|decision/i })).toHaveCount(0);
    await page.goto(`/assess/trainees/${traineeId}/sign?unit=1`);
    await expect(page.getByText(/Unit 1 was signed off by Joan Merriman on/)).toBeVisible();
    await page.context().clearCookies();
    await signInAs(traineeId);
    await page.goto('/portfolio');
    await expect(page.getByText('8 of 8 met').first()).toBeVisible();
  });
});
