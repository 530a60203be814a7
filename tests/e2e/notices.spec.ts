import { enter, expect, rows, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

test(
  'somebody chooses when she is told of what, and finds it chosen',
  { tag: ['@phone', '@no-javascript'] },
  async ({ signInAs }, { project }) => {
    const page = await signInAs(personFor('notices', project.name));
    await page.goto('/account');
    await page.getByRole('link', { name: 'What you are told by e-mail' }).click();
    const messages = page.getByRole('group', { name: 'Messages from your tutor' });
    await expect(messages.getByLabel('With the weekly e-mail')).toBeChecked();
    await messages.getByLabel('At once').check();
    await page.getByRole('group', { name: 'New signals' }).getByLabel('Never').check();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'What you chose is saved' })).toBeVisible();
    await expect(messages.getByLabel('At once')).toBeChecked();
    await expect(page.getByRole('group', { name: 'New signals' }).getByLabel('Never')).toBeChecked();
    await expect(page.getByText('They cannot be switched off.')).toBeVisible();
  },
);

test('what somebody was told stands in the portal, counted beside her name, until she has read it', async ({
  signInAs,
}) => {
  const page = await signInAs('rhys');
  await page.goto('/');
  // Another journey gives his cohort a tutor who covers, which the portal tells him when it next looks.
  await page.getByRole('link', { name: /^Notices [12] new$/u }).click();
  const told = page.getByRole('region', { name: 'New' }).getByRole('listitem').filter({ hasText: 'Modules late' });
  await told.getByRole('link', { name: /^Open/u }).click();
  await expect(page).toHaveURL(/\/progress#signals$/u);
  await page.goto('/notices');
  await page.getByRole('button', { name: /^I have read/u }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'kept below as read' })).toBeVisible();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Earlier' })).toContainText('Modules late');
});

test('two tutors are each told of their own trainees and nobody else’s', async ({ signInAs, anotherDevice }) => {
  const ruth = await signInAs('ruth');
  await ruth.goto('/notices');
  await expect(ruth.getByText('Tom Hughes: Modules late.')).toBeVisible();
  await expect(ruth.getByText('Rhys')).toHaveCount(0);
  const gwen = await anotherDevice();
  await enter(gwen, 'gwen');
  await gwen.goto('/notices');
  await expect(gwen.getByText(/^Rhys .*Modules late\.$/u)).toBeVisible();
  await expect(gwen.getByText('Tom Hughes')).toHaveCount(0);
  expect(rows(`select 1 from notices where person_id = 'gwen' and trainee_id in ('tom', 'amara', 'marcus')`)).toEqual(
    [],
  );
});

test('an administrator sees that no mail server is set up, and what that means', async ({ signInAs }) => {
  const page = await signInAs('harvey');
  await page.goto('/admin');
  await page.getByRole('link', { name: 'E-mail' }).click();
  await expect(page.getByText('so this portal sends no e-mail')).toBeVisible();
});
