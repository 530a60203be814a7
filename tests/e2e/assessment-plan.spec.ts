import { enter, expect, expectProblems, test } from '../support/journey.ts';

test('a plan comes from the gaps of the grid, and the trainee reads it in her portfolio and in her week', async ({
  page,
  signInAs,
  anotherDevice,
  watch,
}) => {
  await signInAs('joan');
  for (const status of [400, 422]) watch.allow(status);
  await page.goto('/assess/trainees/ade');
  await expect(page.getByLabel('Kind of evidence')).toHaveCount(0);
  await page.getByRole('link', { name: 'Plan something else' }).click();
  await expect(page.getByLabel('Kind of evidence')).toHaveValue('');
  await page
    .getByRole('link', { name: /^Direct observation for / })
    .first()
    .click();
  await expect(page.getByLabel('Kind of evidence')).toHaveValue('observation');
  await page.getByRole('button', { name: 'Put it into the plan' }).click();
  await expectProblems(page, /Choose the day/);
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Planned for').fill(soon);
  await page.getByLabel('What exactly').fill('The first ten minutes of an appointment.');
  await page.getByRole('button', { name: 'Put it into the plan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'In the plan' })).toBeVisible();
  const hers = await anotherDevice();
  await enter(hers, 'ade');
  await hers.goto('/portfolio');
  await expect(hers.getByRole('region', { name: 'What you and your assessor planned' })).toContainText(
    'The first ten minutes of an appointment.',
  );
  await hers.goto('/week');
  await expect(hers.getByText(/Direct observation for .*/).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Take out of the plan/ })
    .first()
    .click();
  await expect(page.getByText('The first ten minutes of an appointment.')).toHaveCount(0);
});
