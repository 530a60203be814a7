import { expect, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';
import { MODULE } from './moduleOfTheWeek.ts';

const TAGS = { tag: ['@phone', '@no-javascript'] };
const openings = (person: string) =>
  rows('SELECT opened_at FROM module_openings WHERE trainee_id = ? AND module_id = ?', person, MODULE.id).length;

test(
  'before a distressing module she reads what it is about, leaves it for another day, and goes on when she wants to',
  TAGS,
  async ({ page, signInAs }, { project }) => {
    const person = personFor('interruption', project.name);
    await signInAs(person);
    await page.goto(`/modules/${MODULE.id}?section=${MODULE.sections[1]?.id ?? ''}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(MODULE.title);
    await expect(page.getByRole('heading', { name: 'What this module is about' })).toBeVisible();
    await expect(page.getByText(MODULE.contentNote?.slice(0, 60) ?? '')).toBeVisible();
    await expect(page.getByRole('link', { name: '116 123' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^I have read this section/ })).toHaveCount(0);
    await page.getByRole('link', { name: 'Not today' }).click();
    await expect(page).toHaveURL('/modules');
    expect(openings(person), 'nothing is noted yet').toBe(0);

    await page.goto(`/modules/${MODULE.id}/check`);
    await expect(page.getByRole('heading', { name: 'What this module is about' })).toBeVisible();
    await expect(page.getByRole('group'), 'no question is told before').toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Go on to the knowledge check' })).toBeVisible();
    expect(openings(person), 'nor is anything noted by the check').toBe(0);

    await page.goto(`/modules/${MODULE.id}?section=${MODULE.sections[1]?.id ?? ''}`);
    await page.getByRole('link', { name: 'Go on to the module' }).click();
    await expect(page).toHaveURL(`/modules/${MODULE.id}?section=${MODULE.sections[1]?.id ?? ''}`);
    await expect(page.getByRole('button', { name: /^I have read this section/ })).toHaveCount(1);
    expect(openings(person)).toBe(1);
    for (const address of [`/modules/${MODULE.id}`, `/modules/${MODULE.id}/check`]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'What this module is about' }), 'it asks once').toHaveCount(0);
    }
  },
);

test('a tutor reads the note at the top of the module and is not stopped', async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.goto(`/modules/${MODULE.id}`);
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await expect(page.getByRole('heading', { name: MODULE.sections[0]?.title ?? '', exact: true })).toBeVisible();
});

test('a warning within a module offers a way out, to somebody to talk to', TAGS, async ({ page, signInAs }) => {
  await signInAs('ruth');
  await page.goto(`/modules/${MODULE.id}`);
  await page.getByRole('link', { name: 'step out: who to talk to' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Somebody to talk to' })).toBeVisible();
  await expect(page.getByText('Samaritans')).toBeVisible();
});
