import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

const BOTH = { tag: ['@phone', '@no-javascript'] };

test.describe('a practice tutor sees who needs her', () => {
  test(
    'from her home page to the cohort, those who need her first, the table sorted as she asks, and one trainee',
    BOTH,
    async ({ page, signInAs }) => {
      await signInAs('ruth');
      await page.goto('/');
      await page.getByRole('link', { name: 'London, autumn intake' }).click();
      await expect(page.getByText('16 trainees')).toBeVisible();
      const attention = page.getByRole('region', { name: 'Who needs you first' });
      await expect(attention.getByRole('listitem').filter({ hasText: 'Tom Hughes' })).toContainText(
        /2 modules late|late/,
      );
      expect(await attention.getByRole('listitem').count()).toBeLessThanOrEqual(5);
      await sortBy(page, 'Late', 'ascending');
      await sortBy(page, 'Late', 'descending');
      await expect(namesIn(page).first()).toHaveText('Tom Hughes');
      await sortBy(page, 'Trainee', 'ascending');
      await expect(namesIn(page).first()).toHaveText('Ade Balogun');
      await attention.getByRole('link', { name: 'Tom Hughes' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Tom Hughes' })).toBeVisible();
      for (const part of ['Progress', 'Caseload', 'Portfolio', 'Placements']) {
        await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: part }).click();
        await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeInViewport();
      }
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
    'a tutor in Wales finds nothing of London, not even that it exists',
    { tag: '@no-javascript' },
    async ({ page, signInAs, watch }) => {
      await signInAs('gwen');
      watch.allow(404);
      for (const path of [
        '/cohorts/london',
        '/trainees/amara',
        '/portfolio/evidence/amara-evidence-1',
        '/cohorts/nowhere',
        '/trainees/nobody',
      ]) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(404);
        await expect(page.getByRole('main')).toContainText('There is nothing at this address that you can see.');
        await expect(page.getByText(/Amara|London/)).toHaveCount(0);
      }
      await page.goto('/cohorts');
      await expect(page.getByRole('main').getByRole('link')).toHaveText(['Wales, autumn intake']);
    },
  );
});

const namesIn = (page: Page) => page.getByRole('table', { name: /^Where everybody stands/ }).getByRole('rowheader');

async function sortBy(page: Page, column: string, order: 'ascending' | 'descending'): Promise<void> {
  const heading = page.getByRole('columnheader', { name: column, exact: true });
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
