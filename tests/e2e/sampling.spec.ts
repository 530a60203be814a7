import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { decide } from './portfolioSteps.ts';

const REASON = 'The second paragraph says what was felt, and not what was done about it.';
const TESTS = ['Valid?', 'Authentic?', 'Current?', 'Sufficient?'];
const NAMES: Readonly<Record<string, string>> = { sofia: 'Sofia Lindqvist', imran: 'Imran Sadiq' };
/** What of theirs Joan signed off: an account of criteria 2.2 and 3.3. */
const PIECES: Readonly<Record<string, string>> = { sofia: 'sofia-evidence-2-1', imran: 'imran-evidence-1-1' };

async function beginPlan(page: Page, title: string): Promise<void> {
  await page.goto('/quality/plans');
  await page.getByLabel('Name of the plan').fill(title);
  await page.getByRole('radio', { name: 'Final: a signature rests on it' }).check();
  await page.getByLabel('Looked at by').fill(addDays(londonDay(new Date()), 14));
  await page.getByRole('radio', { name: 'Empty' }).check();
  await page.getByRole('button', { name: 'Begin this plan' }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

async function putIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Part of a trainee’s name').fill(name);
  await page.getByRole('button', { name: 'Find decided pieces' }).click();
  const piece = page.getByRole('listitem').filter({ hasText: 'criteria 2.2, 3.3' });
  await piece.getByRole('button', { name: 'Put it in' }).click();
  await expectProblems(page, 'Say why it is in the sample');
  await piece.getByLabel('Why this').fill('Signed off by one account alone');
  await piece.getByRole('button', { name: 'Put it in' }).click();
  await expect(page.getByText('It is in the plan. The trainee is told.')).toBeVisible();
}

async function say(
  page: Page,
  criterionId: string,
  word: 'I agree' | 'I do not agree: decide it again',
): Promise<void> {
  await page
    .getByRole('group', { name: `Do you agree on criterion ${criterionId}?` })
    .getByLabel(word)
    .check();
}

async function answerTests(page: Page): Promise<void> {
  for (const name of TESTS) await page.getByRole('group', { name }).getByLabel('Yes').check();
}

async function decideAgain(page: Page, piece: string, trainee: string): Promise<void> {
  await page.goto(`/assess/${piece}`);
  await expect(page.getByText(REASON).first()).toBeVisible();
  await decide(page, '2.2', 'Met');
  await page.getByLabel('Feedback on 2.2').fill('The call to the landlord is what was done about it.');
  await page.getByRole('button', { name: 'Look at what will be released' }).click();
  await page.getByRole('button', { name: `Release to ${NAMES[trainee] ?? ''}` }).click();
  await page.goto(`/assess/trainees/${trainee}/sign`);
  await page.getByLabel('Your password').first().fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: /^Sign off criterion 2\.2/ }).click();
}

/** Venetia does not agree on 2.2, which is signed off: nothing is kept until everything is said and her password is there. */
async function rejectOne(page: Page, piece: string): Promise<void> {
  await page.goto(`/quality/samples/${piece}`);
  await page.getByRole('button', { name: 'Keep what I found' }).click();
  await expectProblems(page, 'Say whether you agree on criterion 2.2', 'Answer whether it is valid');
  await answerTests(page);
  await say(page, '2.2', 'I do not agree: decide it again');
  await say(page, '3.3', 'I agree');
  await page.getByLabel('Why, on criterion 2.2').fill(REASON);
  await page.getByRole('button', { name: 'Keep what I found' }).click();
  await expectProblems(page, /Give your password to open it again/);
  await expect(page.getByLabel('Why, on criterion 2.2'), 'what was typed stays').toHaveValue(REASON);
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Keep what I found' }).click();
  await expect(page.getByText('1 signature was opened again.')).toBeVisible();
  await expect(page.getByText('It is with the assessor again')).toBeVisible();
}

async function agreeOnAll(page: Page, piece: string): Promise<void> {
  await page.goto(`/quality/samples/${piece}`);
  await answerTests(page);
  for (const criterionId of ['2.2', '3.3']) await say(page, criterionId, 'I agree');
  await page.getByRole('button', { name: 'Keep what I found' }).click();
  await expect(page.getByText('You have looked at these decisions.')).toBeVisible();
}

async function closePlan(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click();
  await page.getByText('Close the plan').click();
  await page.getByRole('button', { name: 'Close this plan' }).click();
  await expect(page.getByText('The plan is closed.')).toBeVisible();
}

async function expectChecked(page: Page): Promise<void> {
  await page.goto('/portfolio');
  const unit = page.getByText(/^Unit 2: /).first();
  await unit.click();
  const criterion = page.locator('dl > div').filter({ hasText: /^\s*2\.2\b/ });
  await expect(criterion.getByText('Checked', { exact: true })).toBeVisible();
  await expect(criterion.getByText('A quality assurer looked at this and agreed.')).toBeVisible();
}

test(
  'a sampling round: a plan, a decision that is not agreed with, decided and signed anew, agreed, and checked in the grid',
  {
    tag: '@no-javascript',
  },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    for (const status of [400, 422]) watch.allow(status);
    const trainee = personFor('sampling', project.name);
    const piece = PIECES[trainee] ?? '';
    const title = `Final round, ${project.name}`;
    await signInAs('venetia');
    await beginPlan(page, title);
    await putIn(page, NAMES[trainee] ?? '');
    const hers = await anotherDevice();
    await enter(hers, trainee);
    await hers.goto('/');
    await expect(hers.getByText('in the sample of Venetia Cole, a quality assurer')).toBeVisible();

    await rejectOne(page, piece);
    expect(rows('select 1 from sign_off_unlocks where reason = ?', REASON).length).toBeGreaterThan(0);
    const joans = await anotherDevice();
    await enter(joans, 'joan');
    await decideAgain(joans, piece, trainee);

    await agreeOnAll(page, piece);
    await closePlan(page, title);
    await expectChecked(hers);
  },
);
