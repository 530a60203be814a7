import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };

test.describe('a practice tutor sees who needs her', () => {
  test(
    'from her home page, which names the first three, to the cohort, to why and to the fact behind it',
    BOTH,
    async ({ page, signInAs }) => {
      await signInAs('ruth');
      await page.goto('/');
      const own = page.getByRole('region', { name: 'London, autumn intake' });
      await expect(own.getByRole('listitem')).toHaveCount(3);
      // Imran, in his first weeks, stands before him until another journey signs him in.
      await expect(own.getByRole('listitem').filter({ hasText: 'Tom Hughes' })).toBeVisible();
      await own.getByRole('link', { name: 'London, autumn intake', exact: true }).click();
      await expect(page.getByText('16 trainees', { exact: true })).toBeVisible();
      const needs = page.getByRole('region', { name: 'Who needs you first' });
      const tom = needs.getByRole('list', { name: 'Reasons: Tom Hughes' });
      await expect(tom).toContainText(/modules? (?:is|are) .*late/);
      await expect(tom).toContainText(/since \d+ [A-Z][a-z]+\./);
      await expect(tom).toContainText('Next, you: ');
      await expect(needs.getByRole('link', { name: 'Write down a contact with Tom Hughes' })).toBeVisible();
      await expect(page.getByRole('region', { name: 'What changed since you last looked' })).toContainText(
        /You last looked on \w+day \d+ \w+ \d{4}/,
      );
      await expect(page.getByRole('region', { name: 'Over the limit: agreements ending' })).toContainText('Tom Hughes');
      await tom.getByRole('link', { name: /^The caseload is over its limit/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Tom Hughes');
    },
  );

  test(
    'the table sorts as she asks, the weeks lead to the module, and one trainee is one page',
    BOTH,
    async ({ page, signInAs }) => {
      await signInAs('ruth');
      await page.goto('/cohorts/london');
      await sortBy(page, 'Late', 'ascending');
      await sortBy(page, 'Late', 'descending');
      await expect(namesIn(page).first()).toHaveText('Tom Hughes');
      await sortBy(page, 'Trainee', 'ascending');
      await expect(namesIn(page).first()).toHaveText('Ade Balogun');
      const weeks = page.getByRole('row', { name: /Tom Hughes/ }).getByRole('link', { name: /, .*: \d+ weeks? late$/ });
      const late = await weeks.first().getAttribute('aria-label');
      await weeks.first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Tom Hughes' })).toBeVisible();
      const module = page.getByRole('row', { name: new RegExp(String(late?.split(': ')[0]?.split(', ')[2])) });
      await expect(module.first()).toBeInViewport();
      for (const part of ['Progress', 'Caseload', 'Portfolio', 'Placements']) {
        await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: part }).click();
        await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeInViewport();
      }
    },
  );

  test(
    'she chooses whom to see, keeps that view, takes away exactly what is on the screen, and lets the view go again',
    BOTH,
    async ({ page, signInAs }, { project }) => {
      await signInAs('ruth');
      await page.goto('/cohorts/london');
      await page.getByText('Choose whom to show', { exact: true }).click();
      await page.getByLabel('Late by').selectOption({ label: '1 week or more' });
      await page.getByLabel('With something that nobody has noted').check();
      await page.getByRole('button', { name: 'Show these' }).click();
      await expect(page.getByText(/\d of 16 are shown, as it stood on .*: late by 1 week or more; with/)).toBeVisible();
      await expect(namesIn(page).filter({ hasText: 'Ade Balogun' })).toHaveCount(0);
      const onScreen = await namesIn(page).allTextContents();
      expect(onScreen).toContain('Tom Hughes');
      const file = page.getByRole('link', { name: 'Download what is shown (CSV)' });
      const answer = await page.request.get((await file.getAttribute('href')) ?? '');
      const lines = (await answer.text()).trim().split('\r\n').slice(1);
      expect(lines.map((line) => line.split('","')[0]?.slice(1))).toEqual(onScreen.map((name) => name.trim()));
      const name = `Late, seen on ${project.name}`;
      await page.getByText('Keep this view', { exact: true }).first().click();
      await page.getByLabel('Name of the view').fill(name);
      await page.getByRole('button', { name: 'Keep this view' }).click();
      await expect(page.getByText('The view is kept.')).toBeVisible();
      await page.goto('/cohorts/london');
      await page.getByRole('link', { name, exact: true }).click();
      await expect(namesIn(page)).toHaveText(onScreen.map((shown) => shown.trim()));
      await page.getByText('Rename or remove a view', { exact: true }).click();
      await page.getByLabel(`New name of “${name}”`).fill(`${name} again`);
      await page.getByRole('button', { name: `Rename “${name}”` }).click();
      await expect(page.getByRole('link', { name: `${name} again`, exact: true })).toBeVisible();
      await page.getByText('Rename or remove a view', { exact: true }).click();
      await page.getByRole('button', { name: `Remove “${name} again”` }).click();
      await expect(page.getByText('The view is removed.')).toBeVisible();
      await expect(page.getByRole('link', { name: `${name} again`, exact: true })).toHaveCount(0);
    },
  );

  test(
    'a trainee proposes a placement, mends what was missing, and her tutor agrees to it',
    BOTH,
    async ({ page, signInAs, anotherDevice, watch }, { project }) => {
      const person = personFor('placement', project.name);
      const tutorId = person === 'carwyn' ? 'gwen' : 'ruth';
      await signInAs(person);
      watch.allow(400);
      await propose(page);
      const tutor = await anotherDevice();
      await enter(tutor, tutorId);
      await tutor.goto(`/trainees/${person}`);
      await tutor.getByRole('button', { name: 'Agree to Made-up Crown Court' }).click();
      await expect(tutor.getByRole('row', { name: /Made-up Crown Court/ })).toContainText(
        /Agreed by (?:Ruth Adeyemi|Gwen Rees)\./,
      );
      await expect(tutor.getByRole('button', { name: 'Agree to Made-up Crown Court' })).toHaveCount(0);
      await page.goto('/placements');
      await expect(page.getByRole('main')).toContainText(/Agreed by (?:Ruth Adeyemi|Gwen Rees)\./);
    },
  );

  test(
    'two tutors of different cohorts each find their own trainees, and nothing of the other’s, not even that it exists',
    { tag: '@no-javascript' },
    async ({ page, signInAs, anotherDevice, watch }) => {
      watch.allow(404);
      await signInAs('gwen');
      await findsOnlyHerOwn(page, WALES, LONDON);
      const ruth = await anotherDevice();
      await enter(ruth, 'ruth');
      await findsOnlyHerOwn(ruth, LONDON, WALES);
    },
  );
});

