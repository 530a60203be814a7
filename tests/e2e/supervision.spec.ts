import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, formatDay, londonDay } from '#src/domain/calendar.ts';
import bankHolidays from '#src/content/week/bank-holidays.json' with { type: 'json' };
import { bankHolidayOn } from '#src/domain/week/bankHolidays.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };
const TODAY = londonDay(new Date());
/** Ten weeks ahead or a little later, on no bank holiday. */
const MEETING_DAY =
  [70, 71, 72, 73, 74].map((days) => addDays(TODAY, days)).find((day) => !bankHolidayOn(bankHolidays, day)) ?? '';
const NOTES = 'We talked about the first home visits and who comes along.';

async function beginRecord(tutor: Page, person: string): Promise<string> {
  await tutor.goto(`/trainees/${person}/supervision`);
  await tutor.getByText('Begin a record').first().click();
  await tutor.getByRole('button', { name: 'Begin a record' }).click();
  await expect(tutor.getByRole('heading', { level: 2, name: 'Agenda' })).toBeVisible();
  await tutor.getByLabel('What was talked about').fill(NOTES);
  await tutor.getByRole('button', { name: 'Save the notes' }).click();
  await expect(tutor.getByText('All three can read it.')).toBeVisible();
  return new URL(tutor.url()).pathname;
}

async function addAction(writer: Page, words: string): Promise<void> {
  await writer.getByLabel('What will be done?').fill(words);
  await writer.getByLabel('Tutor', { exact: true }).check();
  await writer.getByLabel('By when?').fill(addDays(TODAY, 14));
  await writer.getByRole('button', { name: 'Add this action' }).click();
  await expect(writer.getByRole('listitem').filter({ hasText: words })).toContainText('Tutor. Due by');
}

async function sign(signer: Page, part: string, password = DEMO_PASSWORD): Promise<void> {
  await expect(signer.getByText(NOTES)).toBeVisible();
  await signer.getByLabel('Your password').fill(password);
  await signer.getByRole('button', { name: `Sign for the ${part}` }).click();
}

const isSigned = (signer: Page) =>
  expect(signer.getByText('Your signature is in the ledger.', { exact: false })).toBeVisible();

async function expectNothingToChange(reader: Page, record: string): Promise<void> {
  await reader.goto(record);
  await expect(reader.getByText('Signed by all three')).toBeVisible();
  await expect(reader.getByLabel('What was talked about')).toHaveCount(0);
  await expect(reader.getByRole('button', { name: /Add this action|Take out|Save the notes/ })).toHaveCount(0);
}

test(
  'a tutor writes a review, the manager adds an action, all three sign it, and nobody can change it any more',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const person = personFor('supervision', project.name);
    await signInAs(person);
    const [tutor, manager] = [await anotherDevice(), await anotherDevice()];
    await enter(tutor, 'ruth');
    await enter(manager, 'salma');
    const record = await beginRecord(tutor, person);

    await manager.goto(record);
    await addAction(manager, 'Find two visits to shadow.');
    await page.goto(record);
    await expect(page.getByText(NOTES)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add this action' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Read and sign/ })).toHaveCount(0);

    await tutor.goto(record);
    await tutor.getByRole('button', { name: 'It is ready to sign' }).click();
    await sign(tutor, 'tutor');
    await isSigned(tutor);
    await manager.goto(record);
    await manager.getByRole('link', { name: 'Read and sign for the manager' }).click();
    await sign(manager, 'manager');
    await isSigned(manager);

    watch.allow(400);
    await page.goto('/supervision');
    await page.getByRole('link', { name: `Read and sign the review of ${formatDay(TODAY)}` }).click();
    await sign(page, 'trainee', 'not this one');
    await expectProblems(page, /password/i);
    await sign(page, 'trainee');
    await isSigned(page);

    for (const reader of [tutor, manager, page]) await expectNothingToChange(reader, record);
    await tutor.getByRole('button', { name: /^Tick off/ }).click();
    await expect(tutor.getByRole('listitem').filter({ hasText: 'Find two visits' })).toContainText(
      'ticked off by Ruth',
    );
    const id = record.split('/').at(-1) ?? '';
    expect(rows('select part from supervision_signatures where review_id = ? order by part', id)).toHaveLength(3);
  },
);

