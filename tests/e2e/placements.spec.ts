import type { Page } from '@playwright/test';
import { enter, expect, expectProblems, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };

/** The Saturday so many weeks from the one that is behind: nobody studies on it. */
function saturday(weeks: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 1) % 7) - (day.getUTCDay() === 6 ? 7 : 0) + weeks * 7);
  return day.toISOString().slice(0, 10);
}

interface Plan {
  readonly place: string;
  readonly day: string;
}

async function fillIn(page: Page, { place, day }: Plan): Promise<void> {
  await page.getByLabel('What kind of place is it?').selectOption({ label: 'Prison' });
  await page.getByLabel('Where is it?').fill(place);
  await page.getByLabel('Whom do you ask for when you arrive?').fill('The gate');
  await page.getByLabel('Who looks after you there, by job?').fill('Prison offender manager');
  await page.getByLabel('What will you look for there?').fill('How a release is planned');
  await page.getByLabel('First day').fill(day);
  await page.getByLabel('Last day').fill(day);
  await page.getByLabel('From (if you know)').fill('09:00');
  await page.getByLabel('Until (if you know)').fill('15:30');
  await page.getByLabel('How you get there').fill('The bus from the station');
  await page.getByLabel('What do you want to learn?').first().fill('How release is planned together');
  await page.getByLabel('Criterion it is about', { exact: true }).first().selectOption('5.4');
  await page.getByText('Objective 2', { exact: true }).click();
  await page.getByLabel('What do you want to learn?').nth(1).fill('What the wing sees that a file does not');
}

