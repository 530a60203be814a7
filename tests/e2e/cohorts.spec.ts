import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { MOVER_COHORTS, MOVERS } from '../support/movers.ts';
import { violationsOn } from './axe.ts';
import { personFor } from './cast.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const done = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const nameOf = (personId: string) => Object.values(MOVERS).find(({ id }) => id === personId)?.name ?? '';
const { north, south } = MOVER_COHORTS;

/** Where a browser runs scripts, axe finds nothing. */
async function looksRight(page: Page): Promise<void> {
  if (test.info().project.name !== 'no-javascript') expect(await violationsOn(page)).toEqual([]);
}

/** The place of a trainee, by way of her cohort. */
async function opensPlace(page: Page, cohort: string, name: string): Promise<void> {
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Cohorts', exact: true }).click();
  await page.getByRole('link', { name: cohort, exact: true }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Place of ${name}` })).toBeVisible();
}

async function movesSouth(page: Page, personId: string): Promise<void> {
  await page.getByRole('link', { name: 'Move to another cohort or route' }).click();
  await button(page, 'Show what this would do').click();
  await expectProblems(page, 'Nothing here is different yet.');
  await page.getByLabel('Cohort').selectOption({ label: south.name });
  await page.getByLabel('Route').selectOption({ value: 'standard-21' });
  await button(page, 'Show what this would do').click();
  await expect(page.getByRole('row', { name: /^Programme week/ })).toContainText('1 of');
  await expect(page.getByText(`The tutors of ${north.name} see nothing`)).toBeVisible();
  await looksRight(page);
  const where = () =>
    rows('select cohort_id from cohort_memberships where trainee_id = ? and left_on is null', personId);
  expect(where(), 'looking changes nothing').toEqual([{ cohort_id: 'north' }]);
  await page.getByLabel('Why?').fill('Works in another office from now on.');
  await page.getByLabel('Your password').fill('not the password');
  await button(page, 'Change the place').click();
  await expectProblems(page, 'The password is not right');
  await expect(page.getByLabel('Why?')).toHaveValue('Works in another office from now on.');
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await button(page, 'Change the place').click();
  await done(page, 'Changed. It counts from today on.');
  expect(where()).toEqual([{ cohort_id: 'south' }]);
}

test(
  'a trainee moves: the one tutor sees nothing more, the other everything, and the trainee reads what was set and why',
  { tag: '@no-javascript' },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    for (const status of [400, 404, 422]) watch.allow(status);
    const personId = personFor('place', project.name);
    const name = nameOf(personId);
    await signInAs('harvey');
    await opensPlace(page, north.name, name);
    await movesSouth(page, personId);

    const before = await anotherDevice();
    await enter(before, north.tutor.id);
    for (const path of ['', '/programme', '/week', '/caseload'])
      expect((await before.goto(`/trainees/${personId}${path}`))?.status(), path).toBe(404);
    await before.goto('/');
    await expect(before.getByText(`${name}: No longer in ${north.name}.`)).toBeVisible();

    const after = await anotherDevice();
    await enter(after, south.tutor.id);
    await after.goto(`/trainees/${personId}`);
    await after.getByRole('link', { name: 'Cohort, route and breaks' }).click();
    await expect(after.getByText('Why: Works in another office from now on.')).toBeVisible();
    await expect(after.getByText('No longer in another cohort')).toBeVisible();
    await expect(after.getByText(north.name), 'another cohort has no name for her').toHaveCount(0);

    const own = await anotherDevice();
    await enter(own, personId);
    await own.goto('/progress');
    await own.getByRole('link', { name: 'Cohort, route and breaks' }).click();
    await expect(own.getByText(`No longer in ${north.name}`)).toBeVisible();
    await expect(own.getByText('Why: Works in another office from now on.')).toBeVisible();
    await looksRight(own);
  },
);

async function takesABreak(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Enter a break in learning' }).click();
  await button(page, 'Enter the break').click();
  await expectProblems(page, 'Choose a reason', 'Give the first day of the break');
  await page.getByLabel('Break in learning').check();
  await page.getByLabel('First day of the break').fill(inDays(0));
  await button(page, 'Enter the break').click();
  await done(page, 'The break is entered.');
  await page.getByRole('link', { name: 'Change the first day back' }).click();
  await page.getByLabel('First day back').fill(inDays(14));
  await button(page, 'Save the first day back').click();
  await done(page, 'The first day back is saved.');
}

async function withdraws(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Say that the programme was completed or ended' }).click();
  await expect(page.getByText('The qualification is not signed off.')).toBeVisible();
  await page.getByRole('radio', { name: 'Withdrew' }).check();
  await page.getByLabel('Last day').fill(inDays(0));
  await page.getByLabel('Stay assigned').check();
  await button(page, 'End the programme').click();
  await expectProblems(page, 'Choose a reason; “No reason was given” is one');
  await page.getByLabel('Why, for whoever withdrew').selectOption({ value: 'another_job' });
  await button(page, 'End the programme').click();
  await done(page, 'The programme is ended.');
}

test(
  'a break, its day back, an ending and a way back: what the trainee has stays hers all along',
  { tag: '@only-phone' },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    for (const status of [400, 404, 422]) watch.allow(status);
    const personId = personFor('place', project.name);
    await signInAs('harvey');
    await page.goto(`/admin/trainees/${personId}`);
    await takesABreak(page);
    await withdraws(page);

    const own = await anotherDevice();
    await enter(own, personId);
    for (const path of ['/', '/portfolio', '/portfolio/leave', '/progress', `/trainees/${personId}/programme`])
      expect((await own.goto(path))?.status(), path).toBe(200);
    await expect(own.getByText('Another job or another course.')).toBeVisible();
    const tutors = await anotherDevice();
    await enter(tutors, north.tutor.id);
    expect((await tutors.goto(`/trainees/${personId}`))?.status()).toBe(404);

    await page.getByRole('link', { name: 'Open the programme again' }).click();
    await page.getByLabel('It was a mistake').check();
    await page.getByLabel('Your password').fill(DEMO_PASSWORD);
    await button(page, 'Open the programme again').click();
    await done(page, 'The programme is open again.');
    expect((await tutors.goto(`/trainees/${personId}`))?.status()).toBe(200);
  },
);

async function writesATemplate(page: Page): Promise<void> {
  await page.goto('/admin/cohorts/templates/new');
  await page.getByLabel('Name of the template').fill('East');
  await page.getByLabel('Region').fill('East');
  await page.getByLabel('Put monthly peer sessions into each new cohort').check();
  await page.getByLabel('Which one of a month?').selectOption({ label: 'First' });
  await page.getByLabel('Weekday').selectOption({ label: 'Tuesday' });
  await page.getByLabel('Begins at').fill('10:00');
  await page.getByLabel('Ends at').fill('09:00');
  await page.getByLabel('For how many months?').fill('6');
  await button(page, 'Save the template').click();
  await expectProblems(page, 'Give the time at which it ends, after it begins');
  await expect(page.getByLabel('Weekday')).toHaveValue('1');
  await page.getByLabel('Ends at').fill('11:30');
  await button(page, 'Save the template').click();
  await done(page, 'The template is saved.');
}

test('an administrator writes a template, makes a cohort from it, and rolls it on to the next intake', async ({
  page,
  signInAs,
  watch,
}) => {
  for (const status of [400, 422]) watch.allow(status);
  await signInAs('harvey');
  await writesATemplate(page);
  await page.getByRole('link', { name: /^Make a cohort from it ?: East$/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('East, first intake');
  await page.getByLabel('First day').fill(inDays(30));
  await button(page, 'Make the cohort').click();
  await done(page, 'The cohort is made.');
  await page.getByRole('link', { name: 'Roll on to the next intake' }).click();
  await page.getByLabel('First day').fill(inDays(212));
  await button(page, 'Show what this would make').click();
  await expect(page.getByText('Take along the days of 6 peer sessions')).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await button(page, 'Make the next intake').click();
  await done(page, 'The next intake is made.');
  await expect(page.getByRole('heading', { name: 'Trainees (0)' })).toBeVisible();
  await expect(page.getByText('from East, first intake')).toBeVisible();
  const made = rows(
    `select count(*) as n from peer_sessions s join cohorts c on c.id = s.cohort_id where c.name like 'East, first intake %'`,
  );
  expect(made).toEqual([{ n: 6 }]);
});