test(
  'a manager plans a meeting and is told what stands against the day; it is cancelled, and the trainee reads why',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const person = personFor('meeting', project.name);
    await signInAs(person);
    const manager = await anotherDevice();
    await enter(manager, 'salma');
    await manager.goto(`/trainees/${person}/supervision`);
    await manager.getByText('Plan a meeting').first().click();
    watch.allow(400);
    await manager.getByLabel('Day', { exact: true }).fill(MEETING_DAY);
    await manager.getByLabel('Time', { exact: true }).fill('half past ten');
    await manager.getByRole('button', { name: 'Plan this meeting' }).click();
    await expectProblems(manager, /hours and minutes, such as 10:30/);
    await manager.getByLabel('Time', { exact: true }).fill('10:30');
    await manager.getByRole('button', { name: 'Plan this meeting' }).click();
    await expect(manager.getByText('all three see it here')).toBeVisible();
    await page.goto('/supervision');
    const meeting = `${formatDay(MEETING_DAY, { year: TODAY })}, 10:30am`;
    await expect(page.getByText(meeting)).toBeVisible();
    await page.goto('/');
    await expect(page.getByText(`Next meeting: ${meeting}.`)).toBeVisible();
    await page.getByRole('link', { name: 'Open supervision' }).click();
    await manager.getByText(`Cancel the meeting of ${formatDay(MEETING_DAY)}`).click();
    await manager.getByLabel('Why does it not take place?').fill('Everybody is in court that day.');
    await manager.getByRole('button', { name: 'Cancel this meeting' }).click();
    await expect(manager.getByText('All three read why.')).toBeVisible();
    await page.reload();
    await page.getByText('Cancelled meetings: 1').click();
    await expect(page.getByText('Cancelled by Salma Haddon: Everybody is in court that day.')).toBeVisible();
  },
);

test(
  'a trainee checks in, shares it with two people by name, and takes it back',
  BOTH,
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    const person = personFor('wellbeing', project.name);
    await signInAs(person);
    await page.goto('/supervision');
    await page.getByRole('link', { name: 'Your monthly check-in' }).click();
    watch.allow(400);
    await page.getByRole('button', { name: 'Save for me' }).click();
    await expectProblems(page, 'Say how your workload is', 'Say whether you get the support you need');
    const choices = { workload: 'Too much', support: 'Mostly', 'rest of your life': 'Some weeks' };
    for (const [question, answer] of Object.entries(choices))
      await page
        .getByRole('group', { name: new RegExp(question) })
        .getByLabel(answer, { exact: true })
        .check();
    await page.getByLabel('Anything you want to note (optional)').fill('Three reports in one week.');
    await page.getByRole('button', { name: 'Save for me' }).click();
    await expect(page.getByText('Only you can see this.')).toBeVisible();
    const tutor = await anotherDevice();
    await enter(tutor, 'ruth');
    await tutor.goto(`/trainees/${person}/supervision`);
    await expect(tutor.getByText('Three reports in one week.')).toHaveCount(0);

    await expect(page.getByText('Ruth Adeyemi (tutor) and Salma Haddon (manager) can read')).toBeVisible();
    await expect(page.getByText('Nobody reads it unless you share this month.')).toBeVisible();
    await page.getByRole('button', { name: /^Share / }).click();
    await expect(page.getByRole('status').filter({ hasText: 'can read it now' })).toBeVisible();
    await expect(page.getByText('(manager) can read what you save here.')).toBeVisible();
    await expect(page.getByText('Nobody reads it unless you share this month.')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Save what you share' })).toBeVisible();
    await tutor.reload();
    await expect(tutor.getByText('Three reports in one week.')).toBeVisible();
    await page.getByRole('button', { name: /^Take .+ back$/ }).click();
    await tutor.reload();
    await expect(tutor.getByText('Three reports in one week.')).toHaveCount(0);
  },
);