async function propose(page: Page, plan: Plan): Promise<void> {
  await page.goto('/placements');
  await fillIn(page, plan);
  await page.getByLabel('Criterion it is about', { exact: true }).nth(1).selectOption('4.1');
  await page.getByRole('button', { name: 'Propose this placement' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Proposed' })).toBeVisible();
}

/** Two objectives, the second without a criterion: it stays open, and nothing that was typed is lost. */
async function proposeWithAMistake(page: Page, plan: Plan): Promise<void> {
  await page.goto('/placements');
  await fillIn(page, plan);
  await page.getByRole('button', { name: 'Propose this placement' }).click();
  await expectProblems(page, 'Choose a criterion that it is about');
  await expect(page.getByLabel('What do you want to learn?').nth(1)).toHaveValue(
    'What the wing sees that a file does not',
  );
  await expect(page.getByLabel('From (if you know)')).toHaveValue('09:00');
  await page.getByLabel('Criterion it is about', { exact: true }).nth(1).selectOption('4.1');
  await page.getByRole('button', { name: 'Propose this placement' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Proposed' })).toBeVisible();
}

async function open(page: Page, place: string): Promise<void> {
  await page.goto('/placements');
  for (const fold of await page.getByText(/^(?:Past placements|Cancelled): /u).all()) {
    const isOpen = await fold.evaluate((summary) => summary.closest('details')?.open);
    if (!isOpen) await fold.click();
  }
  await page.getByRole('link', { name: `Open ${place}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: place, exact: true })).toBeVisible();
}

test.describe('placements', () => {
  test(
    'from a proposal to its days, the report and a draft of evidence',
    BOTH,
    async ({ page, signInAs, watch }, { project }) => {
      const person = personFor('placementWork', project.name);
      const place = `Made-up prison of ${project.name}`;
      await signInAs(person);
      watch.allow(400);
      await proposeWithAMistake(page, { place, day: saturday(0) });

      await open(page, place);
      await expect(
        page.getByRole('region', { name: 'What you want to learn' }).getByRole('listitem').first(),
      ).toContainText('5.4');
      await page.getByLabel('There all day').check();
      await expect(page.getByLabel('Hours there')).toHaveValue('6');
      await page.getByRole('button', { name: 'Save this day' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
      await expect(
        page.getByText('There on 1 of 1 day planned: 6 hours 30 minutes of 6 hours 30 minutes planned.'),
      ).toBeVisible();
      await page.getByLabel('What did you see and learn?').fill('Two teams, one plan.');
      await page.getByRole('button', { name: 'Save my learning log' }).click();
      await expect(page.getByRole('row', { name: /There all day/u })).toContainText('Written');

      await page
        .getByLabel('What did you learn there, and what will you do differently?')
        .fill('A plan that both sides own.');
      await page.getByRole('button', { name: 'Finish the report' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Finished' })).toBeVisible();
      await page.getByRole('button', { name: 'Use it as evidence' }).click();
      await expect(page.getByRole('heading', { level: 1, name: `Placement: ${place}` })).toBeVisible();
      await expect(page.getByLabel('Your account', { exact: true })).toHaveValue('A plan that both sides own.');
      await expect(page.getByRole('checkbox', { name: /^5\.4 /u })).toBeChecked();
      await expect(page.getByRole('checkbox', { name: /^4\.1 /u })).toBeChecked();
      await open(page, place);
      await page.getByRole('link', { name: 'open it in your portfolio' }).click();
      await expect(page.getByRole('heading', { level: 1, name: `Placement: ${place}` })).toBeVisible();
    },
  );

  test(
    'what was agreed and is changed is proposed anew, and a cancelled one says why',
    BOTH,
    async ({ page, signInAs, anotherDevice }, { project }) => {
      const person = personFor('placementWork', project.name);
      const tutorId = person === 'dev' ? 'ruth' : 'gwen';
      const place = `Made-up court of ${project.name}`;
      await signInAs(person);
      await propose(page, { place, day: saturday(6) });
      const tutor = await anotherDevice();
      await enter(tutor, tutorId);
      await tutor.goto(`/trainees/${person}`);
      await tutor.getByRole('link', { name: place, exact: true }).click();
      await tutor.getByRole('button', { name: `Agree to ${place}` }).click();
      await expect(tutor.getByRole('status').filter({ hasText: 'Agreed' })).toBeVisible();

      await open(page, place);
      await page.getByRole('link', { name: 'Change this placement' }).click();
      await expect(page.getByText('this placement is cancelled, and everybody is asked again')).toBeVisible();
      await expect(page.getByLabel('Where is it?')).toHaveValue(place);
      await page.getByLabel('First day').fill(saturday(7));
      await page.getByLabel('Last day').fill(saturday(7));
      await page.getByRole('button', { name: 'Propose it anew' }).click();
      await expect(page.getByRole('region', { name: 'Agreement' })).toContainText(
        /Still to agree: your tutor .*, your manager .* and the host\./u,
      );
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      await page.getByText('Cancel this placement', { exact: true }).first().click();
      await page.getByLabel('Why is it cancelled?').fill('Duty cover on that day');
      await page.getByRole('button', { name: 'Cancel this placement' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible();
      await tutor.goto(`/placements/${id}`);
      await expect(tutor.getByRole('main')).toContainText('Duty cover on that day');
      await expect(tutor.getByRole('button', { name: /^Agree/u })).toHaveCount(0);
      expect(
        rows(
          'select count(*) as n from placements where trainee_id = ? and place = ? and cancelled_at is null',
          person,
          place,
        ),
      ).toEqual([{ n: 0 }]);
    },
  );

  test(
    'the learning log and the report are kept while she types',
    { tag: '@phone' },
    async ({ page, signInAs }, { project }) => {
      const place = `Made-up hostel of ${project.name}`;
      await signInAs(personFor('placementWork', project.name));
      await propose(page, { place, day: saturday(-1) });
      await open(page, place);
      for (const label of [
        'What did you see and learn?',
        'What did you learn there, and what will you do differently?',
      ]) {
        const form = page.locator('form').filter({ has: page.getByLabel(label) });
        await form.getByRole('status').scrollIntoViewIfNeeded();
        await expect(form.locator('astro-island[ssr]')).toHaveCount(0);
        await page.getByLabel(label).fill(`Kept: ${label}`);
        await expect(form.getByRole('status')).toHaveText(/^Saved at/u);
      }
      await page.reload();
      await expect(page.getByLabel('What did you see and learn?')).toHaveValue('Kept: What did you see and learn?');
    },
  );
});
