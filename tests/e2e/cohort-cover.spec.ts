import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';

const TODAY = londonDay(new Date());
const TUTORS = '/admin/cohorts/wales/tutors';

const tutorsOf = (day: string) =>
  rows(
    `select person_id from assignments where kind = 'tutor' and cohort_id = 'wales' and starts_on <= ? and (ends_on is null or ends_on > ?) order by 1`,
    day,
    day,
  ).map(({ person_id }) => person_id);

async function covers(page: Page): Promise<void> {
  await page.goto(TUTORS);
  await page.getByLabel('Who?', { exact: true }).selectOption({ label: 'Imogen Hale' });
  await page.getByLabel('As cover for somebody who is away?').selectOption({ label: 'Covers for Gwen Rees' });
  await page.locator('#assign').getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Assign this tutor' }).click();
  await expectProblems(page, 'Give the last day: cover is for a time');
  await page.getByLabel('Last day').fill(addDays(TODAY, 2));
  await page.locator('#assign').getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Assign this tutor' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Assigned.' })).toBeVisible();
}

async function handsOver(page: Page): Promise<void> {
  await page.goto(TUTORS);
  await page.getByLabel('Whose cohort?').selectOption({ label: 'Gwen Rees' });
  await page.getByLabel('Who has it from then on?').selectOption({ label: 'Imogen Hale' });
  await page.getByLabel('First day with the new tutor').fill(addDays(TODAY, 20));
  await page.getByRole('button', { name: 'Show what this would do' }).click();
  await expect(page.getByText('What is open stays with the cohort', { exact: false })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const form = page.locator('#hand-over');
  await form.getByLabel('Your password').fill('not the password');
  await page.getByRole('button', { name: 'Hand over to Imogen Hale' }).click();
  await expectProblems(page, 'The password is not right');
  await form.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Hand over to Imogen Hale' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Handed over.' })).toBeVisible();
}

test('a colleague covers for a tutor for some days, and later the whole cohort is handed over to her', async ({
  page,
  signInAs,
  anotherDevice,
  watch,
}) => {
  for (const status of [400, 404, 422]) watch.allow(status);
  const imogen = await anotherDevice();
  await enter(imogen, 'imogen');
  expect((await imogen.goto('/trainees/nia/contacts'))?.status()).toBe(404);

  await signInAs('harvey');
  await covers(page);
  expect((await imogen.goto('/trainees/nia/contacts'))?.status(), 'both have it while it lasts').toBe(200);
  await expect(imogen.getByText(/covers for Gwen Rees until/)).toBeVisible();
  const nia = await anotherDevice();
  await enter(nia, 'nia');
  await nia.goto('/account');
  await expect(nia.getByText(/Imogen Hale \(covers for Gwen Rees until/), 'shown to whom it concerns').toBeVisible();

  await handsOver(page);
  expect(tutorsOf(TODAY)).toEqual(['gwen', 'imogen']);
  expect(tutorsOf(addDays(TODAY, 3)), 'the cover is over').toEqual(['gwen']);
  expect(tutorsOf(addDays(TODAY, 19))).toEqual(['gwen']);
  expect(tutorsOf(addDays(TODAY, 20))).toEqual(['imogen']);
});
