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
    await page.getByRole('link', { name: 'Allocate a case' }).click();
    await page.getByRole('button', { name: 'See what it does to whom' }).click();
    await expectProblems(page, 'Choose a tier', 'Choose where the person is supervised');
    const heavy = await chooseCase(page, 'A3', 'Licence');
    await expect(effectOn(page, trainee)).toContainText('Over limit');
    await expect(effectOn(page, trainee)).toContainText(/Now\s+\d+\.\d%.*Then\s+\d+\.\d%/s);
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
    await expect(page.getByRole('status').filter({ hasText: 'Allocated' })).toContainText(`is with ${trainee}`);
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
    await expect(page.getByText(REASON).first()).toBeVisible();
  },
);

/** The managers again, with another of theirs: within the limit, then to somebody else, then closed. */
const MOVERS: Readonly<Record<string, { manager: string; from: string; to: string; reference: string }>> = {
  desktop: { manager: 'kerry', from: 'Jonah Whitlock', to: 'Priya Raman', reference: 'SAFFRON-7' },
  phone: { manager: 'huw', from: 'Rhys Calloway', to: 'Seren Hale', reference: 'VELVET-8' },
};

test(
  'a manager allocates a share that a rule stands against with a named approver, moves the case and closes it',
  { tag: ['@phone'] },
  async ({ page, signInAs, watch }, { project }) => {
    const { manager, from, to, reference } = MOVERS[project.name] ?? MOVERS['desktop']!;
    await signInAs(manager);
    watch.allow(400);
    await page.goto('/caseload/allocate');
    await page.getByRole('checkbox', { name: 'High or very high risk of serious harm' }).check();
    await page.getByRole('radio', { name: 'Co-working' }).check();
    await page.getByLabel('Another share (optional)').fill('10');
    await chooseCase(page, 'D1', 'Custody');
    await expect(effectOn(page, from)).toContainText('Blocked');
    await expect(effectOn(page, from)).toContainText('May be set aside by: Head of the delivery unit');
    await page.getByRole('radio', { name: from }).check();
    await page.getByLabel('Made-up reference').fill(reference);
    await page.getByRole('button', { name: 'Allocate this case' }).click();
    await expectProblems(page, /^A rule stands against it: name who approved it/, /^Say why the rule was set aside/);
    await approve(page);
    await page.getByRole('button', { name: 'Allocate this case' }).click();
    await page.getByRole('link', { name: reference }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();
    await expect(page.getByText('Approved by Marion Ashby, Head of the delivery unit.')).toBeVisible();

    await page.getByRole('link', { name: 'Move to another trainee' }).click();
    await page.getByRole('radio', { name: to }).check();
    await approve(page);
    await page.getByRole('button', { name: 'Move this case' }).click();
    await page.getByRole('link', { name: reference }).first().click();
    await expect(page.getByRole('heading', { name: `Moved from ${from} to ${to}` })).toBeVisible();

    await page.getByText(`Close this case for ${to}`).click();
    await page.getByRole('button', { name: 'Close this case' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Closed' })).toBeVisible();
    expect(
      rows(
        'SELECT a.end_reason FROM case_allocations a JOIN cases c ON c.id = a.case_id WHERE c.reference = ? ORDER BY a.rowid',
        reference,
      ),
    ).toEqual([{ end_reason: 'moved' }, { end_reason: 'closed' }]);
  },
);

test('a trainee says that something is not what was agreed, and her tutor sees and settles it', async ({
  page,
  signInAs,
}) => {
  const words = 'We agreed on Monday that no new case comes before the gateway.';
  await signInAs('tom');
  await page.goto('/caseload');
  await page.getByText('This is not what was agreed').first().click();
  await page.getByLabel('What was agreed, and what is it now?').fill(words);
  await page.getByRole('button', { name: 'Send to your tutor and manager' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sent' })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: words })).toContainText('Open');

  await signInAs('ruth');
  await page.goto('/');
  const matter = page.getByRole('listitem').filter({ hasText: words });
  await matter.getByRole('link', { name: /^Open/ }).click();
  const thread = page.getByRole('article').filter({ hasText: words });
  await thread.getByLabel('Your answer').fill('We moved it back this morning.');
  await thread.getByRole('checkbox', { name: 'This settles it' }).check();
  await thread.getByRole('button', { name: 'Send your answer' }).click();
  await expect(page.getByRole('article').filter({ hasText: words })).toContainText('Settled');

  await signInAs('tom');
  await page.goto('/');
  await page.getByRole('button', { name: /^Seen ?: An answer for you/ }).click();
  await expect(page.getByText('We moved it back this morning.')).toBeHidden();
});

/** Chooses what the first step asks at least, and goes on; gives back the tier. Nothing is allocated by looking. */
async function chooseCase(page: Page, tier: string, where: string): Promise<string> {
  await page.getByLabel('Tier', { exact: true }).selectOption(tier);
  await page.getByRole('radio', { name: where }).check();
  await page.getByRole('button', { name: 'See what it does to whom' }).click();
  return tier;
}

const effectOn = (page: Page, trainee: string) => page.getByRole('listitem').filter({ hasText: trainee });

async function approve(page: Page): Promise<void> {
  await page.getByLabel('Who approved it?').fill('Marion Ashby');
  await page.getByLabel('Why the rule was set aside').fill('She knows the person from co-working.');
}

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