/** A cohort as its tutor knows it: one of its trainees, and words that nobody else may read anywhere. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly trainee: { readonly id: string; readonly name: string };
  readonly words: RegExp;
}
const LONDON: Known = {
  id: 'london',
  name: 'London, autumn intake',
  trainee: { id: 'amara', name: 'Amara Okafor' },
  words: /London|Tom Hughes|Amara/,
};
const WALES: Known = {
  id: 'wales',
  name: 'Wales, autumn intake',
  trainee: { id: 'nia', name: 'Nia Prosser' },
  words: /Wales, autumn|Nia Prosser|Rhys/,
};

async function findsOnlyHerOwn(page: Page, own: Known, other: Known): Promise<void> {
  for (const path of [
    `/cohorts/${other.id}`,
    `/cohorts/${other.id}?late=1&sort=caseload`,
    `/cohorts/${other.id}/view.csv`,
    `/trainees/${other.trainee.id}`,
    `/portfolio/evidence/${other.trainee.id}-evidence-1`,
    '/cohorts/nowhere',
    '/trainees/nobody',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('main')).toContainText('There is nothing at this address that you can see.');
    await expect(page.getByText(other.words)).toHaveCount(0);
  }
  for (const path of ['/', '/cohorts', `/cohorts/${own.id}`]) {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(own.name).first()).toBeVisible();
    await expect(page.getByText(other.words)).toHaveCount(0);
  }
  await expect(namesIn(page).filter({ hasText: own.trainee.name })).toBeVisible();
}

const standings = (page: Page) => page.getByRole('table', { name: /^Where everybody stands/ });
const namesIn = (page: Page) => standings(page).getByRole('rowheader');

async function sortBy(page: Page, column: string, order: 'ascending' | 'descending'): Promise<void> {
  const heading = standings(page).getByRole('columnheader', { name: column, exact: true });
  await heading.getByRole('link').click();
  await expect(heading).toHaveAttribute('aria-sort', order);
}

async function propose(page: Page): Promise<void> {
  await page.goto('/placements');
  await page.getByLabel('What kind of place is it?').selectOption({ label: 'Court' });
  await page.getByLabel('Where is it?').fill('Made-up Crown Court');
  await page.getByLabel('Whom do you ask for when you arrive?').fill('The probation desk on the first floor');
  await page.getByLabel('What will you look for there?').fill('How a sentence is explained');
  await page.getByRole('button', { name: 'Propose this placement' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' }).getByRole('link')).toHaveText([
    'Give the first day',
    'Give the last day',
  ]);
  await expect(page.getByLabel('Where is it?')).toHaveValue('Made-up Crown Court');
  await expect(page.getByLabel('What kind of place is it?')).toHaveValue('court');
  const day = nextMonday();
  await page.getByLabel('First day').fill(day);
  await page.getByLabel('Last day').fill(day);
  await page.getByRole('button', { name: 'Propose this placement' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Proposed' })).toBeVisible();
  await expect(page.getByText('Nobody has agreed yet.').first()).toBeVisible();
}

/** A Monday in four weeks, as people fill it in. */
function nextMonday(): string {
  const day = new Date(Date.now() + 28 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}
