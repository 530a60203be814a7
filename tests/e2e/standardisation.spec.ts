import type { Page } from '@playwright/test';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';

const FROM = 'amara-more-1-1';
const DANIELS = 'Both objectives can be counted, and he says who counts.';
const AGREED = 'Two objectives that can be counted are enough.';
const JOANS = 'Two objectives of three are his, the third is the form’s.';

async function judge(page: Page, address: string, words: { outcome: string; reason: string }): Promise<void> {
  await page.goto(address);
  await page.getByRole('group', { name: 'Criterion 5.1 is' }).getByLabel(words.outcome, { exact: true }).check();
  await page.getByLabel('Why, on criterion 5.1').fill(words.reason);
  await page.getByRole('button', { name: 'Keep what I judge' }).click();
  await expect(page.getByText('Kept, as you judged it.')).toBeVisible();
}

/** Venetia begins an exercise; a name that is left in the text is refused. Gives back its id. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`/quality/standardisation?from=${FROM}`);
  await page.getByLabel('Name of the exercise').fill(title);
  const text = page.getByLabel('The text to judge');
  const prefilled = await text.inputValue();
  expect(prefilled).not.toMatch(/Amara|Okafor|Daniel|Marsh/);
  await text.fill(`Amara wrote this.\n${prefilled}`);
  await page.getByRole('checkbox', { name: 'I have read it through, and no name is left in it' }).check();
  await page.getByRole('checkbox', { name: /^5\.3/ }).uncheck();
  for (const name of ['Daniel Marsh', 'Joan Merriman', 'Owen Blakely'])
    await page.getByRole('checkbox', { name }).check();
  await page.getByLabel('Last day for judging').fill(addDays(londonDay(new Date()), 7));
  await page.getByRole('button', { name: 'Begin the exercise' }).click();
  await expectProblems(page, '“Amara” still stands here. Take every name out');
  await page.getByLabel('The text to judge').fill(prefilled);
  await page.getByRole('button', { name: 'Begin the exercise' }).click();
  await expect(page.getByText('0 of 3 assessors have judged it.')).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Venetia closes it, sees the differences and writes down what was agreed. */
async function closeAndAgree(page: Page): Promise<void> {
  await page.getByText('Close it now').click();
  await page.getByRole('button', { name: 'Close this exercise' }).click();
  await expect(page.getByText('2 assessors judged it. They agree on 0 of 1 criterion.')).toBeVisible();
  await expect(page.getByText('Of 2: 1 met, 1 working towards.')).toBeVisible();
  await page.getByText('Write down what was agreed').click();
  await page.getByLabel('What you agreed on').fill(AGREED);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('What was agreed is kept.')).toBeVisible();
}

test(
  'several assessors judge the same text blind, the differences are shown, and what was agreed is written down',
  {
    tag: '@no-javascript',
  },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    for (const status of [400, 422]) watch.allow(status);
    const title = `A plan with objectives, ${project.name}`;
    await signInAs('venetia');
    const id = await begin(page, title);
    const address = `/assess/standardisation/${id}`;

    const daniels = await anotherDevice();
    await enter(daniels, 'daniel');
    await judge(daniels, address, { outcome: 'Met', reason: DANIELS });
    await expect(daniels.getByRole('button', { name: 'Keep what I judge' })).toHaveCount(0);

    const joans = await anotherDevice();
    await enter(joans, 'joan');
    await joans.goto('/assess');
    await joans.getByRole('link', { name: title }).click();
    await expect(joans.getByText(DANIELS)).toHaveCount(0);
    await judge(joans, address, { outcome: 'Working towards', reason: JOANS });
    await expect(joans.getByText(DANIELS), 'not before it is closed').toHaveCount(0);
    await page.reload();
    await expect(page.getByText(JOANS), 'not even for the quality assurer').toHaveCount(0);

    await closeAndAgree(page);
    await joans.reload();
    await expect(joans.getByText(DANIELS)).toBeVisible();
    await expect(joans.getByText(AGREED)).toBeVisible();
    const owens = await anotherDevice();
    await enter(owens, 'owen');
    await owens.goto(address);
    await expect(owens.getByText('This exercise closed before you judged it.')).toBeVisible();
    await expect(owens.getByText(DANIELS), 'who has not judged sees nobody’s').toHaveCount(0);
    expect(rows('select 1 from standardisation_judgements where standardisation_id = ?', id)).toHaveLength(2);
  },
);
