import type { Page } from '@playwright/test';
import { expect, expectProblems, rows, test } from '../support/journey.ts';
import { formOn, sendAgain } from './filledForm.ts';

/** Who manages whom, so that two projects do not fill the same caseload. */
const MANAGERS: Readonly<Record<string, { manager: string; trainee: string; traineeId: string; reference: string }>> = {
  desktop: { manager: 'kerry', trainee: 'Tom Hughes', traineeId: 'tom', reference: 'LANTERN-7' },
  phone: { manager: 'huw', trainee: 'Ffion Lake', traineeId: 'ffion', reference: 'MEADOW-8' },
  'no-javascript': { manager: 'salma', trainee: 'Femi Johnson', traineeId: 'femi', reference: 'THIMBLE-9' },
};
const REASON = 'Nobody else can take it before Friday; we look again with the tutor on Monday.';

test(
  'a manager sees what a case does to each trainee, gives a reason over the limit, and allocates it once',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, signInAs, watch }, { project }) => {
    const { manager, trainee, traineeId, reference } = MANAGERS[project.name] ?? MANAGERS['desktop']!;
    await signInAs(manager);
    watch.allow(400);
    await page.goto('/');
    await expect(page.getByRole('row', { name: trainee })).toContainText(/\d+\.\d%/);
    const heavy = await findCaseThatGoesOver(page, trainee);
    await page.getByRole('button', { name: 'Allocate this case' }).click();
    await expectProblems(page, 'Choose who takes the case');
    await page.getByRole('radio', { name: trainee }).check();
    await page.getByLabel('Made-up reference').fill('Ms Lark');
    await page.getByRole('button', { name: 'Allocate this case' }).click();
    await expectProblems(page, /^Make up a word, a hyphen and a number/);
    await expect(page.getByRole('radio', { name: trainee })).toBeChecked();
    await page.getByLabel('Made-up reference').fill(reference.toLowerCase());
    await page.getByRole('button', { name: 'Allocate this case' }).click();
    await expectProblems(page, /^Say why this may go over the limit/, /^Give the day until which/);
    await page.getByLabel('Why it has to go over the limit').fill(REASON);
    await page.getByLabel('Until which day').fill(inTwoWeeks());
    const again = await formOn(page);
    await page.getByRole('button', { name: 'Allocate this case' }).dblclick();
    await expect(page.getByRole('status').filter({ hasText: 'Allocated' })).toBeVisible();
    const repeat = await sendAgain(page, again);
    expect(repeat.status(), 'sending the same form again is no error').toBe(303);
    expect(
      rows(
        'SELECT c.tier FROM cases c JOIN case_allocations a ON a.case_id = c.id WHERE a.trainee_id = ? AND c.reference = ?',
        traineeId,
        reference,
      ),
    ).toEqual([{ tier: heavy }]);
    await page.getByRole('row', { name: trainee }).getByRole('link').click();
    await expect(page.getByRole('row', { name: new RegExp(`^${reference} `) })).toBeVisible();
    await expect(page.getByText(REASON)).toBeVisible();
  },
);

/** Shows the effect of the heaviest kind of case; gives back its tier. Nothing is allocated by looking. */
async function findCaseThatGoesOver(page: Page, trainee: string): Promise<string> {
  await page.getByRole('link', { name: 'Allocate a case' }).click();
  await page.getByRole('button', { name: 'See what it does to whom' }).click();
  await expectProblems(page, 'Choose a tier', 'Choose where the person is supervised');
  await page.getByLabel('Tier').selectOption('A3');
  await page.getByRole('radio', { name: 'Licence' }).check();
  await page.getByRole('button', { name: 'See what it does to whom' }).click();
  const effect = page.getByRole('table', { name: 'What it does to whom' }).getByRole('row', { name: trainee });
  await expect(effect).toContainText('Over limit');
  return 'A3';
}

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
